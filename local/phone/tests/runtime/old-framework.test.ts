/** What WeChat's old framework does otherwise than the engine, for an app that declares no framework. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';
import { byId } from '../support/inspect';

jest.setTimeout(60_000);

const component = { component: true };
const files: Readonly<Record<string, string | object>> = {
  'app.json': { pages: ['slots/slots', 'relations/relations', 'observers/observers', 'ready/ready', 'update/update'] },
  'app.js': 'App({})',
  'note.js':
    'module.exports = (...words) => wx.setStorageSync("log", [...(wx.getStorageSync("log") || []), words.join(" ")])',
  'slots/slots.js':
    'const note = require("../note"); Page({ onTap(e) { note("page", e.target.id, e.currentTarget.id) } })',
  'slots/slots.json': { usingComponents: { frame: '/frame' } },
  'slots/slots.wxml':
    '<view id="outer" bindtap="onTap"><frame id="frame" bindtap="onTap"><view id="sent">sent</view></frame></view>',
  'frame.js': `const note = require("./note");
    Component({ methods: { onTap(e) { note("frame", e.target.id, e.currentTarget.id) } } })`,
  'frame.json': component,
  'frame.wxml': '<view id="inner" bindtap="onTap"><slot/><text id="own">own</text></view>',
  'relations/relations.js': 'Page({})',
  'relations/relations.json': { usingComponents: { group: '/group', 'group-item': '/item' } },
  'relations/relations.wxml': '<group><view><group-item n="1"/><group-item n="2"/></view></group>',
  'groups.js': 'exports.group = Behavior({}); exports.item = Behavior({ properties: { n: String } })',
  'group.js': `const { group, item } = require("./groups"), note = require("./note");
    Component({ behaviors: [group], relations: { items: { type: "descendant", target: item,
      linked(target) { note("group links", target.data.n) } } },
      ready() { note("nodes", this.getRelationNodes("items").length) } })`,
  'group.json': component,
  'group.wxml': '<slot/>',
  'item.js': `const { group, item } = require("./groups"), note = require("./note");
    Component({ behaviors: [item], relations: { around: { type: "ancestor", target: group,
      linked() { note("item links", this.data.n) } } } })`,
  'item.json': component,
  'item.wxml': '<text>{{n}}</text>',
  'observers/observers.js': 'Page({})',
  'observers/observers.json': { usingComponents: { watching: '/watching' } },
  'observers/observers.wxml': '<watching n="5"/>',
  'watching.js': `const note = require("./note");
    const inner = Behavior({ observers: { n(n) { note("observes", n) } } });
    const outer = Behavior({ behaviors: [inner] });
    Component({ behaviors: [inner, outer], properties: { n: Number } })`,
  'watching.json': component,
  'watching.wxml': '<text>{{n}}</text>',
  'ready/ready.js': `Page({ data: { shown: false },
    flash() { this.setData({ shown: true }); this.setData({ shown: false }) },
    show() { this.setData({ shown: true }) } })`,
  'ready/ready.json': { usingComponents: { short: '/short' } },
  'ready/ready.wxml':
    '<button id="flash" bindtap="flash">flash</button><button id="show" bindtap="show">show</button>' +
    '<short wx:if="{{shown}}"/>',
  'update/update.js': `Page({ data: { n: 1, o: { b: { c: 'deep' } } }, go() { this.setData({ n: 2, o: null }) } })`,
  'update/update.json': {},
  'update/update.wxml':
    '<wxs module="m">module.exports = { f: function (a) { return a.b.c } }</wxs>' +
    '<button id="go" bindtap="go">go</button><text>{{n}}</text>' +
    '<text>{{m.f(o)}}</text><text wx:if="{{n > 1}}">late</text><text>{{n}}</text>',
  'short.js': `const note = require("./note");
    Component({ attached() { note("attached") }, ready() { note("ready") }, detached() { note("detached") } })`,
  'short.json': component,
  'short.wxml': '<text>short</text>',
};

interface Phone {
  wx: { getStorageSync(name: string): string[] };
}

let folder: string;
let phone: RunningPhone;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = writeApp(scratchFolder('old-framework'), files);
  [browser, phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
});
afterAll(async () => {
  await browser.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(name: string): Promise<void> {
  page = await newPhonePage(browser);
  watchErrors(page);
  await openPhone(page, { url: phone.url, as: 'somebody', page: `/${name}/${name}` });
}
const log = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as Phone).wx.getStorageSync('log'));

test('the target of an event from slotted content has its id; inside it is what stands around the slot', async () => {
  await open('slots');
  await byId(page, 'sent').click();
  expect(await log()).toEqual(['frame inner inner', 'page sent frame', 'page sent outer']);
  await byId(page, 'own').click();
  expect((await log()).slice(3)).toEqual(['frame own inner', 'page frame frame', 'page frame outer']);
});

test('relations whose targets are behaviors link', async () => {
  await open('relations');
  expect((await log()).sort()).toEqual(['group links 1', 'group links 2', 'item links 1', 'item links 2', 'nodes 2']);
});

test('a behavior that is reached by two ways observes once', async () => {
  await open('observers');
  expect(await log()).toEqual(['observes 5']);
});

test('a component that is gone before it was painted has no ready', async () => {
  await open('ready');
  await byId(page, 'flash').click();
  await byId(page, 'show').click();
  await page.waitForFunction(() => (globalThis as unknown as Phone).wx.getStorageSync('log').includes('ready'));
  expect(await log()).toEqual(['attached', 'detached', 'attached', 'ready']);
});

test('an update whose expression fails changes all the rest', async () => {
  await open('update');
  expect(await page.locator('wx-page').textContent()).toBe('go1deep1');
  await byId(page, 'go').click();
  expect(await page.locator('wx-page').textContent()).toBe('go2late2');
});
