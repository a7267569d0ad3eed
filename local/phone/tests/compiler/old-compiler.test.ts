import { compilerOf, type Files } from '../support/compiled-app';

/** What WeChat's old compiler refuses or leaves blank, said by the build. */
async function warningsOf(files: Files): Promise<string[]> {
  const { warnings } = await compilerOf(files).build();
  return warnings.map(({ file, line, message }) => `${file}:${String(line)} ${message}`);
}
const wxml = (template: string): Files => ({ 'pages/home/home.wxml': template });

test.each([
  ['{{ 1e3 }}', 'a number with an exponent'],
  ['{{ typeof a }}', 'typeof'],
  ['{{ a ?? b }}', '??'],
  ['{{ +s }}', 'a plus in front of a value'],
  ['{{ [...l, 4] }}', 'a spread in an array'],
  ['{{ 1 + +s }}', 'a plus in front of a value'],
  ['{{ 0x10 }}', 'a number that is not decimal'],
  ['{{ a instanceof b }}', 'instanceof, void or >>>'],
  ["{{ 'a'.length }}", 'a member of what is written out'],
  ['{{ {a: 1}.a }}', 'a member of what is written out'],
  ['{{ (a + b).length }}', 'a member of what stands in parentheses'],
  ['{{ {} }}', 'an empty object'],
  ['{{{a: 1}}}', 'two closing braces within an expression'],
  ["{{ '\\u4e00' }}", 'this escape in a text'],
])('%s', async (template, what) => {
  const expected = [`pages/home/home.wxml:2 WXML: WeChat's old compiler does not take ${what}`];
  expect(await warningsOf(wxml(`<view/>\n${template}`))).toEqual(expected);
  expect(await warningsOf(wxml(`<view/>\n<view title="${template}"/>`))).toEqual(expected);
});

test.each([
  ['<view/>\n<view wx:else wx:for="{{l}}"/>', 'wx:else beside wx:for'],
  ['<view/>\n1 < 2', 'a bare < in a text'],
  ['<view/>\n{{price.toFixed(2)}}', 'WXML: price.toFixed is called, and is no function of a WXS module'],
  ['<view/>\n<view title="{{fn()}}"/>', 'WXML: fn is called, and is no function of a WXS module'],
  ['<view/>\n<template name="t"><template is="t"/></template>', 'template t calls itself'],
  [
    '<view/>\n<template name="a"><template is="b"/></template><template name="b"><template is="a"/></template>',
    'template a calls itself by way of b',
  ],
])('%s', async (template, message) => {
  expect(await warningsOf(wxml(template))).toContain(`pages/home/home.wxml:2 ${message}`);
});

test.each([
  ['a.substr(1)', 'substr'],
  ['Object.keys(a)', 'Object'],
  ['a.includes(1)', 'includes'],
  ['(function () { for (var k in a) b(k) })()', 'for-in'],
  ['a.replace( /x/g, "y")', 'a regular expression literal'],
  ['"a" in a', 'in'],
  ['arguments.length', 'arguments'],
  ['a instanceof Array', 'instanceof'],
  ['new Date()', 'new'],
  ['Number(a)', 'Number() or Date()'],
  ['0x10', 'a number that is not decimal'],
  ['{ 1: 2 }', 'a getter or a number as a name'],
  ['(function () { b: for (;;) break b })()', 'a label'],
])('WXS: %s, in files and inline', async (expression, what) => {
  const message = `WXS: WeChat's old compiler does not take ${what}`;
  const script = `var a = 1;\nvar f = function () { return ${expression} };`;
  const inline = await warningsOf(wxml(`<wxs module="m">${script}</wxs>`));
  expect(inline).toEqual([`pages/home/home.wxml:2 ${message}`]);
  const file = await warningsOf({ ...wxml('<wxs module="m" src="./m.wxs"/>'), 'pages/home/m.wxs': script });
  expect(file).toEqual([`pages/home/m.wxs:2 ${message}`]);
});

test('an app that declares the new framework is warned of nothing of this', async () => {
  const app = { pages: ['pages/home/home'], componentFramework: 'glass-easel', glassEaselWebview: true };
  expect(await warningsOf({ ...wxml('{{ 1e3 }}'), 'app.json': app })).toEqual([]);
});

test('a function of a WXS module is called, also in what is included', async () => {
  const files = {
    ...wxml('<wxs module="m">module.exports = { f: function () {} }</wxs>{{m.f("a(b)")}}<include src="./part.wxml"/>'),
    'pages/home/part.wxml': '<text>{{m.f(1)}}</text>',
  };
  expect(await warningsOf(files)).toEqual([]);
});

test('what the old compiler takes is no warning', async () => {
  const taken = [
    'a?.5:1',
    'a ? (b) : [c][0]',
    'l[(a + 1)]',
    "'a\\n' + b",
    '{a: 1} ',
    'm.f(a).b',
    'x.length',
    '1 - (a)',
  ];
  const modules = '<wxs module="m">module.exports = { f: function (a) { return [a, "一", a ? 1 : 2] } }</wxs>';
  expect(await warningsOf(wxml(modules + taken.map((each) => `{{ ${each} }}`).join('')))).toEqual([]);
});

test('texts and comments are no code', async () => {
  const script = '// for (var k in a)\nvar a = "typeof ?? Object.keys(a) /x/";';
  expect(await warningsOf(wxml(`<wxs module="m">${script}</wxs>{{ "1e3 ??" }}<!-- 1 < 2 -->`))).toEqual([]);
});
