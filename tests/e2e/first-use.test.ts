/**
 * From an empty environment to a printed card that leads to the right person, by tapping and typing alone, as whoever
 * follows the README does it.
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
import { find, startEmptyProduct, type Lianxin } from '../../local/testing/product';
import { sheetOf } from '../functions/import/lists';
import { seePdf } from '../support/pdf';

jest.setTimeout(300_000);

let product: Lianxin;
let code: string;
let browser: Browser;
let page: Page;
let watch: ErrorWatch;
beforeAll(async () => {
  const [started, launched] = await Promise.all([startEmptyProduct('2026-11-23T10:00:00+08:00'), launchBrowser()]);
  ({ product, code } = started);
  browser = launched;
  page = await newPhonePage(browser);
  watch = watchErrors(page);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const open = (openid: string, address: string) => openPhone(page, { url: product.url, as: openid, page: address });
const tap = async (label: string | RegExp) => (await find(page, label)).click();
const sees = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const picture = async (name: string) => {
  await page.waitForTimeout(350);
  await screenshot(page, name);
};
const fields = () => page.locator('input').filter({ visible: true });

const administrator = 'fresh-1';
const answers = [
  ...['', '新开社区', '兴华街道', '0351-5550001', '新开巷 1 号', '周一至周五 8:30–17:30'],
  ...['值班室', '0351-5550002', '范志远', '16488880001'],
];
const people = [
  ['姓名', '联系电话', '网格', '院落'],
  ['赵慧敏', '16488880002', '红色网格', '柳巷 12 号院'],
  ['王桂兰', '16488880003', '红色网格', '柳巷 12 号院'],
];

/** Adds a place under the one that is shown. */
async function add(kind: string, name: string): Promise<void> {
  await tap('添一处');
  await tap(kind);
  await fields().first().fill(name);
}

test('an empty environment becomes a community whose printed card leads a resident to her grid worker', async () => {
  await open(administrator, '/packages/setup/claim/claim');
  await sees('开通这个社区');
  for (const [index, answer] of [code, ...answers.slice(1)].entries()) await fields().nth(index).fill(answer);
  await picture('first-use-1');
  await tap('开通这个社区');
  await sees('做到哪儿都能停');
  await picture('first-use-2');

  await tap('网格和颜色');
  await add('网格', '红色网格');
  await tap('红色');
  await tap('定下来');
  await tap('红色网格');
  await sees('改名');
  await add('街巷', '柳巷');
  await tap('定下来');
  await tap('柳巷');
  await sees('下面还没有地方');
  await add('院', '柳巷 12 号院');
  await tap('定下来');
  await sees('柳巷 12 号院');

  await open(administrator, '/packages/setup/progress/progress');
  await tap('居民和党员');
  const chosen = page.waitForEvent('filechooser');
  await tap('选一个文件');
  await tap('同意');
  await (await chosen).setFiles({ name: '居民.xlsx', mimeType: 'application/octet-stream', buffer: sheetOf(people) });
  await sees(/^把 2 行写进去$/);
  await picture('first-use-3');
  await tap(/^把 2 行写进去$/);
  await sees('写完了');

  await open(administrator, '/packages/community/places/places');
  await tap('红色网格');
  await sees('改名');
  await tap('谁担着哪个职务');
  await tap('网格员');
  await fields().first().fill('赵慧敏');
  await tap('找');
  await tap(/^赵慧敏/);
  await sees('赵慧敏');

  await open(administrator, '/packages/setup/progress/progress');
  await tap('连心卡');
  await tap('选哪个院、哪一户');
  await tap('红色网格');
  await tap('柳巷');
  await tap('柳巷 12 号院');
  await tap('发这张卡');
  await page.getByText('还没有发过卡').waitFor({ state: 'detached' });
  // A card follows whoever was given the post with the timer's next run.
  await product.post('/local/clock', { advanceMs: 660_000 });
  const token = await printedToken();
  await open('fresh-2', `/packages/resident/card/card?scene=${token}`);
  await sees('赵慧敏');
  await sees('0351-555 0001');
  await picture('first-use-4');
  watch.expectNone();
});

/** Prints by tapping, and reads the sheet's first code as a phone's camera would. */
async function printedToken(): Promise<string> {
  await tap('成批发卡、打印');
  await tap('选网格、街巷、院子都行');
  await tap('红色网格');
  await tap('就是这里');
  const downloaded = page.waitForResponse((response) => /\.pdf/.test(response.url()));
  await tap('印');
  await tap(/^打开/);
  const bytes = new Uint8Array(await (await fetch((await downloaded).url())).arrayBuffer());
  const [seen] = await seePdf(bytes, [{ x: 0, y: 0, width: 105, height: 60 }]);
  expect(seen?.text).toContain('0351-5550001');
  await picture('first-use-print');
  return decodeURIComponent(seen?.codes[0] ?? '').split('scene=')[1] ?? '';
}
