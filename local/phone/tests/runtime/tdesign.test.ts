import { readdirSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { scratchFolder, writeApp } from '../support/app-folder';
import { packageFolder } from '../../compiler/package-folder';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';

jest.setTimeout(180_000);

const library = join(packageFolder('tdesign-miniprogram'), 'miniprogram_dist');
const components = readdirSync(library)
  .filter((name) => existsSync(join(library, name, `${name}.json`)))
  .sort();

/** The properties that a component needs to show something; the others get a text as their content. */
const properties: Record<string, string> = {
  'action-sheet': 'visible="{{shown}}" items="{{[\'一\', \'二\']}}"',
  attachments:
    "items=\"{{[{ fileType: 'image', name: 'a.png', url: '/images/dot.png', status: 'success', size: 10 }]}}\"",
  avatar: 'image="/images/dot.png"',
  badge: 'count="{{8}}"',
  calendar: 'visible="{{shown}}" value="{{1795392000000}}"',
  cascader: 'visible="{{shown}}" options="{{[{ label: \'甲\', value: 1, children: [{ label: \'乙\', value: 2 }] }]}}"',
  'chat-content': "content=\"{{{ type: 'text', data: '你好' }}}\"",
  'chat-markdown': 'content="# 标题"',
  'chat-message': 'content="{{[{ type: \'text\', data: \'你好\' }]}}" role="user"',
  'chat-thinking': "content=\"{{{ title: '想', text: '想一想' }}}\"",
  'color-picker': 'type="multiple" use-popup="{{false}}"',
  'count-down': 'time="{{100000}}"',
  'date-time-picker': 'visible="{{shown}}" value="2026-11-23 10:00" mode="minute"',
  dialog: 'visible="{{shown}}" title="标题" content="内容" confirm-btn="好"',
  drawer: 'visible="{{shown}}" items="{{[{ title: \'一\' }]}}"',
  guide: 'current="{{0}}" steps="{{[{ element: nothing, title: \'看\', placement: \'center\' }]}}"',
  icon: 'name="call"',
  image: 'src="/images/dot.png"',
  'image-viewer': 'visible="{{shown}}" images="{{[\'/images/dot.png\']}}"',
  indexes: 'index-list="{{[\'A\']}}"',
  loading: 'text="正在打开"',
  message: 'visible="{{shown}}" content="说一声"',
  'notice-bar': 'visible="{{shown}}" content="通知"',
  overlay: 'visible="{{shown}}"',
  picker: 'visible="{{shown}}" value="{{[1]}}"',
  popover: 'visible="{{shown}}" content="说明"',
  popup: 'visible="{{shown}}" placement="bottom"',
  progress: 'percentage="{{30}}"',
  qrcode: 'value="https://example.test"',
  search: 'value="找"',
  segmented: "options=\"{{[{ label: '一', value: 1 }, { label: '二', value: 2 }]}}\"",
  slider: 'value="{{40}}" label="{{true}}"',
  stepper: 'value="{{3}}"',
  'swipe-cell': 'right="{{[{ text: \'删\', className: \'x\' }]}}" opened="{{true}}"',
  swiper: "list=\"{{['/images/dot.png', '/images/dot.png']}}\" navigation=\"{{{ type: 'dots' }}}\"",
  table: 'row-key="id" columns="{{[{ colKey: \'id\', title: \'号\' }]}}" data="{{[{ id: 1 }]}}"',
  toast: '',
  'tree-select':
    'options="{{[{ label: \'甲\', value: 1, children: [{ label: \'乙\', value: 2 }] }]}}" value="{{[1, 2]}}"',
  upload: "files=\"{{[{ url: '/images/dot.png', type: 'image' }]}}\"",
  watermark: 'content="水印"',
};

/** Components that log an error here, with the reason; all others must mount without one. */
const knownErrors: Record<string, string> = {};

const rendered = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 40)))';

let browser: Browser;
let running: RunningPhone;
let folder: string;

const tagOf = (name: string): string => `<t-${name} id="it" ${properties[name] ?? ''}>内容</t-${name}>`;

beforeAll(async () => {
  folder = scratchFolder('tdesign');
  writeApp(folder, {
    'app.json': { pages: components.map((name) => `pages/${name}/${name}`), lazyCodeLoading: 'requiredComponents' },
    'app.js': `App({
      onLaunch() {
        wx.__show = () => getCurrentPages().at(-1).setData({ shown: true });
        wx.__mounted = () => getCurrentPages().at(-1).selectComponent('#it') !== null;
      },
    })`,
    'images/dot.png': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...Object.assign(
      {},
      ...components.map((name) => ({
        [`pages/${name}/${name}.json`]: { usingComponents: { [`t-${name}`]: `tdesign-miniprogram/${name}/${name}` } },
        [`pages/${name}/${name}.js`]:
          'const nothing = () => Promise.resolve({ left: 0, top: 0, width: 10, height: 10 });' +
          'Page({ data: { shown: false, nothing } })',
        [`pages/${name}/${name}.wxml`]: `<view class="around">${tagOf(name)}</view>`,
      })),
    ),
  });
  [browser, running] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every component of TDesign mounts without an error, except those that are listed with their reason', async () => {
  expect(components).toHaveLength(98);
  const page = await newPhonePage(browser);
  const watch = watchErrors(page);
  const failed: Record<string, string[]> = {};
  await openPhone(page, { url: running.url, page: '/pages/button/button' });
  for (const name of components) {
    await page.evaluate(`window.wx.reLaunch({ url: '/pages/${name}/${name}' })`);
    await page.evaluate(rendered);
    await page.evaluate('window.wx.__show()');
    await page.evaluate(rendered);
    if ((await page.evaluate('window.wx.__mounted()')) !== true) watch.errors.push('it is not on the page');
    if (watch.errors.length > 0) failed[name] = watch.errors.splice(0);
  }
  expect(Object.fromEntries(Object.entries(failed).filter(([name]) => knownErrors[name] === undefined))).toEqual({});
  expect(Object.keys(failed).sort()).toEqual(Object.keys(knownErrors).sort());
});

test('icons are drawn from the package, in the colour of the text', async () => {
  const page = await newPhonePage(browser);
  const watch = watchErrors(page);
  await openPhone(page, { url: running.url, page: '/pages/icon/icon' });
  const icon = page.locator('.t-icon wx-label');
  const style = await icon.evaluate((element) => {
    const before = getComputedStyle(element, '::before');
    return {
      mask: before.maskImage,
      width: before.width,
      same: before.backgroundColor === getComputedStyle(element).color,
    };
  });
  expect(style).toEqual({
    mask: `url("${running.url}/icons/call.svg")`,
    width: expect.stringMatching(/^\d+px$/),
    same: true,
  });
  const drawing = await page.request.get(`${running.url}/icons/call.svg`);
  expect(await drawing.text()).toContain('viewBox="0 0 24 24"');
  watch.expectNone();
});
