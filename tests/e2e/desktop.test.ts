/**
 * What stands around the phone: the frame and its panel in a laptop's window, and the pages at `/local` that show what
 * the cloud did.
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, watchErrors, type ErrorWatch } from '@lianxin/local-phone/testing';
import { startProduct, type Lianxin } from '../../local/testing/product';
import { axeFaults, contrastOf } from '../../local/testing/screen';
import { saturdayMorning } from '../../local/testing/visits';

const laptop = { width: 1366, height: 650 };

let product: Lianxin;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  page = await newPhonePage(browser, { viewport: laptop, bypassCSP: true });
  watch = watchErrors(page);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/**
 * The cloud's pages take the machine's own Chinese font, which this browser lacks; axe-core judges no text that has no
 * glyphs.
 */
async function writeInOwnGlyphs(): Promise<void> {
  await page.addStyleTag({ url: `${product.url}/fonts/wght.css` });
  await page.addStyleTag({ content: 'body { font-family: "Noto Sans SC Variable" !important; }' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const inner = () => page.frameLocator('iframe');

test('a laptop’s window shows the phone with its tabs whole, and the panel, without a fault', async () => {
  await page.goto(`${product.url}/?frame=1&as=resident-luo`);
  for (const tab of ['办事', '存折', '我的', '首页']) {
    await inner().getByRole('tab', { name: tab }).click();
    await inner().locator('[role=tab][aria-selected=true]', { hasText: tab }).waitFor();
    const bar = await inner().locator('.tab-bar').boundingBox();
    expect(bar!.y + bar!.height).toBeLessThanOrEqual(laptop.height);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(laptop.width);
  expect(await axeFaults(page)).toEqual([]);
  watch.expectNone();
}, 300_000);

test.each(['/local', '/local?collection=orders'])(
  '%s has its landmarks, and every text can be read',
  async (address) => {
    await page.goto(`${product.url}${address}`);
    await writeInOwnGlyphs();
    expect(await page.locator('main').count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  },
  300_000,
);

test('each text is judged, whatever it lies on; what is covered or cannot be judged is a fault', async () => {
  const faultsOf = async (body: string): Promise<string[]> => {
    await page.setContent(`<main>${body}</main>`);
    return (await contrastOf(page)).faults.map(({ kind }) => kind);
  };
  expect(await faultsOf('<p style="color:#000">plain</p>')).toEqual([]);
  expect(await faultsOf('<p style="color:#bbb">pale</p>')).toEqual(['contrast too low']);
  const beneath = (style: string): string => `<p>under</p><div style="position:absolute;inset:0;${style}"></div>`;
  expect(await faultsOf(beneath(''))).toEqual([]);
  expect(await faultsOf(beneath('background:#fff'))).toEqual(['text covered']);
  const on = (ground: string): string => `<p style="color:#767676;background:${ground}">grey</p>`;
  expect(await faultsOf(on('linear-gradient(#fff, #eee)'))).toEqual(['contrast too low']);
  expect(await faultsOf(on('linear-gradient(#fff, #fff)'))).toEqual([]);
  expect(await faultsOf(on('linear-gradient(90deg, #fff, #999)'))).toEqual(['contrast too low']);
  const picture = "url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E')";
  expect(await faultsOf(on(picture))).toEqual(['no contrast was judged', 'contrast undetermined, bgImage']);
  expect(await faultsOf('')).toEqual(['no contrast was judged']);
}, 300_000);
