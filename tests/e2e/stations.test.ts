/**
 * A courier without a login: sees what is open, starts from a site and then from where they stand, says what is wrong
 * in one tap, and reads the map without network; the steward gets the order, a shop withdraws in one tap (S5).
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';
import { saturdayMorning } from '../../local/testing/visits';

const map = '/packages/courier/stations/stations';

let product: Lianxin;
let browser: Browser;
let courier: Person;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  courier = await personWith(browser, product, 'visitor');
}, 90_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function network(page: Page, setting: 'on' | 'off'): Promise<void> {
  await page.evaluate((next) => {
    (globalThis as unknown as { __lianxin: { changeSettings(change: object): void } }).__lianxin.changeSettings({
      network: next,
    });
  }, setting);
}

const pins = (page: Page) => page.locator('wx-map .wx-map-icon');

test('S5-05, S5-07 the map and the list are whole without login, location or network', async () => {
  await courier.open(map);
  await courier.sees('带我去');
  expect(await pins(courier.page).count()).toBe(33);
  const names = await pins(courier.page).evaluateAll((all) => all.map((pin) => pin.getAttribute('aria-label')));
  expect(names).toEqual(expect.arrayContaining(['老马面馆', '义井东街驿站']));
  await courier.tap('现在开着');
  await courier.sees('老马面馆');
  expect(await pins(courier.page).count()).toBeLessThan(33);
  await courier.picture('stations-open');
  await network(courier.page, 'off');
  await courier.page.reload();
  await courier.sees('带我去');
  expect(await pins(courier.page).count()).toBe(33);
  await network(courier.page, 'on');
}, 120_000);

test('S5-06 minutes are counted from a site, and from where somebody stands once they say so', async () => {
  await courier.open(map);
  await courier.sees('带我去');
  await courier.tap('选我的站点');
  await courier.tap(/义井东街快递站点1/);
  await courier.sees('从义井东街快递站点1算起');
  await courier.sees(/^骑车 \d+ 分钟$/);
  await courier.tap('换成走路');
  await courier.sees(/^走路 \d+ 分钟$/);
  await courier.picture('stations-from-site');
  await courier.tap('用我的位置');
  await courier.tap('同意');
  await courier.tap('允许');
  await courier.sees('从您这里算起');
}, 120_000);

test('a report in one tap reaches the steward as an order, and a shop withdraws in one tap', async () => {
  await courier.open('/packages/courier/station/station?scene=yijing_station1');
  await courier.tap('没有水');
  await courier.sees(/^记下了，单号/);
  const steward = await personWith(browser, product, 'steward-he');
  await steward.open('/pages/home/home');
  await steward.sees('有人说，等您去看');
  await steward.sees(/义井东街驿站：到了，没有水/);
  const merchant = await personWith(browser, product, 'merchant-ma');
  await merchant.open('/packages/courier/station/station?scene=yijing_shop1');
  await merchant.tap('不再开放');
  await merchant.sees('这一家眼下不对小哥开放了，看看别的。');
  await courier.open('/packages/courier/station/station?scene=yijing_shop1');
  await courier.sees('这一家眼下不对小哥开放了，看看别的。');
  courier.noErrors();
}, 120_000);
