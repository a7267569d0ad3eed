import { rmSync } from 'node:fs';
import { Compiler, CompileError, type Supported } from '../../compiler';
import { supportedNames } from '../../browser/supported';
import { scratchFolder, writeApp } from '../support/app-folder';

type Files = Record<string, string | object>;
const HOME: Files = {
  'app.json': { pages: ['pages/home/home'] },
  'app.js': 'App({})',
  'pages/home/home.js': 'Page({})',
  'pages/home/home.wxml': '<view/>',
  'pages/home/home.json': {},
};

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = scratchFolder('compiler');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function compilerOf(files: Files, options: { supported?: Supported; strict?: boolean } = {}): Compiler {
  writeApp(folder, { ...HOME, ...files });
  return new Compiler({ appFolder: folder, production: false, strict: false, ...options });
}

async function mistakesOf(files: Files, options: { supported?: Supported; strict?: boolean } = {}) {
  const error: unknown = await compilerOf(files, options)
    .build()
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof CompileError)) throw new Error('it built');
  return error.diagnostics;
}

async function codeOf(files: Files): Promise<string> {
  const { packages } = await compilerOf(files).build();
  return packages.get('')?.code ?? '';
}

describe('mistakes fail the build with their place and what to do', () => {
  test.each<[string, Files, { file: string; line: number; column: number; message: string | RegExp }]>([
    [
      'WXML expression',
      { 'pages/home/home.wxml': '<view>\n  <text>{{a +}}</text>\n</view>' },
      { file: 'pages/home/home.wxml', line: 2, column: 14, message: 'unexpected character inside expression' },
    ],
    [
      'WXML without an end tag',
      { 'pages/home/home.wxml': '<view>\n  <text>\n</view>' },
      { file: 'pages/home/home.wxml', line: 2, column: 4, message: 'missing end tag' },
    ],
    [
      'TypeScript',
      { 'pages/home/home.js': 'Page({\n  data: {,}\n})' },
      { file: 'pages/home/home.js', line: 2, column: 10, message: /Expected identifier/ },
    ],
    [
      'WXSS',
      { 'pages/home/home.wxss': '.a {\n  color: red;\n' },
      { file: 'pages/home/home.wxss', line: 1, column: 1, message: /Unclosed block/ },
    ],
    [
      'WXSS import',
      { 'pages/home/home.wxss': '@import "./none.wxss";' },
      { file: 'pages/home/home.wxss', line: 1, column: 1, message: 'cannot find ./none.wxss' },
    ],
    [
      'WXS file',
      { 'pages/home/home.wxml': '<wxs src="./f.wxs" module="f"/>', 'pages/home/f.wxs': 'var a = 1;\nvar = 2;' },
      { file: 'pages/home/f.wxs', line: 2, column: 5, message: /Expected identifier/ },
    ],
    [
      'inline WXS',
      { 'pages/home/home.wxml': '<view/>\n<wxs module="f">\nvar a = ;\n</wxs>' },
      { file: 'pages/home/home.wxml', line: 3, column: 9, message: /Unexpected/ },
    ],
    [
      'missing component',
      { 'pages/home/home.json': { usingComponents: { 'my-card': './card' } } },
      { file: 'pages/home/home.json', line: 0, column: 0, message: '<my-card>: no component ./card' },
    ],
    [
      'missing page',
      { 'app.json': { pages: ['pages/home/home', 'pages/none/none'] } },
      { file: 'app.json', line: 0, column: 0, message: 'page pages/none/none has no script' },
    ],
    [
      'JSON',
      { 'pages/home/home.json': '{\n  "a": 1,\n}' },
      { file: 'pages/home/home.json', line: 3, column: 1, message: /JSON/ },
    ],
  ])('%s', async (_name, files, expected) => {
    const mistakes = await mistakesOf(files);
    const found = mistakes.find((mistake) => mistake.file === expected.file);
    expect(found).toMatchObject({ severity: 'error', line: expected.line, column: expected.column });
    expect(found?.message).toMatch(expected.message);
    expect(found?.hint).not.toBe('');
  });

  test('all of them at once, in one message', async () => {
    const mistakes = await mistakesOf({
      'pages/home/home.wxml': '<view>{{a +}}</view>',
      'pages/home/home.js': 'Page({',
      'pages/home/home.wxss': '.a {',
    });
    expect(mistakes.map((mistake) => mistake.file).sort()).toEqual([
      'pages/home/home.js',
      'pages/home/home.wxml',
      'pages/home/home.wxss',
    ]);
  });
});

