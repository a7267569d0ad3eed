/** What WeChat's old compiler and framework make of a template, in a browser: an app that declares no framework. */
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type RunningPhone } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

const data = { price: 3, nul: null, s: 'abc', list: ['x', 'y'], o: { x: 1 }, fn: 'replaced' };
const cases: Record<string, readonly [template: string, text: string]> = {
  'an inline WXS that requires a file': [
    '<wxs module="m">var o = require("./o.wxs"); module.exports = { f: o.f };</wxs>{{m.f("a")}}',
    'f(a)',
  ],
  'an include sees the item and the modules around it': [
    '<wxs module="m" src="./o.wxs"/><block wx:for="{{list}}"><include src="./included.wxml"/></block>',
    '0x;f(x)1y;f(y)',
  ],
  'an expression that fails leaves its spot empty': ['<view>a{{price.toFixed(2)}}b</view><view>c</view>', 'abc'],
  'a WXS function that fails leaves its spot empty': [
    '<wxs module="m" src="./o.wxs"/><view>a{{m.fails(nothing)}}b</view><view>c</view>',
    'abc',
  ],
  'a line break in a text': ['<text>一\\n二</text>', '一\n二'],
  'escapes of a text, and what is none': [
    '<text>一\\t二\\\\n三</text>{{ "\\u4e00" }}<titled t="{{ \'\\u4e00\' }}"/>',
    '一\t二\\n三\\u4e00u4e00',
  ],
  'a backslash before a quote': [
    '<text>{{ s === \\"abc\\" ? 1 : 2 }}</text><view wx:if="{{ s === \\"abc\\" }}">3</view>',
    '13',
  ],
  'a backslash before a quote within a text of an expression': [
    `{{ "\\"" }}{{ 'it\\'s' }}{{ s + "a\\"b" }}{{ 'say \\"x\\"' }}{{ "\\\\" }}`,
    `"it'sabca"bsay "x"\\`,
  ],
  'a backslash before a quote in an attribute': ['<titled t="\\"test\\""/>', '"test"'],
  'wx-if, wx-else, wx:for-items': [
    '<view wx-if="{{nul}}">a</view><view wx-else>b</view><text wx:for-items="{{list}}">{{item}}</text>',
    'bxy',
  ],
  'of the words with wx- only the conditions are read': [
    '<text wx-for="{{list}}">{{item}}</text><text wx-if="{{nul}}">a</text><text wx-elif="{{s}}">b</text>',
    'b',
  ],
  'escapes of an attribute': ['<titled t="a\\tb\\\\c\\q"/>', 'a\tb\\cq'],
  'a minus before a minus': ['{{price--2}}{{--price}}<titled t="{{price--2}}"/>', '535'],
  'a function of WXS that is called by itself has an empty this': [
    '<wxs module="m">function f() { return this.x } ' +
      'module.exports = { x: 7, f: f, g: function () { return f() } }; // end</wxs>' +
      '{{m.f()}}{{m.g()}};{{m.x}}',
    ';7',
  ],
  'what a function of WXS gives has no functions': [
    '<wxs module="m">function g(x) { return x } ' +
      'module.exports = { k: { g: g }, f: function () { return { h: 1, i: function () { return 2 } } }, ' +
      'j: function () { return function () { return 3 } } };</wxs>{{m.f().h}}{{m.f().i()}};{{m.j()}};{{m.k.g(4)}}',
    '1;null;4',
  ],
  'null is the word, undefined is nothing': ['{{nul}}元{{nothing}}', 'null元'],
  'a function of data is empty': ['a{{fn()}}{{list.join("-")}}{{price.toFixed}}{{o.constructor}}b', 'ab'],
  'the text of a WXS function': ['<wxs module="m" src="./o.wxs"/>{{m.f}}', '[function Function]'],
  'WXS does not reach the data': [
    '<wxs module="m" src="./o.wxs"/><text>{{m.write(o)}}</text><text>{{o.x}}</text>',
    '91',
  ],
  'block sends nothing into a slot': [
    '<named><block slot="x"><text>in x</text></block><text slot="x">y</text></named>',
    '[y]',
  ],
  'a slot with content draws the component': ['<fallback><text>own</text></fallback>', '(own)'],
  'a template that calls itself stops': [
    '<template name="r"><text>{{n}}</text><template is="r" data="{{n: 2}}"/></template>' +
      '<template is="r" data="{{n: 1}}"/>',
    '1',
  ],
  'a template that calls itself by way of another one stops': [
    '<template name="a"><text>a{{n}}</text><template is="b" data="{{n}}"/></template>' +
      '<template name="b"><text>b</text><template is="{{\'a\'}}" data="{{n}}"/><text>c</text></template>' +
      '<template is="a" data="{{n: 1}}"/><template is="b" data="{{n: 2}}"/>',
    'a1bcba2c',
  ],
  'a module is stronger than an item of its name': [
    '<wxs module="item">module.exports = { f: 1 };</wxs><wxs module="at">module.exports = 7;</wxs>' +
      '<text wx:for="{{list}}" wx:for-index="at">{{item.f}}{{at}};</text>',
    '17;17;',
  ],
  'entities in attributes stay as they are': ['<titled t="&lt;b&gt;"/><titled t="{{ s }}&amp;"/>', '&lt;b&gt;abc&amp;'],
  'the last of two WXS of one name': [
    '<wxs module="m">module.exports = { f: 1 };</wxs><wxs module="m">module.exports = { f: 2 };</wxs>{{m.f}}',
    '2',
  ],
  'names that only JavaScript reserves': ['<wxs module="m" src="./names.wxs"/>{{m.all(1)}}', '1234'],
};

