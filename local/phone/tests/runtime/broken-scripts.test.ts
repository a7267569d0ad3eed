import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { scratchFolder, writeApp } from '../support/app-folder';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';

jest.setTimeout(60_000);

let browser: Browser;
let running: RunningPhone;
let folder: string;

beforeAll(async () => {
  folder = writeApp(scratchFolder('broken'), {
    'app.json': { pages: ['pages/a/a', 'pages/b/b'], lazyCodeLoading: 'requiredComponents' },
    'app.js': 'global.shared = 5; App({}); throw new Error("app is broken")',
    'pages/a/a.json': { usingComponents: { bad: '/bad/bad', mute: '/mute/mute' } },
    'pages/a/a.js':
      'const hidden = [typeof window, typeof document, typeof fetch, typeof URL].join();' +
      'Page({ data: { shared: global.shared, hidden } })',
    'pages/a/a.wxml': '<view class="text">{{shared}} {{hidden}}</view><bad/><mute/>',
    'bad/bad.json': { component: true },
    'bad/bad.js': 'throw new Error("bad is broken")',
    'bad/bad.wxml': '<view>坏的</view>',
    'mute/mute.json': { component: true },
    'mute/mute.js': 'exports.nothing = 1',
    'mute/mute.wxml': '<view>没有脚本的</view>',
    'pages/b/b.json': {},
    'pages/b/b.js': 'Page({ onLoad() { require("../../none") } })',
    'pages/b/b.wxml': '<view>乙</view>',
  });
  [browser, running] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a script that throws is logged, and everything else still runs', async () => {
  const page = await newPhonePage(browser);
  const watch = watchErrors(page);
  await openPhone(page, { url: running.url });
  expect(await page.locator('.text').textContent()).toBe('5 undefined,undefined,undefined,undefined');
  await page.getByText('没有脚本的').waitFor();
  expect(watch.errors.splice(0).map((error) => /\w+ is broken/.exec(error)?.[0])).toEqual([
    'app is broken',
    'bad is broken',
  ]);
  await openPhone(page, { url: running.url, page: '/pages/b/b' });
  await page.getByText('乙').waitFor();
  expect(watch.errors.splice(0).map((error) => /module not found: [\w./]+|\w+ is broken/.exec(error)?.[0])).toEqual([
    'app is broken',
    'module not found: ../../none',
  ]);
});
