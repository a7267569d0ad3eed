/** Every page of app.json, as somebody whom it is for, in three looks: as it is, in elder mode, at WeChat's largest type. Pictures: `.cache/screenshots/page-*.png`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  launchBrowser,
  newPhonePage,
  openPhone,
  screenshot,
  watchErrors,
  type ErrorWatch,
} from '@lianxin/local-phone/testing';
import { lookLarge, startProduct, type Lianxin } from '../../local/testing/product';
import { axeViolations, costOf, elderLimits, normalLimits, screenFaults, type Cost } from '../../local/testing/screen';
import { everyRoute, readKnown, saturdayMorning, visits, type Known, type Visit } from '../../local/testing/visits';

const looks = [
  { look: 'normal', elder: false, fontScale: 1, limits: normalLimits },
  { look: 'elder', elder: true, fontScale: 1, limits: elderLimits },
  { look: 'large', elder: false, fontScale: 1.65, limits: normalLimits },
] as const;

const budget = { nodes: 400, depth: 15, setDataCalls: 2, setDataBytes: 16 * 1024, replyBytes: 64 * 1024 };

let product: Lianxin;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;
let known: Known;
/** Calls of the page that was opened last. */
let calls: string[] = [];
const costs = new Map<string, Cost & { calls: number }>();

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  page = await newPhonePage(browser);
  await page.clock.setFixedTime(new Date(saturdayMorning));
  watch = watchErrors(page);
  page.on('request', (request) => {
    if (request.url().includes('/local/functions/'))
      calls.push((JSON.parse(request.postData() ?? '{}') as { name?: string }).name ?? '');
  });
  known = await readKnown(product);
}, 90_000);

afterAll(async () => {
  const rows = [...costs].map(([name, cost]) => ({ name, ...cost }));
  const folder = path.resolve(__dirname, '../../.cache');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'page-costs.json'), JSON.stringify(rows, null, 1));
  await browser.close();
  await product.stop();
});

test('has a visit for every page of app.json', () => {
  const at = visits.map((visit) =>
    visit.address({
      working: '',
      completed: '',
      closed: '',
      dispatched: '',
      waiting: '',
      team: '',
      activity: '',
      person: '',
      card: '/packages/resident/card/card',
    }),
  );
  const visited = new Set(at.map((address) => address.slice(1).split('?')[0]));
  expect([...everyRoute()].sort()).toEqual([...visited].sort());
});

async function opened(visit: Visit, fontScale: number): Promise<void> {
  await openPhone(page, { url: product.url, as: visit.openid, page: visit.address(known), fontScale });
  await page.getByText(visit.says).filter({ visible: true }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

async function largestReply(last: number): Promise<number> {
  const traces = (await (await fetch(`${product.url}/local/trace?last=${last}`)).json()) as { bytes: number }[];
  return Math.max(0, ...traces.map(({ bytes }) => bytes));
}

describe.each(looks)('$look', ({ look, elder, fontScale, limits }) => {
  beforeAll(async () => {
    for (const openid of new Set(visits.map((visit) => visit.openid))) await lookLarge(page, product, openid, elder);
  }, 120_000);

  test.each(visits)(
    '$name',
    async (visit) => {
      calls = [];
      await opened(visit, fontScale);
      await screenshot(page, `page-${visit.name}-${look}`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await screenFaults(page, limits)).toEqual([]);
      watch.expectNone();
      if (look !== 'normal') return;
      const cost = await costOf(page);
      costs.set(visit.name, { ...cost, calls: calls.length });
      expect(cost.nodes).toBeLessThanOrEqual(budget.nodes);
      expect(cost.depth).toBeLessThanOrEqual(budget.depth);
      expect(cost.setDataCalls).toBeLessThanOrEqual(Math.max(budget.setDataCalls, calls.length));
      expect(cost.largestSetDataBytes).toBeLessThanOrEqual(budget.setDataBytes);
      expect(await largestReply(calls.length)).toBeLessThanOrEqual(budget.replyBytes);
      expect(calls.filter((name) => name !== 'message.read').slice(0, visit.name === 'verify' ? 1 : 2)).toEqual(
        visit.asks ? [visit.asks] : [],
      );
    },
    40_000,
  );
});

/** What a phone that was never used asks for, in its order. */
async function firstCalls(openid: string, visit: Visit): Promise<string[]> {
  const fresh = await newPhonePage(browser);
  const heard: string[] = [];
  const nameOf = (body: string | null): string => (JSON.parse(body ?? '{}') as { name?: string }).name ?? '';
  fresh.on('request', (request) => {
    if (!request.url().includes('/local/functions/')) return;
    const name = nameOf(request.postData());
    heard.push(`asks ${name}`);
    void request.response().then(() => heard.push(`hears ${name}`));
  });
  await openPhone(fresh, { url: product.url, as: openid, page: visit.address(known) });
  await fresh.getByText(visit.says).filter({ visible: true }).first().waitFor();
  await fresh.context().close();
  return heard;
}

test.each([
  { name: 'card', openid: 'visitor', asks: 'card.open' },
  { name: 'home-resident', openid: 'resident-luo', asks: 'person.home' },
])(
  '$name asks for nothing but $asks before it shows, on a phone that was never used',
  async ({ name, openid, asks }) => {
    const visit = visits.find((one) => one.name === name);
    if (!visit) throw new Error(`No visit ${name}`);
    expect((await firstCalls(openid, visit)).slice(0, 2)).toEqual([`asks ${asks}`, `hears ${asks}`]);
  },
  40_000,
);