describe('what is not there', () => {
  const files: Files = {
    'pages/home/home.wxml': '<view>\n  <camera/>\n</view>',
    'pages/home/home.js':
      'Page({ onLoad() {\n  wx.startBluetoothScan();\n  wx.cloud.callContainer();\n  wx.showToast({ title: "a" });\n} })',
  };

  test('fails a strict build, for components and wx.*, each where it stands', async () => {
    const mistakes = await mistakesOf(files, { supported: supportedNames(), strict: true });
    expect(mistakes).toEqual([
      expect.objectContaining({ file: 'pages/home/home.wxml', line: 2, column: 3, message: '<camera> is not there' }),
      expect.objectContaining({
        file: 'pages/home/home.js',
        line: 2,
        column: 3,
        message: 'wx.startBluetoothScan is not there',
      }),
      expect.objectContaining({
        file: 'pages/home/home.js',
        line: 3,
        column: 3,
        message: 'wx.cloud.callContainer is not there',
      }),
    ]);
  });

  test('is a warning elsewhere', async () => {
    const { warnings } = await compilerOf(files, { supported: supportedNames() }).build();
    expect(warnings.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', '<camera> is not there'],
      ['warning', 'wx.startBluetoothScan is not there'],
      ['warning', 'wx.cloud.callContainer is not there'],
    ]);
  });

  test('components of the page itself are there', async () => {
    const own: Files = {
      'pages/home/home.json': { usingComponents: { 'my-card': '/card/card' } },
      'pages/home/home.wxml': '<my-card/>',
      'card/card.json': { component: true },
      'card/card.js': 'Component({})',
      'card/card.wxml': '<view/>',
    };
    const { warnings } = await compilerOf(own, { supported: supportedNames(), strict: true }).build();
    expect(warnings).toEqual([]);
  });
});

test('a module that is not there fails a strict build; elsewhere it fails where it is required, as on a phone', async () => {
  const files: Files = { 'pages/home/home.js': "require('./none'); Page({})" };
  expect(await mistakesOf(files, { strict: true })).toEqual([
    expect.objectContaining({ severity: 'error', file: 'pages/home/home.js', message: 'cannot find module ./none' }),
  ]);
  expect((await compilerOf(files).build()).warnings).toEqual([
    expect.objectContaining({ severity: 'warning', message: 'cannot find module ./none' }),
  ]);
});

