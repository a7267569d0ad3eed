/** What a build of this phone takes although WeChat's does not. */
import { codeOf, compilerOf } from '../support/compiled-app';

test('miniprogram_npm is read for what npm has not installed', async () => {
  const component = (name: string) => ({
    [`miniprogram_npm/${name}.json`]: { component: true },
    [`miniprogram_npm/${name}.js`]: 'Component({ data: { from: "miniprogram_npm" } })',
    [`miniprogram_npm/${name}.wxml`]: '<view/>',
  });
  const code = await codeOf({
    'pages/home/home.json': {
      usingComponents: { own: 'nobody-installed/own', badge: 'tdesign-miniprogram/badge/badge' },
    },
    'pages/home/home.wxml': '<own/><badge/>',
    ...component('nobody-installed/own'),
    ...component('tdesign-miniprogram/badge/badge'),
  });
  expect(code.match(/from: "miniprogram_npm"/g)).toHaveLength(1);
  expect(code).toContain('phone.module("miniprogram_npm/tdesign-miniprogram/badge/badge"');
});

test('a package may be larger than WeChat takes, and there may be more of them', async () => {
  const roots = Array.from({ length: 120 }, (_, at) => `package${at}`);
  const { packages, warnings } = await compilerOf({
    'app.json': { pages: ['pages/home/home'], subPackages: roots.map((root) => ({ root, pages: ['one'] })) },
    'pages/home/home.js': `const text = "${'x'.repeat(3 * 1024 * 1024)}"; Page({ data: { text } })`,
    ...Object.fromEntries(roots.map((root) => [`${root}/one.js`, 'Page({})'])),
    ...Object.fromEntries(roots.map((root) => [`${root}/one.wxml`, '<view/>'])),
  }).build();
  expect(warnings).toEqual([]);
  expect(packages.size).toBe(121);
  expect(packages.get('')?.code.length).toBeGreaterThan(3 * 1024 * 1024);
});
