/** The main job in a real browser, step by step, one picture each (`.cache/screenshots/job-*.png`). */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';

const saturdayMorning = '2026-11-21T09:12:00+08:00';
const words = '厨房水龙头关不紧，一直滴水';

let product: Lianxin;
let browser: Browser;
const people = new Map<string, Person>();

async function as(openid: string): Promise<Person> {
  const known = people.get(openid) ?? (await personWith(browser, product, openid));
  people.set(openid, known);
  return known;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
}, 90_000);

afterEach(() => {
  for (const person of people.values()) person.noErrors();
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** The token of the demo card at a place. */
async function cardAt(place: string): Promise<string> {
  const cards = (await (await fetch(`${product.url}/local/cards`)).json()) as { title: string; path: string }[];
  const path = cards.find(({ title }) => title.includes(place))?.path;
  if (path === undefined) throw new Error(`No demo card at ${place}`);
  return `/${path}`;
}

async function orderOf(openid: string): Promise<{ orderId: string; version: number; finishCode?: string }> {
  const mine = await product.callAs(openid, 'order.listMine', { state: 'open' });
  if (!mine.ok) throw new Error(mine.code);
  const found = mine.data.orders.find(({ title }) => title === words);
  if (!found) throw new Error('The order is not among hers.');
  const whole = await product.callAs(openid, 'order.get', { orderId: found.orderId });
  if (!whole.ok) throw new Error(whole.code);
  return whole.data;
}

describe('the card', () => {
  test('S4-01 S4-06 opens without a login and calls her grid worker in one tap', async () => {
    const visitor = await as('visitor');
    await visitor.open(await cardAt('柳巷 12 号院'));
    await visitor.sees('赵慧敏');
    await visitor.sees('社区能帮您');
    await visitor.picture('job-01-card');
    await visitor.tap(/^打给赵慧敏/);
    await visitor.sees(/正在拨打|拨打|呼叫/);
    await visitor.picture('job-02-call');
  }, 40_000);

  test('S4-02 calls the duty phone outside duty hours', async () => {
    await product.post('/local/clock', { now: '2026-11-21T22:00:00+08:00', timers: 'skip' });
    const late = await personWith(browser, product, 'visitor');
    await late.open(await cardAt('柳巷 12 号院'));
    await late.sees(/值班/);
    await late.picture('job-03-card-at-night');
    late.noErrors();
    await product.post('/local/clock', { now: saturdayMorning });
  }, 40_000);

  test('S4-08 says that an old card was renewed, and a strange one is not known', async () => {
    const visitor = await as('visitor');
    await visitor.open(await cardAt('旧卡'));
    await visitor.sees('这张卡换新了');
    await visitor.picture('job-04-card-renewed');
    await visitor.open('/packages/resident/card/card?scene=nobodyIssuedThis');
    await visitor.sees('没认出这张卡');
    await visitor.sees(/12345/);
    await visitor.picture('job-05-card-unknown');
  }, 40_000);
});

describe('an order', () => {
  test('S2-08 is written by the resident, and the draft outlives a closed page', async () => {
    const resident = await as('resident-luo');
    await resident.open('/packages/resident/new-order/new-order');
    await resident.tap('水电维修');
    await resident.page.locator('textarea').first().fill(words);
    await resident.page.waitForTimeout(800);
    await resident.open('/packages/resident/new-order/new-order');
    await resident.page.waitForFunction((text) => document.querySelector('textarea')?.value === text, words);
    await resident.tap('周六');
    await resident.picture('job-06-new-order');
    await resident.tap('提交');
    await resident.sees(words);
    await resident.picture('job-07-progress');
  }, 60_000);

  test('S2-08 is dispatched by the grid worker to two who fit, with reasons', async () => {
    const worker = await as('worker-zhao');
    await worker.open('/pages/orders/orders');
    await worker.sees(words);
    await worker.picture('job-08-queue');
    await worker.tap(words);
    await worker.sees('谁去合适');
    const candidates = worker.page.getByRole('checkbox').filter({ visible: true });
    await candidates.filter({ hasText: '孙立群' }).click();
    await candidates.filter({ hasNotText: '孙立群' }).first().click();
    await worker.picture('job-09-dispatch');
    await worker.tap('派给 2 位党员');
    await worker.page.waitForTimeout(1500);
    await worker.picture('job-10-dispatched');
  }, 60_000);

  test('S2-12 shows the resident by when somebody accepts', async () => {
    const resident = await as('resident-luo');
    const { orderId } = await orderOf('resident-luo');
    await resident.open(`/packages/order/progress/progress?orderId=${orderId}`);
    await resident.sees(/最晚 11 月 24 日 9:\d\d 有人接/);
    await resident.sees(/还剩 (3 天|2 天 23 小时)/);
    await resident.picture('job-11-promise');
  }, 40_000);

  test('S2-12 S2-13 is accepted and finished by the member with the resident’s code', async () => {
    const member = await as('member-sun');
    const { orderId } = await orderOf('resident-luo');
    await member.open('/pages/home/home');
    await member.sees(words);
    await member.picture('job-12-member-home');
    await member.open(`/packages/order/order/order?orderId=${orderId}`);
    await member.tap('我去');
    await member.tap('办好了，结单');
    await member.tap(/四位码/);
    await member.page
      .locator('input')
      .filter({ visible: true })
      .first()
      .fill((await orderOf('resident-luo')).finishCode ?? '');
    await member.picture('job-13-finish');
    await member.tap('交上去，请居民点头');
    await member.page.waitForTimeout(1200);
    await member.picture('job-14-finished');
  }, 60_000);

  test('S2-14 is returned to the same member when it is not solved, and then confirmed and rated', async () => {
    const resident = await as('resident-luo');
    const order = await orderOf('resident-luo');
    const reopened = await product.callAs('resident-luo', 'order.reopen', {
      orderId: order.orderId,
      version: order.version,
      words: '还在滴水',
      requestId: 'e2e-reopen-1',
    });
    expect(reopened).toMatchObject({ ok: true, data: { status: 'accepted', assigneeName: '孙立群' } });
    const again = await orderOf('resident-luo');
    const finished = await product.callAs('member-sun', 'order.complete', {
      orderId: again.orderId,
      version: again.version,
      requestId: 'e2e-complete-2',
      evidence: { kind: 'phone', note: '电话里说不滴水了' },
    });
    expect(finished).toMatchObject({ ok: true, data: { status: 'completed' } });
    await resident.open(`/packages/order/progress/progress?orderId=${order.orderId}`);
    await resident.sees('办好了吗');
    await resident.tap('办好了');
    await resident.sees('愿意的话，打个分');
    await resident.tap('5 分');
    await resident.picture('job-15-rate');
    await resident.tap('打完分');
    await resident.sees('您打的分');
    await resident.picture('job-16-closed');
  }, 60_000);
});

describe('the red passbook', () => {
  test('S3-05 shows the member the line of that order: date, what for, points, balance', async () => {
    const member = await as('member-sun');
    await member.open('/pages/passbook/passbook');
    await member.sees(words);
    await member.sees('+2');
    await member.picture('job-17-passbook');
  }, 40_000);

  test('X-05 shows the secretary who did what, in which hat, when and why, and that the books are sound', async () => {
    const secretary = await as('secretary-qin');
    const closed = await product.callAs('resident-luo', 'order.listMine', { state: 'closed' });
    const orderId = closed.ok ? closed.data.orders.find(({ title }) => title === words)?.orderId : undefined;
    await secretary.open('/pages/home/home');
    await secretary.sees('今天要您定的');
    await secretary.picture('job-18-desk');
    await secretary.open(`/packages/order/trail/trail?orderId=${orderId}`);
    await secretary.sees('还在滴水');
    await secretary.picture('job-19-trail');
    await secretary.open('/packages/passbook/books/books');
    await secretary.tap('服务');
    await secretary.tap('查一遍账');
    await secretary.sees(/账目完整|都对得上|对得上/);
    await secretary.picture('job-20-verified');
  }, 60_000);

  test('S3-03 S3-04 takes the points of a closed activity, once', async () => {
    const secretary = await as('branch-secretary-ren');
    const list = await product.callAs('branch-secretary-ren', 'activity.list', {});
    const open = list.ok
      ? list.data.activities.find(
          ({ state, startsAt }) => state === 'open' && Date.parse(startsAt) < Date.parse(saturdayMorning),
        )
      : undefined;
    if (!open) throw new Error('The demo has no activity in the village branch that waits for its account.');
    await secretary.open(`/packages/branch/activity/activity?activityId=${open.activityId}`);
    await secretary.picture('job-21-activity');
    await secretary.tap(/位都到了$/);
    await secretary.tap('点完了');
    await secretary.tap('点完了，请人签字');
    await secretary.sees('等签字');
    const second = await as('branch-committee-hou');
    await second.open(`/packages/branch/activity/activity?activityId=${open.activityId}`);
    await second.tap('核对过了，签字记账');
    await second.sees(/^(签过字了|我(到会|缺席|请了假|没点到))$/);
    await second.picture('job-22-activity-closed');
    const closed = await product.callAs('branch-secretary-ren', 'activity.get', { activityId: open.activityId });
    if (!closed.ok) throw new Error(closed.code);
    const book = () => product.callAs('branch-li', 'passbook.get', { unit: 'organization' });
    const before = await book();
    await product.callAs('branch-committee-hou', 'activity.sign', {
      activityId: open.activityId,
      version: closed.data.version,
      agree: true,
      requestId: 'e2e-sign-again',
    });
    expect(await book()).toEqual(before);
    const member = await as('branch-li');
    await member.open('/pages/passbook/passbook');
    await member.sees(open.title);
    await member.picture('job-23-branch-passbook');
  }, 60_000);
});

describe('several hats', () => {
  test('X-01 one person changes hats in one tap, and home follows', async () => {
    const captain = await as('captain-tian');
    await captain.open('/pages/me/me');
    await captain.picture('job-24-me');
    await captain.page.getByText('在职党员', { exact: true }).filter({ visible: true }).first().click();
    await captain.sees('派给您的单');
    await captain.picture('job-25-home-of-another-hat');
  }, 40_000);
});
