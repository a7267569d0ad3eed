/**
 * A computer's window of 1,280 px: lists stand in two columns, several lines are done at once, and the keyboard leaves
 * what is open. Pictures: `.cache/screenshots/wide-*.png`.
 */
import type { Browser, Page } from 'playwright-core';
import {
  launchBrowser,
  newPhonePage,
  openPhone,
  screenshot,
  watchErrors,
  type ErrorWatch,
} from '@lianxin/local-phone/testing';
import { startProduct, type Lianxin } from '../../local/testing/product';
import { saturdayMorning } from '../../local/testing/visits';

const computer = { width: 1280, height: 800 };

let product: Lianxin;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  page = await newPhonePage(browser, { viewport: computer });
  await page.clock.setFixedTime(new Date(saturdayMorning));
  watch = watchErrors(page);
}, 120_000);

afterEach(() => watch.expectNone());

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const open = (as: string, address: string) =>
  openPhone(page, { url: product.url, as, page: address, device: 'computer' });
const tap = (text: string) => page.getByText(text, { exact: true }).filter({ visible: true }).first().click();

/** Where the left edges of the lines of a list stand, and how far it is scrolled sideways. */
async function columns(selector: string): Promise<readonly number[]> {
  const lines = page.locator(selector).filter({ visible: true });
  await lines.nth(1).waitFor();
  const boxes = await Promise.all((await lines.all()).map((line) => line.boundingBox()));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(computer.width);
  return [...new Set(boxes.map((box) => Math.round(box!.x)))];
}

test.each([
  ['worker-zhao', '/pages/orders/orders', 'order-card .order'],
  ['branch-secretary-ren', '/packages/branch/activities/activities', 'activity-card'],
  ['admin-fan', '/packages/community/employers/employers', '.lines > .card'],
])(
  '%s reads %s in two columns',
  async (openid, address, selector) => {
    await open(openid, address);
    const edges = await columns(selector);
    expect(edges).toHaveLength(2);
    expect(Math.abs(edges[1]! - edges[0]!)).toBeGreaterThan(computer.width / 3);
    await screenshot(page, `wide-${address.split('/').at(-1)}`);
  },
  60_000,
);

test('several waiting orders go to one, by the keyboard’s Escape back from whom to which', async () => {
  await open('worker-zhao', '/pages/orders/orders');
  await tap('几张一起派');
  await tap('选几项一起办');
  await tap('这一页都选');
  const chosen = Number(/选了 (\d+) 项/.exec((await page.locator('selection-bar').innerText()) ?? '')?.[1]);
  expect(chosen).toBeGreaterThan(1);
  await tap('选派给谁');
  await page.locator('.helper').first().waitFor();
  await screenshot(page, 'wide-dispatch-together');
  await page.keyboard.press('Escape');
  await page.locator('selection-bar').waitFor();
  await tap('选派给谁');
  await page.locator('.helper').first().click();
  await page.getByText(new RegExp(`^${chosen} 张都派给`)).click();
  await page.getByText(new RegExp(`^${chosen} 张派给了`)).waitFor();
  await page.locator('selection-bar').waitFor({ state: 'detached' });
}, 60_000);

test('orders that were found are handed on together, and Escape leaves the choice', async () => {
  await open('secretary-qin', '/packages/desk/search/search');
  await page.getByPlaceholder('单号、姓名').fill('2026-11-20');
  await tap('找');
  await tap('选几项一起办');
  await page.keyboard.press('Escape');
  await page.getByText('选几项一起办').filter({ visible: true }).waitFor();
  await tap('选几项一起办');
  await tap('这一页都选');
  const chosen = Number(/选了 (\d+) 项/.exec((await page.locator('selection-bar').innerText()) ?? '')?.[1]);
  expect(chosen).toBeGreaterThan(1);
  await screenshot(page, 'wide-selection');
  await tap('一起转给别处办');
  await page.getByPlaceholder('转给谁').filter({ visible: true }).fill('供电公司');
  await tap('转过去');
  await page.getByText(`转过去 ${chosen} 张`).waitFor();
  await page.locator('selection-bar').waitFor({ state: 'detached' });
}, 60_000);
