/**
 * Lists of more than sixty lines, read page after page: the right lines, and no page dearer than the first. Pictures:
 * `.cache/screenshots/long-*.png`.
 */
import type { Browser, Page } from 'playwright-core';
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import { nameApart } from '../../miniprogram/text/person/name-apart';
import {
  launchBrowser,
  newPhonePage,
  openPhone,
  screenshot,
  watchErrors,
  type ErrorWatch,
} from '@lianxin/local-phone/testing';
import { find, startProduct, switchElder, type Lianxin } from '../../local/testing/product';
import { costOf, forgetCost } from '../../local/testing/cost';
import { axeViolations, elderLimits, normalLimits, screenFaults } from '../../local/testing/screen';
import { saturdayMorning } from '../../local/testing/visits';

/** So many half-years of history. */
const scale = 6;
const withheld = [/Failed to load resource: the server responded with a status of 5\d\d .*\/local\/functions\/api/];

interface LongList<Name extends EndpointName = EndpointName> {
  readonly name: string;
  readonly openid: string;
  readonly address: string;
  readonly asks: Name;
  readonly input: Input<Name>;
  /** Chosen before anything is read. */
  readonly filter?: string;
  /** What a line is told by, as the cloud answers it. */
  linesOf(page: Output<Name>): string[];
  /** Where that stands on the screen. */
  readonly line: string;
  /** What stands there once everything that the page does by itself is over. */
  readonly settled?: string;
  readonly older: string;
  readonly newer: string;
}
const list = <Name extends EndpointName>(one: LongList<Name>): LongList => one as unknown as LongList;

const signed = (value: number): string => (value < 0 ? `−${-value}` : String(value));

const lists: readonly LongList[] = [
  list({
    name: 'passbook',
    openid: 'branch-li',
    address: '/pages/passbook/passbook',
    asks: 'passbook.get',
    input: { unit: 'organization' },
    linesOf: ({ entries }) => entries.map(({ balance }) => signed(balance)),
    line: 'ledger-line .balance',
    settled: '账目完整',
    older: '下一页',
    newer: '上一页',
  }),
  list({
    name: 'activities',
    openid: 'branch-secretary-ren',
    address: '/packages/branch/activities/activities',
    asks: 'activity.list',
    input: {},
    linesOf: ({ activities }) => activities.map(({ title }) => title),
    line: 'activity-card .large',
    older: '更早的',
    newer: '较新的',
  }),
  list({
    name: 'books',
    openid: 'secretary-qin',
    address: '/packages/passbook/books/books',
    asks: 'passbook.list',
    input: { unit: 'service' },
    filter: '服务',
    linesOf: ({ people }) => people.map((one) => nameApart(one)),
    line: '.find ~ .rows list-row .strong',
    older: '下一页',
    newer: '上一页',
  }),
];

let product: Lianxin;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning, scale), launchBrowser()]);
  page = await newPhonePage(browser);
  await page.clock.setFixedTime(new Date(saturdayMorning));
  watch = watchErrors(page, withheld);
}, 120_000);

afterEach(() => watch.expectNone());

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const seen = (selector: string): Promise<string[]> =>
  page.locator(selector).filter({ visible: true }).allTextContents();

async function answerOf(one: LongList, cursor: string | undefined): Promise<{ lines: string[]; next?: string }> {
  const reply = await product.callAs(one.openid, one.asks, {
    ...one.input,
    ...(cursor !== undefined && { cursor }),
  } as Input<EndpointName>);
  if (!reply.ok) throw new Error(`${one.asks}: ${reply.code}`);
  const { next } = reply.data as { next?: string };
  return { lines: one.linesOf(reply.data), ...(next !== undefined && { next }) };
}

/** The first pages of a list, as the cloud answers them. */
async function pagesOf(one: LongList, count: number): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | undefined; pages.length < count;) {
    const { lines, next } = await answerOf(one, cursor);
    pages.push(lines);
    cursor = next;
  }
  return pages;
}

async function open(one: LongList, fontScale = 1): Promise<void> {
  await openPhone(page, { url: product.url, as: one.openid, page: one.address, fontScale });
  if (one.filter !== undefined) await (await find(page, one.filter)).click();
  await stands(1);
}
const stands = (number: number): Promise<void> =>
  page
    .getByText(new RegExp(`^第 ${number} 页`))
    .filter({ visible: true })
    .waitFor();

async function turn(label: string, to: number): Promise<void> {
  const button = await find(page, label);
  await button.scrollIntoViewIfNeeded();
  await forgetCost(page);
  await button.click();
  await stands(to);
}

test.each(lists)(
  '$name: the third page holds its own twenty lines and no more',
  async (one) => {
    const pages = await pagesOf(one, 4);
    expect(pages.map((lines) => lines.length > 0)).toEqual([true, true, true, true]);
    await open(one);
    expect(await seen(one.line)).toEqual(pages[0]);
    if (one.settled !== undefined) await page.getByText(one.settled).first().waitFor();
    await turn(one.older, 2);
    expect(await seen(one.line)).toEqual(pages[1]);
    await turn(one.older, 3);
    expect(await seen(one.line)).toEqual(pages[2]);
    expect(pages[2]).toHaveLength(20);
    const cost = await costOf(page);
    expect(cost.nodes).toBeLessThanOrEqual(400);
    expect(cost.setDataCalls).toBeLessThanOrEqual(2);
    expect(cost.largestSetDataBytes).toBeLessThanOrEqual(16 * 1024);
    expect(
      await page
        .locator('.page-view')
        .last()
        .evaluate((view) => view.scrollTop),
    ).toBe(0);
    await turn(one.newer, 2);
    expect(await seen(one.line)).toEqual(pages[1]);
  },
  60_000,
);

test.each([
  { look: 'normal', elder: false, fontScale: 1, limits: normalLimits },
  { look: 'elder', elder: true, fontScale: 1, limits: elderLimits },
  { look: 'large', elder: false, fontScale: 1.65, limits: normalLimits },
])(
  'the foot of a page stands in the $look look',
  async ({ look, elder, fontScale, limits }) => {
    for (const one of lists) {
      await switchElder(page, product, one.openid, elder);
      await open(one, fontScale);
      await turn(one.older, 2);
      await (await find(page, one.older)).scrollIntoViewIfNeeded();
      await screenshot(page, `long-${one.name}-${look}`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await screenFaults(page, limits)).toEqual([]);
    }
  },
  90_000,
);

test('a page that does not come is said where one looks; the next touch brings it', async () => {
  const [one] = lists;
  const pages = await pagesOf(one!, 2);
  await switchElder(page, product, one!.openid, false);
  await open(one!);
  await product.post('/local/faults', {
    kind: 'timeout-before',
    match: `function api ${one!.asks}`,
    openid: one!.openid,
    times: 3,
  });
  await (await find(page, one!.older)).click();
  await page.getByText('网不通，连上网再试一次。').filter({ visible: true }).waitFor();
  expect(await seen(one!.line)).toEqual(pages[0]);
  expect(await axeViolations(page)).toEqual([]);
  await screenshot(page, 'long-failed');
  await turn(one!.older, 2);
  expect(await seen(one!.line)).toEqual(pages[1]);
}, 40_000);
