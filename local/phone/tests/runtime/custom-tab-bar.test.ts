import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { scratchFolder, writeApp } from '../support/app-folder';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';

jest.setTimeout(60_000);

let browser: Browser;
let running: RunningPhone;
let folder: string;

beforeAll(async () => {
  folder = writeApp(scratchFolder('tabs'), {
    'app.json': {
      pages: ['pages/a/a', 'pages/b/b'],
      tabBar: {
        custom: true,
        list: [
          { pagePath: 'pages/a/a', text: '甲' },
          { pagePath: 'pages/b/b', text: '乙' },
        ],
      },
    },
    'app.js': 'App({})',
    ...Object.assign(
      {},
      ...['a', 'b'].map((name, index) => ({
        [`pages/${name}/${name}.json`]: {},
        [`pages/${name}/${name}.wxml`]: `<view>页 ${name}</view>`,
        [`pages/${name}/${name}.js`]: `Page({ onShow() { this.getTabBar().setData({ selected: ${index} }) } })`,
      })),
    ),
    'custom-tab-bar/index.json': { component: true },
    'custom-tab-bar/index.wxml': `<view class="bar">
      <view wx:for="{{['a', 'b']}}" wx:key="*this" data-name="{{item}}" bind:tap="go"
        class="{{selected === index ? 'on' : 'off'}}">去 {{item}}</view>
    </view>`,
    'custom-tab-bar/index.wxss': '.bar { position: fixed; left: 0; right: 0; bottom: 0; height: 60px }',
    'custom-tab-bar/index.js': `Component({
      data: { selected: -1 },
      methods: {
        go(event) {
          const { name } = event.currentTarget.dataset;
          wx.switchTab({ url: \`/pages/\${name}/\${name}\` });
        },
      },
    })`,
  });
  [browser, running] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a custom tab bar is on every tab page, and getTabBar answers it', async () => {
  const page = await newPhonePage(browser);
  const watch = watchErrors(page);
  await openPhone(page, { url: running.url });
  const current = page.locator('.page-frame:not([hidden])');
  expect(await page.locator('.tab-bar').isVisible()).toBe(false);
  const place = await current.locator('custom-tab-bar wx-view').first().boundingBox();
  expect(place).toMatchObject({ x: 0, y: 752, width: 375, height: 60 });
  await current.getByText('去 b').click();
  await current.getByText('页 b').waitFor();
  expect(await current.locator('[class*="--on"]').textContent()).toBe('去 b');
  watch.expectNone();
});
