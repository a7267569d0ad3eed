import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { scratchFolder, writeApp } from '../support/app-folder';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';

jest.setTimeout(60_000);

/** WXS runs with its package, so that its mistakes are logged on every page of the package. */
const routeOf = (name: string) =>
  name === 'wxs' || name === 'inline' ? `${name}/pages/${name}` : `pages/${name}/${name}`;
const page = (name: string, content: { script?: string; wxml?: string; json?: object; wxss?: string }) => ({
  [`${routeOf(name)}.js`]: content.script ?? 'Page({})',
  [`${routeOf(name)}.wxml`]: content.wxml ?? `<view>${name}</view>`,
  [`${routeOf(name)}.json`]: content.json ?? {},
  [`${routeOf(name)}.wxss`]: content.wxss ?? '',
});
const files = {
  'app.json': {
    pages: ['fine', 'script', 'template', 'style', 'using', 'none'].map(routeOf),
    subpackages: ['wxs', 'inline'].map((root) => ({ root, pages: [`pages/${root}`] })),
    lazyCodeLoading: 'requiredComponents',
  },
  'app.js': 'App({})',
  ...page('fine', {}),
  ...page('script', { script: 'Page({\n  data: {,}\n})' }),
  ...page('template', { wxml: '<view>\n  <text>{{a +}}</text>\n</view>' }),
  ...page('wxs', {
    wxml: '<wxs src="./bad.wxs" module="f"/><wxs src="./none.wxs" module="g"/><view>wxs {{f.a}}</view>',
  }),
  'wxs/pages/bad.wxs': 'var a = ;',
  ...page('inline', { wxml: '<wxs module="f">\nvar = 1;\n</wxs><view>inline {{f.a}}</view>' }),
  ...page('style', { wxss: '.a {\n  color: red;\n' }),
  ...page('using', { json: { usingComponents: { 'my-card': './card' } }, wxml: '<view>using</view><my-card/>' }),
};

let browser: Browser;
let running: RunningPhone;
let folder: string;

beforeAll(async () => {
  folder = writeApp(scratchFolder('partial'), files);
  [browser, running] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder, partial: true })]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each<[string, string, RegExp[]]>([
  ['fine', 'fine', []],
  ['script', 'script', [/pages\/script\/script\.js:2:10\s+Expected identifier/]],
  ['template', 'pages/template/template.wxml:2:14', []],
  ['wxs', 'wxs', [/wxs\/pages\/bad\.wxs:1:9\s+Unexpected/, /wxs\/pages\/none\.wxs\s+no such WXS file/]],
  ['inline', 'inline', [/inline\/pages\/inline\.wxml:2:5\s+Expected identifier/]],
  ['style', 'style', []],
  ['using', 'using', []],
  ['none', 'page pages/none/none has no script', []],
])('%s: a mistake is shown where it is made, and every other page runs', async (name, seen, logged) => {
  const tab = await newPhonePage(browser);
  const watch = watchErrors(tab);
  await openPhone(tab, { url: running.url, page: `/${routeOf(name)}` });
  await tab.getByText(seen).first().waitFor();
  expect(watch.errors).toEqual(logged.map((pattern) => expect.stringMatching(pattern) as string));
  await tab.context().close();
});

test('an app without pages is still refused', async () => {
  const empty = writeApp(scratchFolder('partial'), { 'app.json': {}, 'app.js': 'App({})' });
  await expect(startPhone({ appFolder: empty, partial: true })).rejects.toThrow('no page is listed');
  rmSync(empty, { recursive: true, force: true });
});
