/**
 * What somebody began to ask for outlives a closed page, a lost network, a failed upload and a lost reply; and it is
 * one order (S2-08).
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPhone, watchErrors, type ErrorWatch } from '@lianxin/local-phone/testing';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';
import { picture } from '../support/picture';
import { saturdayMorning } from '../../local/testing/visits';

const openid = 'resident-luo';
const newOrder = '/packages/resident/new-order/new-order';
const networkGone = '网不通，已经存好了，连上网再点一次。';

/** What Chromium logs of an answer that the local cloud withheld. */
const withheld = [/Failed to load resource: the server responded with a status of 5\d\d .*\/local\/functions\/api/];

let product: Lianxin;
let browser: Browser;
let resident: Person;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  resident = await personWith(browser, product, openid, withheld);
}, 90_000);

afterEach(async () => {
  await fetch(`${product.url}/local/faults`, { method: 'DELETE' });
  resident.noErrors();
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const field = (page: Page) => page.locator('textarea').filter({ visible: true }).first();
const typed = (page: Page, words: string) =>
  page.waitForFunction((text) => document.querySelector('textarea')?.value === text, words);

/** Until the phone's storage has it: whatever happens afterwards, it is safe. */
const stored = (page: Page, words: string) =>
  page.waitForFunction((text) => Object.values({ ...localStorage }).some((kept) => String(kept).includes(text)), words);

async function write(words: string): Promise<void> {
  await resident.open(newOrder);
  await resident.tap('水电维修');
  await field(resident.page).fill(words);
  await stored(resident.page, words);
}

/** As the switches in the phone's panel do it. */
async function setting(page: Page, change: object): Promise<void> {
  await page.evaluate((next) => {
    (globalThis as unknown as { __lianxin: { changeSettings(change: object): void } }).__lianxin.changeSettings(next);
  }, change);
}
const network = (page: Page, value: 'on' | 'off') => setting(page, { network: value });

/** How many of her orders begin with these words. */
async function ordersSaying(words: string): Promise<number> {
  const reply = await product.callAs(openid, 'order.listMine', { state: 'open' });
  if (!reply.ok) throw new Error(reply.code);
  return reply.data.orders.filter(({ title }) => title === words).length;
}

async function photosOf(words: string): Promise<number> {
  const mine = await product.callAs(openid, 'order.listMine', { state: 'open' });
  const orderId = mine.ok ? mine.data.orders.find(({ title }) => title === words)?.orderId : undefined;
  const order = await product.callAs(openid, 'order.get', { orderId: orderId ?? '' });
  if (!order.ok) throw new Error(order.code);
  return order.data.photos.length;
}

async function addPhoto(file: ReturnType<typeof picture>): Promise<void> {
  const chooser = resident.page.waitForEvent('filechooser');
  await resident.tap('拍照或者选照片');
  const asked = resident.page.getByRole('button', { name: '同意' });
  await Promise.race([chooser, asked.waitFor().then(() => asked.click())]).catch(() => undefined);
  await (await chooser).setFiles(file);
}

test('S2-08 a draft outlives a closed page', async () => {
  const words = '厨房灯管一闪一闪的';
  await write(words);
  await resident.tap('周六');
  const context = resident.page.context();
  const next = await context.newPage();
  const watch: ErrorWatch = watchErrors(next);
  await openPhone(next, { url: product.url, as: openid, page: newOrder });
  await typed(next, words);
  expect(await next.getByRole('radio', { name: '水电维修' }).getAttribute('aria-checked')).toBe('true');
  expect(await next.getByRole('radio', { name: '周六' }).getAttribute('aria-checked')).toBe('true');
  watch.expectNone();
  await next.close();
  expect(await ordersSaying(words)).toBe(0);
}, 60_000);

test('S2-08 a lost network is said, the draft stays, and later it is handed in once', async () => {
  const words = '阳台的窗户关不严';
  await write(words);
  await network(resident.page, 'off');
  await resident.tap('提交');
  await resident.sees(networkGone);
  await resident.picture('draft-offline');
  expect(await field(resident.page).inputValue()).toBe(words);
  await network(resident.page, 'on');
  await resident.sees('网通了，再点一次“提交”就行。');
  expect(await ordersSaying(words)).toBe(0);
  await resident.open(newOrder);
  await typed(resident.page, words);
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect(await ordersSaying(words)).toBe(1);
  await resident.open(newOrder);
  await typed(resident.page, '');
}, 60_000);

test('S2-08 a picture that failed to upload goes when the network is back, and the order carries it', async () => {
  const words = '墙上渗水，有一大片';
  await write(words);
  await network(resident.page, 'off');
  await addPhoto(picture('wall.png'));
  await resident.sees('再传一次');
  await resident.picture('draft-photo-failed');
  await network(resident.page, 'on');
  await resident.page.getByText('再传一次').waitFor({ state: 'detached' });
  await resident.page.getByText('正在传').waitFor({ state: 'detached' });
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect(await photosOf(words)).toBe(1);
}, 60_000);

test('S2-08 a picture that never got there goes along when the page is opened again', async () => {
  const words = '楼梯扶手松了';
  await write(words);
  await network(resident.page, 'off');
  await addPhoto(picture('rail.png', 2));
  await resident.sees('再传一次');
  await network(resident.page, 'on');
  await resident.open(newOrder);
  await typed(resident.page, words);
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect(await photosOf(words)).toBe(1);
}, 60_000);

test('S2-08 a reply that is lost once is asked for again, and makes one order', async () => {
  const words = '门铃按了不响';
  await write(words);
  await product.post('/local/faults', { kind: 'timeout-after', match: 'function api order.create', times: 1 });
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect(await ordersSaying(words)).toBe(1);
}, 60_000);

test('S2-08 a reply that stays lost is said, and handing in again makes one order', async () => {
  const words = '水表走得太快了';
  await write(words);
  await product.post('/local/faults', { kind: 'timeout-after', match: 'function api order.create', times: 3 });
  await resident.tap('提交');
  await resident.sees(networkGone);
  expect(await ordersSaying(words)).toBe(1);
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect(await ordersSaying(words)).toBe(1);
}, 60_000);

/** From now on this phone runs a mini-program that the functions do not serve any more. */
const growOld = (page: Page) =>
  page.route('**/local/functions/*', (route) => {
    const event = route.request().postDataJSON() as object;
    return route.continue({ postData: JSON.stringify({ ...event, contract: 0 }) });
  });

test('S2-08 a mini-program that is too old is restarted, and the draft is still there', async () => {
  const words = '信箱的锁拧不动';
  await write(words);
  await growOld(resident.page);
  await resident.tap('提交');
  await resident.sees('连心出了新版');
  await resident.sees('新版还没发到这台手机');
  await setting(resident.page, { update: 'ready' });
  await resident.sees('新版下好了');
  await resident.picture('restart');
  expect(await ordersSaying(words)).toBe(0);
  await resident.page.unroute('**/local/functions/*');
  await resident.tap('重新打开');
  await resident.page.waitForEvent('load');
  await resident.open(newOrder);
  await typed(resident.page, words);
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect(await ordersSaying(words)).toBe(1);
}, 60_000);

test('S2-08 going back from the restart page, what was typed stands where it was', async () => {
  const words = '楼上漏水到阳台';
  await write(words);
  await growOld(resident.page);
  await resident.tap('提交');
  await resident.sees('连心出了新版');
  await resident.tap('返回');
  expect(await field(resident.page).inputValue()).toBe(words);
  await resident.page.unroute('**/local/functions/*');
}, 60_000);
