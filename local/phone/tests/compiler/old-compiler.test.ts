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
  ['{{ -!a }}', 'a minus in front of !'],
  ['{{ a - -!b }}', 'a minus in front of !'],
  ['{{ a, b }}', 'several values, fields or a spread outside of an object'],
  ['{{ a: 1 }}', 'several values, fields or a spread outside of an object'],
  ['{{ ...o }}', 'several values, fields or a spread outside of an object'],
  ['{{ [a,] }}', 'an empty place in a list'],
  ['{{ [a,,b] }}', 'an empty place in a list'],
])('%s', async (template, what) => {
  const expected = [`pages/home/home.wxml:2 WXML: WeChat's old compiler does not take ${what}`];
  expect(await warningsOf(wxml(`<view/>\n${template}`))).toEqual(expected);
  expect(await warningsOf(wxml(`<view/>\n<view title="${template}"/>`))).toEqual(expected);
});

test.each<readonly [template: string, message: string]>([
  ['<view/>\n<view wx:else wx:for="{{l}}"/>', 'wx:else beside wx:for'],
  ['<view/>\n1 < 2', 'a bare < in a text'],
  ['<view/>\n<view title={{a}}/>', "WXML: WeChat's old compiler does not take an expression without quotes"],
  ['<view/>\n<view title="a\nb"/>', "WXML: WeChat's old compiler does not take a line break in an attribute"],
  [
    '<view/>\n<view title="{{ "x" }}"/>',
    "WXML: WeChat's old compiler does not take the quote of the attribute in its expression",
  ],
  ...["{{ 'it\\'s' }}", '{{ "a\\\\b" }}', "it\\'s", 'a\\\\b'].map(
    (text) => [`<view/>\n${text}`, 'a backslash before a quote or another backslash in a text'] as const,
  ),
  ...['{{ m.f(a).g(b) }}', '{{ m.f()(b) }}'].map(
    (call) =>
      [
        `<wxs module="m">module.exports = { f: 1 };</wxs>\n${call}`,
        "WXML: WeChat's old compiler does not take a call of what a function gave",
      ] as const,
  ),
  ['<view/>\n<view wx:if="{{a}}"/><view wx:else/><view wx:else/>', 'wx:else after wx:else'],
  ['<view/>\n<view wx:if="{{a}}"/><view wx:else><view/></view><view wx:elif="{{b}}"/>', 'wx:else after wx:else'],
  ...['{{ {a: 1} }}', '{{ [1] }}', '{{1}}', '{{o.y}}', '{{a ? o : p}}', '{{a,}}', "{{'s'}}"].map(
    (data) =>
      [
        `<view/>\n<template is="t" data="${data}"/><template name="t">x</template>`,
        "WXML: WeChat's old compiler does not take this data of a template",
      ] as const,
  ),
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

test.each<readonly [expression: string, what: string]>([
  ['a.substr(1)', 'substr'],
  ['Object.keys(a)', 'Object'],
  ['a.includes(1)', 'includes'],
  ['(function () { for (var k in a) b(k) })()', 'for-in'],
  ['a.replace( /x/g, "y")', 'a regular expression literal'],
  ['"a" in a', 'in'],
  ['a instanceof Array', 'instanceof'],
  ['new Date()', 'new'],
  ['Number(a)', 'Number() or Date()'],
  ['0x10', 'a number that is not decimal'],
  ['{ 1: 2 }', 'a getter or a number as a name'],
  ['(function () { b: for (;;) break b })()', 'a label'],
  ['1e3', 'a number with an exponent or _'],
  ['a - .5', 'a number that begins with its point'],
  ['(function () { return {a} })()', 'a field without its value'],
  ['a.$b', 'a name with $'],
  ['/x/.test(a)', 'a regular expression literal'],
  ['(function () { try { a.b.c } catch (e) {} })()', 'try, throw, with or debugger'],
  ['(function () { throw "x" })()', 'try, throw, with or debugger'],
  ['(function () { with (a) { b } })()', 'try, throw, with or debugger'],
  ['(function () { for (var i = 0, n = 3; i < n; i++) {} })()', 'two variables in the head of a for'],
  ['(function () { if (a) { var b = 1 } })()', 'a var without a semicolon before }'],
  ['(function () { switch (a) { default: b(); case 1: c() } })()', 'a default that is not the last'],
  ['import("x")', 'import or export'],
  ['[require]', 'require without a path'],
  ...['\\u4e00', '\\x41', "it\\'s", 'a\\\\d'].map((text) => [`'${text}'`, 'this escape in a text'] as const),
])('WXS: %s, in files and inline', async (expression, what) => {
  const message = `WXS: WeChat's old compiler does not take ${what}`;
  const script = `var a = 1;\nvar f = function () { return ${expression} };`;
  const inline = await warningsOf(wxml(`<wxs module="m">${script}</wxs>`));
  expect(inline).toEqual([`pages/home/home.wxml:2 ${message}`]);
  const file = await warningsOf({ ...wxml('<wxs module="m" src="./m.wxs"/>'), 'pages/home/m.wxs': script });
  expect(file).toEqual([`pages/home/m.wxs:2 ${message}`]);
});

test.each([
  ['a.startsWith("x")', 'method startsWith'],
  ['a.find(f)', 'method find'],
  ['a.hasOwnProperty("x")', 'method hasOwnProperty'],
  ['f.call(null)', 'method call'],
  ['Math.trunc(a)', 'method trunc'],
  ['Array.isArray(a)', 'name Array'],
  ['String(a)', 'name String'],
  ['setTimeout(f)', 'name setTimeout'],
  ['Number.isInteger(a)', 'name isInteger'],
  ['exports.f', 'name exports'],
])('WXS: %s is of JavaScript alone', async (expression, what) => {
  const script = `var a = 1;\nmodule.exports = { f: function () { return ${expression} } };`;
  expect(await warningsOf(wxml(`<wxs module="m">${script}</wxs>`))).toEqual([
    `pages/home/home.wxml:2 WXS: WeChat's old compiler has no ${what}`,
  ]);
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
    '[a, b]',
    '[]',
    'm.f(a, b)',
    'a ? {x: 1, y: [1, 2]} : c',
    "a ? 'b, c: d' : c",
    'a--1',
    'm.f(a) + (b) - m.f(m.f(c))',
    '1 - !a + !-b * ~!c',
    's === \\"abc\\" ? 1 : 2',
  ];
  const modules = '<wxs module="m">module.exports = { f: function (a) { return [a, "一", a ? 1 : 2] } }</wxs>';
  expect(await warningsOf(wxml(modules + taken.map((each) => `{{ ${each} }}`).join('')))).toEqual([]);
});

test('what WXS takes is no warning', async () => {
  const script = [
    'var find = 1; var list = { find: function (x) { return x }, at: 0.5 };',
    'var i, n; for (i = 0, n = 3; i < n; i++) { list.find(i); }',
    'for (var j = f(1, 2); j < 3; j++) { var k = j; }',
    'function f(String) { return arguments.length + String }',
    'switch (n) { case 1: f(1); default: f(2) }',
    'var reg = getRegExp("^\\d+\\.?$"), text = "a\\n" + list["find"](1) + Number.MAX_VALUE + Math.PI;',
    'module.exports = { f: f, reg: reg, text: text, wx: 1 };',
  ].join('\n');
  const data = ['{{a, b}}', '{{a: 1, b}}', '{{...o}}', '{{...a ? o : p, c: [1, 2]}}'];
  const calls = data.map((each) => `<template is="t" data="${each}"/>`).join('');
  const chain = '<view wx:if="{{a}}"/><view wx:elif="{{b}}"/><view wx:else><slot>x</slot></view><view wx:if="{{c}}"/>';
  const chains = `${chain}<wxs module="n">module.exports = 1;</wxs><view wx:else/>`;
  expect(
    await warningsOf(wxml(`<wxs module="m">${script}</wxs>${calls}<template name="t">x</template>${chains}`)),
  ).toEqual([]);
});

test('texts and comments are no code', async () => {
  const script = '// for (var k in a)\nvar a = "typeof ?? Object.keys(a) /x/";';
  expect(await warningsOf(wxml(`<wxs module="m">${script}</wxs>{{ "1e3 ??" }}<!-- 1 < 2 -->`))).toEqual([]);
});
