import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { scratchFolder, writeApp } from '../support/app-folder';
import { launchBrowser, newPhonePage, openPhone, startPhone, type RunningPhone } from '../../testing';

jest.setTimeout(60_000);

const files = {
  'app.json': { pages: ['pages/home/home', 'pages/detail/detail'] },
  'app.js': 'App({})',
  'pages/home/home.js': 'Page({})',
  'pages/home/home.json': {},
  'pages/home/home.wxml': '<view>首页</view>',
  'pages/detail/detail.js': 'Page({ onLoad(query) { this.setData(query) } })',
  'pages/detail/detail.json': {},
  'pages/detail/detail.wxml': '<view class="text">旧的 {{id}}</view>',
};

let browser: Browser;
let running: RunningPhone;
let folder: string;
const logged: string[] = [];

beforeAll(async () => {
  folder = writeApp(scratchFolder('watched'), files);
  [browser, running] = await Promise.all([
    launchBrowser(),
    startPhone({ appFolder: folder, watch: true, log: (text) => logged.push(text) }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('only a saved file is built; the open page reloads at the same path as the same user', async () => {
  const page = await newPhonePage(browser);
  await openPhone(page, { url: running.url, as: 'somebody', page: '/pages/detail/detail?id=7' });
  expect(await page.locator('.text').textContent()).toBe('旧的 7');
  logged.length = 0;
  writeApp(folder, { 'pages/detail/detail.wxml': '<view class="text">新的 {{id}}</view>' });
  await page.locator('.text', { hasText: '新的 7' }).waitFor();
  expect(logged.join()).toMatch(/\(1 files compiled\)/);
  expect(new URL(page.url()).searchParams.get('as')).toBe('somebody');
  expect(await page.evaluate('window.__lianxin.settings().openid')).toBe('somebody');
  await page.context().close();
});

test('a mistake is shown with its position; corrected, the page comes back', async () => {
  const page = await newPhonePage(browser);
  await openPhone(page, { url: running.url, page: '/pages/detail/detail?id=8' });
  writeApp(folder, { 'pages/detail/detail.wxml': '<view class="text">{{id +}}</view>' });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('pages/detail/detail.wxml:1:26');
  const fresh = await newPhonePage(browser);
  await fresh.goto(`${running.url}/?bare=1`);
  expect(await fresh.getByRole('alert').textContent()).toContain('pages/detail/detail.wxml:1:26');
  writeApp(folder, { 'pages/detail/detail.wxml': '<view class="text">好了 {{id}}</view>' });
  await page.locator('.text', { hasText: '好了 8' }).waitFor();
  await fresh.getByText('首页').waitFor();
  await page.context().close();
  await fresh.context().close();
});