describe('packages', () => {
  const component = (folderName: string): Files => ({
    [`${folderName}.json`]: { component: true },
    [`${folderName}.js`]: `Component({ data: { name: '${folderName}' } })`,
    [`${folderName}.wxml`]: '<view/>',
  });
  const page = (name: string, using: Record<string, string>, script = ''): Files => ({
    [`${name}.json`]: { usingComponents: using },
    [`${name}.js`]: `${script}; Page({})`,
    [`${name}.wxml`]: '<view/>',
  });
  const files = (spelling: 'subpackages' | 'subPackages'): Files => ({
    'app.json': {
      pages: ['pages/home/home'],
      [spelling]: [
        { root: 'a', pages: ['one'] },
        { root: 'b/', pages: ['two'] },
      ],
    },
    ...page('a/one', { own: './own', alone: '/shared/alone', both: '/shared/both' }, "require('../util/onlya')"),
    ...page('b/two', { both: '/shared/both' }),
    ...component('a/own'),
    ...component('shared/alone'),
    ...component('shared/both'),
    'util/onlya.js': 'exports.a = 1',
  });

  test.each(['subpackages', 'subPackages'] as const)('%s: each with what only it uses', async (spelling) => {
    const { packages } = await compilerOf(files(spelling)).build();
    const modules = (root: string) =>
      [...(packages.get(root)?.code ?? '').matchAll(/phone\.module\("([^"]+)"/g)].map((match) => match[1]).sort();
    expect(modules('')).toEqual(['app', 'pages/home/home', 'shared/both']);
    expect(modules('a')).toEqual(['a/one', 'a/own', 'shared/alone', 'util/onlya']);
    expect(modules('b')).toEqual(['b/two']);
  });
});

describe('what is written', () => {
  test('rpx, vh, tags, ids and page rules', async () => {
    const code = await codeOf({
      'pages/home/home.wxss':
        'page { height: 100vh } view > .a#b { width: 75rpx; margin: -1.5rpx } @keyframes k { from { left: 750rpx } }',
    });
    const css = JSON.parse(/phone\.styles\((.*)\);/.exec(code)?.[1] ?? '{}') as Record<string, string>;
    expect(css['pages/home/home']?.replace(/\s+/g, ' ')).toBe(
      '@keyframes k { from { left: 100cqw } } @scope (wx-page[data-route="pages/home/home"]) { :scope { height: 100cqh } wx-view > .a[wx-id="b"] { width: 10cqw; margin: -0.2cqw } }',
    );
  });

  test('imported sheets once each, also in a circle', async () => {
    const code = await codeOf({
      'pages/home/home.wxss': '@import "/a.wxss"; @import "../../b.wxss"; .c{left:3px}',
      'a.wxss': '@import "./b.wxss"; .a{left:1px}',
      'b.wxss': '@import "./a.wxss"; .b{left:2px}',
    });
    expect([...code.matchAll(/left:\dpx/g)].map(String)).toEqual(['left:2px', 'left:1px', 'left:3px']);
  });

  test('resolveAlias of app.json', async () => {
    const code = await codeOf({
      'app.json': { pages: ['pages/home/home'], resolveAlias: { '@lib/*': '/library/*', only: 'library/one.js' } },
      'pages/home/home.js': "require('@lib/deep/two'); require('only'); Page({})",
      'library/one.js': 'exports.a = 1',
      'library/deep/two.js': 'exports.b = 2',
    });
    expect(code).toContain('{"@lib/deep/two":"library/deep/two","only":"library/one"}');
  });

  test('a source map that leads to TypeScript', async () => {
    const { packages } = await compilerOf({
      'pages/home/home.js': '',
      'pages/home/home.ts': 'const answer: number = 42;\nPage({ data: { answer } });',
    }).build();
    const map = JSON.parse(packages.get('')?.map ?? '{}') as {
      sections: { offset: { line: number }; map: { sources: string[] } }[];
    };
    const section = map.sections.find((part) => part.map.sources[0] === 'pages/home/home.ts');
    expect(packages.get('')?.code.split('\n')[section?.offset.line ?? 0]).toContain('const answer = 42');
  });

  test('npm straight from node_modules, with what it requires in turn', async () => {
    const code = await codeOf({
      'pages/home/home.json': { usingComponents: { 't-badge': 'tdesign-miniprogram/badge/badge' } },
      'pages/home/home.wxml': '<t-badge/>',
    });
    expect(code).toContain('phone.module("miniprogram_npm/tdesign-miniprogram/badge/badge"');
    expect(code).toContain('"tslib":"miniprogram_npm/tdesign-miniprogram/miniprogram_npm/tslib/index"');
  });
});

test('a second build compiles what changed and nothing else', async () => {
  const compiler = compilerOf({
    'pages/home/home.json': { usingComponents: { 't-button': 'tdesign-miniprogram/button/button' } },
  });
  const first = await compiler.build();
  expect(first.counts.compiled).toBeGreaterThan(20);
  expect((await compiler.build()).counts.compiled).toBe(0);
  writeApp(folder, { 'pages/home/home.wxml': '<view>changed</view>' });
  const third = await compiler.build();
  expect(third.counts.compiled).toBe(1);
  expect(third.packages.get('')?.code).toContain('changed');
});

test('what was missing is found once it is there', async () => {
  const compiler = compilerOf({
    'pages/home/home.wxss': '@import "./late.wxss";',
    'pages/home/home.json': { usingComponents: { late: './late' } },
  });
  await expect(compiler.build()).rejects.toThrow(/no component[\s\S]*late\.wxss/);
  writeApp(folder, {
    'pages/home/late.wxss': '.late{left:9px}',
    'pages/home/late.json': { component: true },
    'pages/home/late.js': 'Component({})',
    'pages/home/late.wxml': '<view/>',
  });
  expect((await compiler.build()).packages.get('')?.code).toContain('left:9px');
});

describe('WXS', () => {
  const NEWER = 'var a = 1;\nfunction f(width = 160) { return width }\nmodule.exports = { f: f }';
  const newer: Files = {
    'pages/home/home.wxml': `<wxs src="./f.wxs" module="f"/>\n<wxs module="g">${NEWER}</wxs>`,
    'pages/home/f.wxs': NEWER,
  };

  test('newer than ES5 fails a strict build, in files and inline; elsewhere it runs, as on a phone', async () => {
    expect(await mistakesOf(newer, { strict: true })).toEqual([
      expect.objectContaining({
        file: 'pages/home/home.wxml',
        line: 3,
        column: 18,
        hint: expect.stringContaining('ES5') as unknown,
      }),
      expect.objectContaining({ file: 'pages/home/f.wxs', line: 2, column: 18 }),
    ]);
    expect(await codeOf(newer)).toContain('function f(width = 160)');
  });

  const WXS = { 'pages/home/home.wxml': '<wxs src="./f.wxs" module="f"/>{{f.a}}' };

  test('a backslash that escapes nothing stays; escapes, comments and the rest are as they were', async () => {
    const code = await codeOf({
      ...WXS,
      'pages/home/f.wxs': "// don't\nmodule.exports = { a: getRegExp('^\\d+\\.\\\\$'), b: \"it's \\\"\\n\" }; /* ' */",
    });
    expect(code).toContain(`getRegExp('^\\\\d+\\\\.\\\\$'), b: "it's \\"\\n" }; /* ' */`);
  });

  test('what is newer than ES5 is a warning with its place', async () => {
    const { warnings } = await compilerOf({ ...WXS, 'pages/home/f.wxs': 'var a = 1;\nlet b = 2;' }).build();
    expect(warnings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        file: 'pages/home/f.wxs',
        line: 2,
        column: 1,
        message: expect.stringMatching(/let/) as string,
      }),
    ]);
  });

  test("constructor is read as the type's name", async () => {
    expect(await codeOf({ ...WXS, 'pages/home/f.wxs': 'module.exports = { a: [].constructor }' })).toContain(
      'a: [][wxsConstructor]',
    );
  });
});

