/** A component of a subpackage behind its placeholder, fetched when it is first drawn; and when that fails. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

const files: Record<string, string | object> = {
  'app.json': {
    pages: ['pages/home/home'],
    subPackages: [{ root: 'packages/far', pages: ['page/page'] }],
  },
  'app.js': 'App({})',
  'pages/home/home.js': `Page({
  data: { error: '', shown: true, given: 1, found: 0 },
  onLoad() {
    wx.onLazyLoadError(({ type, subpackage }) => this.setData({ error: type + ' ' + subpackage, shown: false }));
  },
  again() { this.setData({ shown: true }) },
  more() { this.setData({ given: this.data.given + 1 }) },
  said({ detail }) { this.setData({ said: detail }) },
  find() { this.setData({ found: this.selectComponent('.far').data.given }) },
});`,
  'pages/home/home.json': {
    usingComponents: { far: '/packages/far/card/card', near: '/near' },
    componentPlaceholder: { far: 'near' },
  },
  'pages/home/home.wxml': `<far wx:if="{{shown}}" class="far" given="{{given}}" bind:said="said" />
<view class="again" bind:tap="again">again</view>
<view class="more" bind:tap="more">more</view><text class="said">{{said}}</text>
<text class="error">{{error}}</text><view class="find" bind:tap="find">found {{found}}</view>`,
  'near.js': 'Component({})',
  'near.json': { component: true },
  'near.wxml': '<text>on its way</text>',
  'packages/far/card/card.js': `Component({
  properties: { given: Number },
  observers: { given(given) { this.triggerEvent('said', 'heard ' + given) } },
});`,
  'packages/far/card/card.json': { component: true },
  'packages/far/card/card.wxml': '<text class="given">given {{given}}</text>',
  'packages/far/page/page.js': 'Page({})',
  'packages/far/page/page.json': {},
  'packages/far/page/page.wxml': '<text>far</text>',
};

let folder: string;
let phone: RunningPhone;
let browser: Browser;
beforeAll(async () => {
  folder = scratchFolder('lazy-load');
  writeApp(folder, files);
  [phone, browser] = await Promise.all([startPhone({ appFolder: folder }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

const packageScript = '**/built/package-*far*';

async function opened(): Promise<Page> {
  const page = await newPhonePage(browser);
  await page.route(packageScript, (route) => route.abort());
  await openPhone(page, { url: phone.url });
  return page;
}

test('a package that could not be fetched is said by wx.onLazyLoadError, and asked for again', async () => {
  const page = await opened();
  await page.getByText('subpackage packages/far').waitFor();
  expect(await page.locator('.far').count()).toBe(0);
  await page.unroute(packageScript);
  await page.locator('.again').click();
  await page.getByText('given 1').waitFor();
  await page.close();
});

test('what comes instead of its placeholder has the properties of the page, and follows them', async () => {
  const page = await newPhonePage(browser);
  await openPhone(page, { url: phone.url });
  await page.getByText('given 1').waitFor();
  await page.locator('.more').click();
  await page.getByText('given 2').waitFor();
  expect(await page.locator('.said').textContent()).toBe('heard 2');
  await page.locator('.find').click();
  await page.getByText('found 2').waitFor();
  await page.close();
});
