/** What opens at a touch, in three looks; and what a touch costs: at most two setData of the page, 16 KB, one call. */
import type { Browser, Page } from 'playwright-core';
import {
  launchBrowser,
  newPhonePage,
  openPhone,
  screenshot,
  watchErrors,
  type ErrorWatch,
} from '@lianxin/local-phone/testing';
import { find, lookLarge, startProduct, type Lianxin } from '../../local/testing/product';
import { axeViolations, costOf, elderLimits, forgetCost, normalLimits, screenFaults } from '../../local/testing/screen';
import { readKnown, saturdayMorning, visits, type Known } from '../../local/testing/visits';

interface Action {
  readonly name: string;
  /** Name of the visit that it begins with. */
  readonly visit: string;
  /** Somebody else than the visit's. */
  readonly openid?: string;
  /** Touches before the one that counts. */
  readonly before?: readonly (string | RegExp | { readonly field: string; readonly write: string })[];
  readonly tap: string | RegExp;
  /** What stands there afterwards. */
  readonly says: string | RegExp;
}

const looks = [
  { look: 'normal', elder: false, fontScale: 1, limits: normalLimits },
  { look: 'elder', elder: true, fontScale: 1, limits: elderLimits },
  { look: 'large', elder: false, fontScale: 1.65, limits: normalLimits },
] as const;

/** These change nothing that another of them needs. */
const openings: readonly Action[] = [
  { name: 'hats', visit: 'home-member', openid: 'captain-tian', tap: /换一顶帽子$/, says: '水电小分队队长' },
  { name: 'decline', visit: 'home-member', tap: '去不了', says: '告诉网格员' },
  { name: 'category', visit: 'new-order', before: ['再看几样'], tap: '孩子入学', says: '只让网格员知道' },
  { name: 'emergency', visit: 'new-order', before: ['再看几样'], tap: '急事难事', says: '要命的事别等，先打电话' },
  { name: 'place', visit: 'place', tap: '一片区', says: '上一层' },
  { name: 'stars', visit: 'progress-completed', tap: '4 分', says: '办好了吗' },
  { name: 'reopen', visit: 'progress-completed', tap: '没解决', says: '请他再来看看' },
  { name: 'cancel', visit: 'progress-dispatched', tap: '不用了，撤单', says: '撤单' },
  { name: 'evidence-photo', visit: 'order-working', tap: '办好了，结单', says: '怎么看出办好了' },
  { name: 'evidence-code', visit: 'order-working', before: ['办好了，结单'], tap: /四位码/, says: '四位码' },
  { name: 'evidence-phone', visit: 'order-working', before: ['办好了，结单'], tap: /电话/, says: '怎么看出办好了' },
  { name: 'release', visit: 'order-working', tap: '去不了了', says: '放下这张单' },
  { name: 'choose', visit: 'dispatch', tap: /马晓雯/, says: /^派给马晓雯$/ },
  { name: 'name', visit: 'goer', tap: /本月/, says: /^请.+去$/ },
  { name: 'transfer', visit: 'dispatch', tap: '转给别处办', says: '转过去' },
  { name: 'refuse', visit: 'dispatch', tap: '办不了，退回', says: '退回给居民' },
  { name: 'reissue', visit: 'cards', tap: /^补发/, says: '补发' },
  { name: 'contest', visit: 'passbook', tap: /^我有异议/, says: '哪儿不对，说清楚好查' },
  { name: 'propose', visit: 'book', tap: /^提请冲正/, says: '为什么要冲，至少说清是哪一回事' },
  { name: 'verify', visit: 'book', tap: '查这一本', says: /对得上|完整/ },
  { name: 'unit', visit: 'book', tap: '服务', says: '存折余额' },
  { name: 'mark', visit: 'activity', tap: '到了', says: '记下点到' },
  { name: 'mark-all', visit: 'activity', tap: /位都到了$/, says: '记下点到' },
  { name: 'close', visit: 'activity', tap: '点完了，记账', says: '记账，不再改' },
  { name: 'filter', visit: 'orders-grid', tap: /在办$/, says: '到底了' },
  { name: 'find', visit: 'books', before: [{ field: '找谁，写姓也行', write: '李建' }], tap: '找', says: '看全部的人' },
  { name: 'keep', visit: 'book', tap: /^照旧 /, says: '为什么照旧，说给本人听' },
  { name: 'answer', visit: 'reversals', openid: 'branch-committee-hou', tap: '照旧', says: '回话，照旧' },
  { name: 'refuse-undo', visit: 'reversals', openid: 'branch-committee-hou', tap: '不冲', says: '不冲，照旧' },
  { name: 'ask-sign', visit: 'reversals', openid: 'branch-committee-hou', tap: '签字，冲正', says: /^签了字，/ },
];

/** In their order: each is one step of an order's way. */
const moves: readonly Action[] = [
  { name: 'accept', visit: 'order-offered', tap: '我去', says: '办好了，结单' },
  { name: 'send', visit: 'goer', before: [/本月/], tap: /^请.+去$/, says: '办事' },
  { name: 'dispatch', visit: 'dispatch', before: [/马晓雯/], tap: '派给马晓雯', says: '待派' },
  { name: 'confirm', visit: 'progress-completed', before: ['5 分'], tap: '办好了，打完分', says: '您打的分' },
  { name: 'elder', visit: 'me', tap: '长辈版', says: '长辈版' },
  {
    name: 'sign',
    visit: 'reversals',
    openid: 'branch-committee-hou',
    before: ['签字，冲正'],
    tap: '签字，不收回',
    says: '冲正好了',
  },
  { name: 'wear', visit: 'me', tap: /党小组组长/, says: /换一顶帽子|组织生活/ },
];

