/** What a page says when it cannot be shown, and when there is nothing to show; and that trying again works. */
import type { Browser, Page } from 'playwright-core';
import { functionOf } from '../../miniprogram/contracts/api';
import {
  launchBrowser,
  newPhonePage,
  openPhone,
  screenshot,
  watchErrors,
  type ErrorWatch,
} from '@lianxin/local-phone/testing';
import { startProduct, type Lianxin } from '../../local/testing/product';
import { axeViolations } from '../../local/testing/screen';
import { readKnown, saturdayMorning, visits, type Known, type Visit } from '../../local/testing/visits';

/**
 * What stands without what it asks for: a hazard is written down with no network, and submitted later; an order, too,
 * by the categories that the phone knows; and the city's number to complain at is called.
 */
const formsWithout = ['hazard', 'new-order', 'intake', 'complaint', 'complain'];

const asking = visits.filter(({ name, asks }) => asks !== undefined && !formsWithout.includes(name));

/** One visit for each of what `keyOf` tells apart. */
const firstOf = (all: readonly Visit[], keyOf: (visit: Visit) => unknown): Visit[] => [
  ...new Map([...all].reverse().map((visit) => [keyOf(visit), visit])).values(),
];
/** The phone asks three times before it gives up. */
const tries = 3;
const withheld = [/the server responded with a status of 5\d\d .*\/local\/functions\/(?:api|files)/];

let product: Lianxin;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;
let known: Known;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  page = await newPhonePage(browser);
  await page.clock.setFixedTime(new Date(saturdayMorning));
  watch = watchErrors(page, withheld);
  known = await readKnown(product);
}, 90_000);

