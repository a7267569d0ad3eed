import { changeFiles, compilerOf } from '../support/compiled-app';

test('a second build compiles what changed and nothing else', async () => {
  const compiler = compilerOf({
    'pages/home/home.json': { usingComponents: { 't-button': 'tdesign-miniprogram/button/button' } },
  });
  const first = await compiler.build();
  expect(first.counts.compiled).toBeGreaterThan(20);
  expect((await compiler.build()).counts.compiled).toBe(0);
  changeFiles({ 'pages/home/home.wxml': '<view>changed</view>' });
  const third = await compiler.build();
  expect(third.counts.compiled).toBe(1);
  expect(third.packages.get('')?.code).toContain('changed');
});

test('a missing file is found once it exists', async () => {
  const compiler = compilerOf({
    'pages/home/home.wxss': '@import "./late.wxss";',
    'pages/home/home.json': { usingComponents: { late: './late' } },
  });
  await expect(compiler.build()).rejects.toThrow(/no component[\s\S]*late\.wxss/);
  changeFiles({
    'pages/home/late.wxss': '.late{left:9px}',
    'pages/home/late.json': { component: true },
    'pages/home/late.js': 'Component({})',
    'pages/home/late.wxml': '<view/>',
  });
  expect((await compiler.build()).packages.get('')?.code).toContain('left:9px');
});
