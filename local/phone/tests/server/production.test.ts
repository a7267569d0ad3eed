import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';

jest.setTimeout(60_000);

let browser: Browser;
let running: RunningPhone;
beforeAll(async () => {
  [browser, running] = await Promise.all([
    launchBrowser(),
    startPhone({ appFolder: join(__dirname, '..', 'fixtures', 'sample'), production: true }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
});

test('a production build does the same: modules, WXS, packages, placeholders, styles', async () => {
  const page = await newPhonePage(browser);
  const watch = watchErrors(page);
  await openPhone(page, { url: running.url });
  expect(await page.evaluate('window.wx.__log.slice(0, 5)')).toEqual([
    'app launch pages/home/home 1001',
    'app show',
    'badge created',
    'badge attached',
    'home load {} 1',
  ]);
  await page.locator('.count').click();
  expect(await page.locator('.count').textContent()).toBe('1');
  const go = (path: string): Promise<unknown> => page.evaluate(`window.wx.navigateTo({ url: '${path}' })`);
  await go('/packages/extra/page/page');
  expect(await page.locator('.extra').textContent()).toBe('分包页 7');
  await go('/pages/tools/tools');
  expect(await page.locator('.types').textContent()).toBe('Array String RegExp Date');
  await go('/pages/component/component');
  await page.getByText('很重的组件').waitFor();
  await go('/pages/style/style');
  expect(
    await page
      .locator('wx-styled wx-view')
      .first()
      .evaluate((element) => getComputedStyle(element).color),
  ).toBe('rgb(0, 0, 250)');
  watch.expectNone();
});