let product: Lianxin;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;
let known: Known;
let calls: string[] = [];
let route = '';
/** Calls that are under way. */
let pending = 0;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  page = await newPhonePage(browser);
  await page.clock.setFixedTime(new Date(saturdayMorning));
  watch = watchErrors(page);
  page.on('request', (request) => {
    if (!request.url().includes('/local/functions/')) return;
    calls.push((JSON.parse(request.postData() ?? '{}') as { name?: string }).name ?? '');
    pending += 1;
    void request.response().then(
      () => (pending -= 1),
      () => (pending -= 1),
    );
  });
  known = await readKnown(product);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const tap = async (label: string | RegExp): Promise<void> => (await find(page, label)).click();
/** Until every call was answered, and what scrolling begins a moment later too. */
async function quiet(): Promise<void> {
  for (let still = 0; still < 2; still = pending === 0 ? still + 1 : 0) await page.waitForTimeout(60);
}

/** Until what slides in stands where it stays: at the foot of the screen, and nothing moves. */
const stillness = () =>
  page.waitForFunction(() => {
    const still = document
      .getAnimations()
      .every((animation) => animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity);
    const sheets = [...document.querySelectorAll('.page-frame [role=dialog]')].filter((sheet) =>
      sheet.checkVisibility(),
    );
    return still && sheets.every((sheet) => sheet.getBoundingClientRect().bottom <= innerHeight + 1);
  });

async function begin({ visit, openid, before = [] }: Action, fontScale: number): Promise<void> {
  const start = visits.find(({ name }) => name === visit);
  if (!start) throw new Error(`No visit ${visit}`);
  await openPhone(page, { url: product.url, as: openid ?? start.openid, page: start.address(known), fontScale });
  // a draft of before would hide what is offered at first
  await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.endsWith(':draft'))
      .forEach((key) => localStorage.removeItem(key)),
  );
  if (start.name === 'new-order') await page.reload();
  if (openid === undefined) await page.getByText(start.says).filter({ visible: true }).first().waitFor();
  for (const step of before) {
    if (typeof step === 'object' && 'field' in step)
      await page.getByPlaceholder(step.field).filter({ visible: true }).first().fill(step.write);
    else await tap(step);
  }
}

const routeOf = (): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { __lianxin: { path(): string } }).__lianxin.path());

async function act({ tap: label, says }: Action): Promise<void> {
  // what scrolling to it asks for is no cost of the touch
  await (await find(page, label)).scrollIntoViewIfNeeded();
  await quiet();
  await forgetCost(page);
  route = await routeOf();
  calls = [];
  await tap(label);
  await page.getByText(says).filter({ visible: true }).first().waitFor();
  await stillness();
}

/** A touch that leads to another page lets that page ask for itself, once. */
async function expectCheap(): Promise<void> {
  const { setDataCalls, largestSetDataBytes } = await costOf(page);
  expect(setDataCalls).toBeLessThanOrEqual(2);
  expect(largestSetDataBytes).toBeLessThanOrEqual(16 * 1024);
  const moved = (await routeOf()) !== route;
  expect(calls.slice(moved ? 2 : 1)).toEqual([]);
}

describe.each(looks)('$look', ({ look, elder, fontScale, limits }) => {
  beforeAll(async () => {
    for (const openid of new Set([...visits.map((visit) => visit.openid), 'captain-tian', 'branch-committee-hou']))
      await lookLarge(page, product, openid, elder);
  }, 120_000);

  test.each(openings)(
    '$name',
    async (action) => {
      await begin(action, fontScale);
      await act(action);
      await screenshot(page, `action-${action.name}-${look}`);
      if (look === 'normal') await expectCheap();
      expect(await axeViolations(page)).toEqual([]);
      expect(await screenFaults(page, limits)).toEqual([]);
      watch.expectNone();
    },
    40_000,
  );
});

test('the sheet that asks for a phone number stands in every look', async () => {
  for (const { look, elder, fontScale, limits } of looks) {
    await lookLarge(page, product, 'visitor', elder);
    await openPhone(page, {
      url: product.url,
      as: 'visitor',
      page: `/packages/resident/new-order/new-order?token=${known.card.split('scene=')[1]}`,
      fontScale,
    });
    await tap('水电维修');
    await page.locator('textarea').first().fill('水管漏水');
    await tap('提交');
    await tap('自己填一个');
    await page.getByText('就用这个电话').filter({ visible: true }).waitFor();
    await stillness();
    await screenshot(page, `action-phone-${look}`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await screenFaults(page, limits)).toEqual([]);
  }
  watch.expectNone();
}, 60_000);

describe('moves', () => {
  test.each(moves)(
    '$name',
    async (action) => {
      await begin(action, 1);
      await act(action);
      await expectCheap();
      watch.expectNone();
    },
    40_000,
  );
});