const page = (at: number): string => `pages/p${String(at)}/p${String(at)}`;
let folder: string;
let phone: RunningPhone;
let browser: Browser;

beforeAll(async () => {
  folder = scratchFolder('old-templates');
  const files: Record<string, string | object> = {
    'app.json': { pages: Object.keys(cases).map((_title, at) => page(at)) },
    'app.js': 'App({})',
    'named.js': 'Component({ options: { multipleSlots: true } })',
    'named.json': { component: true },
    'named.wxml': '[<slot name="x"/>]',
    'titled.js': 'Component({ properties: { t: String } })',
    'titled.json': { component: true },
    'titled.wxml': '{{t}}',
    'fallback.js': 'Component({})',
    'fallback.json': { component: true },
    'fallback.wxml': '(<slot><text>instead</text></slot>)',
  };
  for (const [at, [template]] of Object.values(cases).entries()) {
    files[`${page(at)}.js`] = `Page({ data: ${JSON.stringify(data)} })`;
    files[`${page(at)}.json`] = { usingComponents: { named: '/named', titled: '/titled', fallback: '/fallback' } };
    files[`${page(at)}.wxml`] = template;
    files[`pages/p${String(at)}/included.wxml`] = '<wxs module="z">1</wxs><text>{{index}}{{item}};{{m.f(item)}}</text>';
    files[`pages/p${String(at)}/o.wxs`] =
      'module.exports = { f: function (a) { return "f(" + a + ")" }, fails: function (a) { return a.b.c },' +
      ' write: function (o) { o.x = 9; return o.x } };';
    files[`pages/p${String(at)}/names.wxs`] =
      'var class = 2; var let = 3; function new(try) { return "" + try + class + let + ("new", 4) }' +
      ' module.exports = { all: new };';
  }
  writeApp(folder, files);
  [browser, phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder })]);
});
afterAll(async () => {
  await browser.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(cases).map(([title, [, text]], at) => [title, at, text] as const))(
  '%s',
  async (title, at, text) => {
    const opened = await newPhonePage(browser);
    const errors = watchErrors(opened, title.includes('that fails') ? [/Cannot read properties/] : []);
    await openPhone(opened, { url: phone.url, as: 'somebody', page: `/${page(at)}` });
    const drawn = await opened.locator('wx-page').evaluate((element) => element.textContent);
    expect(drawn?.trim()).toBe(text);
    errors.expectNone();
    await opened.context().close();
  },
);
