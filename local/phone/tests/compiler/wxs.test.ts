import { codeOf, compilerOf, mistakesOf, type Files } from '../support/compiled-app';

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

  test('a backslash that escapes nothing stays; escapes and comments are unchanged', async () => {
    const code = await codeOf({
      ...WXS,
      'pages/home/f.wxs': "// don't\nmodule.exports = { a: getRegExp('^\\d+\\.\\\\$'), b: \"it's \\\"\\n\" }; /* ' */",
    });
    expect(code).toContain(`getRegExp('^\\\\d+\\\\.\\\\$'), b: "it's \\"\\n" }; /* ' */`);
  });

  test('export and import are no statements of a script', async () => {
    for (const [script, column] of [
      ['export default 1', 1],
      ['import a from "./b"', 8],
    ] as const) {
      const inline = await mistakesOf({ 'pages/home/home.wxml': `<view/>\n<wxs module="m">${script}</wxs>` });
      expect(inline).toEqual([expect.objectContaining({ file: 'pages/home/home.wxml', line: 2, column })]);
      expect(await mistakesOf({ ...WXS, 'pages/home/f.wxs': `\n${script}` })).toEqual([
        expect.objectContaining({ file: 'pages/home/f.wxs', line: 2 }),
      ]);
    }
  });

  test('what is newer than ES5 is a warning with its position', async () => {
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
