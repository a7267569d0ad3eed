/** What an app may say and this phone does not read. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

const files: Readonly<Record<string, string | object>> = {
  'app.json': {
    pages: ['a/a'],
    renderer: 'skyline',
    lazyCodeLoading: 'requiredComponents',
    workers: 'workers',
    plugins: { hello: { version: '1.0.0', provider: 'wx0' } },
    rendererOptions: { skyline: { defaultDisplayBlock: true } },
  },
  'workers/index.js': 'worker.onMessage(() => undefined)',
  'app.js': 'App({})',
  'a/a.js': `Page({ data: { said: '' }, onLoad() {
    try { requirePlugin('hello') }
    catch (error) { this.setData({ said: error.message + '; ' + typeof wx.createWorker }) }
  }, moved() { 'worklet'; } })`,
  'a/a.json': { renderer: 'skyline', componentFramework: 'glass-easel' },
  'a/a.wxml': '<text>{{said}}</text>',
};

let folder: string;
let phone: RunningPhone;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = writeApp(scratchFolder('not-read'), files);
  [browser, phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
  page = await newPhonePage(browser);
});
afterAll(async () => {
  await browser.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

test('Skyline, plugins and workers are not read: the page is drawn, what it calls of them says so', async () => {
  const errors = watchErrors(page);
  await openPhone(page, { url: phone.url, as: 'somebody', page: '/a/a' });
  const said = 'requirePlugin: there are no plugins in the browser; undefined';
  expect(await page.locator('wx-page').textContent()).toContain(said);
  errors.expectNone();
});