test('a production build carries the icons that the app names, and only those', async () => {
  writeApp(folder, {
    ...HOME,
    'pages/home/home.json': { usingComponents: { 't-icon': 'tdesign-miniprogram/icon/icon' } },
    'pages/home/home.wxml': '<t-icon name="call"/><t-icon name="{{name}}-filled"/>',
    'pages/home/home.js': 'Page({ data: { name: "star" } })',
  });
  const { packages } = await new Compiler({ appFolder: folder, production: true, strict: false }).build();
  const icons = [...(packages.get('')?.code ?? '').matchAll(/--t-icon:url\(\/icons\/([\w-]+)\.svg/g)].map(
    (match) => match[1] ?? '',
  );
  expect(icons).toEqual(expect.arrayContaining(['call', 'star', 'star-filled']));
  expect(icons).not.toContain('airplane');
  expect(icons.length).toBeLessThan(200);
});

test('names of theme.json stand for its light values, in app.json and in pages', async () => {
  const code = await codeOf({
    'app.json': {
      pages: ['pages/home/home'],
      themeLocation: 'theme.json',
      window: { navigationBarBackgroundColor: '@bar' },
    },
    'theme.json': { light: { bar: '#b9161c' }, dark: { bar: '#000000' } },
    'pages/home/home.json': { backgroundColor: '@bar', navigationBarTitleText: '@nobody' },
  });
  expect(code).toContain('"window":{"navigationBarBackgroundColor":"#b9161c"}');
  expect(code).toContain('"backgroundColor":"#b9161c","navigationBarTitleText":"@nobody"');
});
