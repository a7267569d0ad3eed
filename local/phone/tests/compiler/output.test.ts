import { codeOf, compilerOf } from '../support/compiled-app';

describe('output', () => {
  test('rpx, vh, tags, ids and page rules', async () => {
    const code = await codeOf({
      'pages/home/home.wxss':
        'page { height: 100vh } view > .a#b { width: 75rpx; margin: -1.5rpx } @keyframes k { from { left: 750rpx } }',
    });
    const css = JSON.parse(/phone\.styles\((.*)\);/.exec(code)?.[1] ?? '{}') as Record<string, string>;
    const rules = ':scope { height: 100cqh } wx-view > .a[wx-id="b"] { width: 10cqw; margin: -0.2cqw }';
    expect(css['pages/home/home']?.replace(/\s+/g, ' ')).toBe(
      `@keyframes k { from { left: 100cqw } } @scope (wx-page[data-route="pages/home/home"]) { ${rules} }`,
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