afterEach(async () => {
  await fetch(`${product.url}/local/faults`, { method: 'DELETE' });
  watch.expectNone();
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const sees = (words: string, on: Page = page) => on.getByText(words).filter({ visible: true }).first().waitFor();

async function tryAgain(on: Page, says: string): Promise<void> {
  await on.getByRole('button', { name: '再试一次' }).filter({ visible: true }).click();
  await sees(says, on);
}

const setNetwork = (on: Page, network: 'on' | 'off'): Promise<void> =>
  on.evaluate((next) => {
    (globalThis as unknown as { __lianxin: { changeSettings(change: object): void } }).__lianxin.changeSettings({
      network: next,
    });
  }, network);

async function withoutNetwork(on: Page, visit: Visit): Promise<void> {
  await openPhone(on, { url: product.url, as: visit.openid, page: visit.address(known), network: 'off' });
  await sees('网不通，连上网再试一次。', on);
  await setNetwork(on, 'on');
  await sees(visit.says, on);
}

/** Most of it is waiting. */
const phonesAtATime = 8;

/**
 * The phone waits between its tries, so that several wait at the same time. Each forgets all before a visit: nothing is
 * remembered that could stand in for an answer.
 */
async function onManyPhones(all: readonly Visit[], act: (on: Page, visit: Visit) => Promise<void>): Promise<string[]> {
  const failures: string[] = [];
  const left = [...all];
  const work = async (): Promise<void> => {
    const on = await newPhonePage(browser);
    await on.clock.setFixedTime(new Date(saturdayMorning));
    const errors = watchErrors(on, withheld);
    for (let next = left.shift(); next; next = left.shift()) {
      const { name } = next;
      if (on.url().startsWith(product.url)) await on.evaluate(() => localStorage.clear());
      await act(on, next).catch(async (error: unknown) => {
        failures.push(`${name}: ${String(error)}, and the page said ${await on.locator('body').innerText()}`);
      });
    }
    errors.expectNone();
    await on.context().close();
  };
  await Promise.all(Array.from({ length: phonesAtATime }, work));
  return failures;
}

/** Once for each page and what it asks: the others of a page differ by hat or by what they show. */
const pagesAsking = (): Visit[] =>
  firstOf(asking, ({ address, asks }) => `${address(known).split('?')[0] ?? ''} ${asks ?? ''}`);

test('every page says that there is no network, and comes by itself when there is again', async () => {
  const asked = pagesAsking();
  expect(asked.length).toBeGreaterThan(90);
  expect(await onManyPhones(asked, withoutNetwork)).toEqual([]);
}, 240_000);

test('what stands there stays without a network, the number with it, and is read again by itself', async () => {
  const fresh = await newPhonePage(browser);
  const errors = watchErrors(fresh);
  const note = fresh.getByText('没连上网，下面是刚才的').filter({ visible: true });
  const tab = (name: string) => fresh.getByRole('tab', { name }).click();
  await openPhone(fresh, { url: product.url, as: 'resident-wang', page: '/pages/home/home' });
  await sees('赵慧敏', fresh);
  await setNetwork(fresh, 'off');
  await tab('我的');
  await note.waitFor();
  await tab('首页');
  await note.waitFor();
  expect(
    await fresh
      .getByRole('button', { name: /^打.*(?:\d ?){8}/ })
      .filter({ visible: true })
      .count(),
  ).toBe(1);
  expect(await axeViolations(fresh)).toEqual([]);
  await setNetwork(fresh, 'on');
  await note.waitFor({ state: 'detached' });
  await sees('赵慧敏', fresh);
  // opened anew without a network: the phone itself remembers
  await openPhone(fresh, { url: product.url, as: 'resident-wang', page: '/pages/home/home', network: 'off' });
  await sees('赵慧敏', fresh);
  await note.waitFor();
  errors.expectNone();
  await fresh.context().close();
}, 60_000);

const distinct = firstOf(
  asking.filter(({ openid }) => openid !== 'visitor'),
  ({ asks }) => asks,
);

async function withLostReply(on: Page, visit: Visit): Promise<void> {
  await product.post('/local/faults', {
    kind: 'timeout-before',
    match: `function ${visit.asks ? functionOf(visit.asks) : 'api'} ${visit.asks}`,
    openid: visit.openid,
    times: tries,
  });
  await openPhone(on, { url: product.url, as: visit.openid, page: visit.address(known) });
  await sees('网不通，连上网再试一次。', on);
  expect(await axeViolations(on)).toEqual([]);
  await screenshot(on, `failed-${visit.name}`);
  await tryAgain(on, visit.says);
}

test('every page says that its reply was lost, without a violation, and comes when it is asked again', async () => {
  expect(distinct.length).toBeGreaterThan(15);
  expect(await onManyPhones(distinct, withLostReply)).toEqual([]);
}, 240_000);

const empty = [
  { name: 'orders of a member', openid: 'branch-li', address: '/pages/orders/orders', says: '眼下没有派给您的单' },
  { name: 'orders of nobody', openid: 'visitor', address: '/pages/orders/orders', says: '眼下没有在办的单' },
  { name: 'queue', openid: 'leader-song', address: '/pages/orders/orders', says: '这一栏是空的' },
  { name: 'passbook of nobody', openid: 'visitor', address: '/pages/passbook/passbook', says: '您还没有存折' },
  {
    name: 'passbook of who serves nobody',
    openid: 'resident-luo',
    address: '/pages/passbook/passbook',
    says: '您还没有存折',
  },
  { name: 'messages', openid: 'lane-lu', address: '/packages/resident/messages/messages', says: '还没有消息' },
  { name: 'reveals', openid: 'tenant-cao', address: '/packages/resident/reveals/reveals', says: '没有人看过' },
  { name: 'changes', openid: 'secretary-qin', address: '/packages/desk/changes/changes', says: '没有等着看的' },
  { name: 'wishes', openid: 'branch-li', address: '/packages/member/wishes/wishes', says: '心愿都有人认领了' },
  {
    name: 'activities',
    openid: 'secretary-qin',
    address: '/packages/branch/activities/activities',
    says: '还没有安排活动',
  },
  { name: 'reversals', openid: 'secretary-qin', address: '/packages/passbook/reversals/reversals', says: '没有要看的' },
  { name: 'books', openid: 'secretary-qin', address: '/packages/passbook/books/books', says: '这一种还没有存折' },
] as const;

test.each(empty)(
  '$name, where there is nothing, says “$says”',
  async ({ name, openid, address, says }) => {
    await openPhone(page, { url: product.url, as: openid, page: address });
    await sees(says);
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, `empty-${name.replaceAll(' ', '-')}`);
  },
  40_000,
);

/** Asking again cannot help here: each leads on to where something can be done. */
const gone = [
  {
    name: 'card, unknown',
    openid: 'visitor',
    address: '/packages/resident/card/card?scene=nobodyIssuedThis',
    says: '没认出这张卡',
    on: '看看首页',
    to: 'pages/home/home',
  },
  {
    name: 'order, unknown',
    openid: 'resident-luo',
    address: '/packages/order/progress/progress?orderId=nobodyAskedThis',
    says: '没找到',
    on: '看看首页',
    to: 'pages/home/home',
  },
  {
    name: 'order, of somebody else',
    openid: 'resident-qiao',
    address: '',
    says: '没找到',
    on: '看看首页',
    to: 'pages/home/home',
  },
  {
    name: 'activity, unknown',
    openid: 'branch-secretary-ren',
    address: '/packages/branch/activity/activity?activityId=nobodyPlannedThis',
    says: '没找到',
    on: '看看首页',
    to: 'pages/home/home',
  },
  {
    name: 'books, in another hat',
    openid: 'resident-luo',
    address: '/packages/passbook/books/books',
    says: '这顶帽子办不了这件事',
    on: '换一顶帽子',
    to: 'pages/me/me',
  },
  {
    name: 'messages, of nobody',
    openid: 'visitor',
    address: '/packages/resident/messages/messages',
    says: '还不认识您',
    on: '去首页扫一扫',
    to: 'pages/home/home',
  },
] as const;

test.each(gone)(
  '$name says so, and leads on',
  async ({ name, openid, address, says, on, to }) => {
    await openPhone(page, {
      url: product.url,
      as: openid,
      page: address === '' ? `/packages/order/progress/progress?orderId=${known.working}` : address,
    });
    await sees(says);
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, `gone-${name.replaceAll(/[ ,]+/g, '-')}`);
    expect(await page.getByRole('button', { name: '再试一次' }).filter({ visible: true }).count()).toBe(0);
    await page.getByRole('button', { name: on, exact: true }).filter({ visible: true }).click();
    await page.waitForFunction(
      (route) => (globalThis as unknown as { __lianxin: { routes(): string[] } }).__lianxin.routes().at(-1) === route,
      to,
    );
  },
  40_000,
);
