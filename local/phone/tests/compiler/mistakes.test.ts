import { mistakesOf, type Files } from '../support/compiled-app';

describe('mistakes fail the build with a position and a hint', () => {
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
