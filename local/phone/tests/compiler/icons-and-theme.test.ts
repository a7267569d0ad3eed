import { codeOf, type Files } from '../support/compiled-app';

test('a production build has only the icons that the app names', async () => {
  const files: Files = {
    'pages/home/home.json': { usingComponents: { 't-icon': 'tdesign-miniprogram/icon/icon' } },
    'pages/home/home.wxml': '<t-icon name="call"/><t-icon name="{{name}}-filled"/>',
    'pages/home/home.js': 'Page({ data: { name: "star" } })',
  };
  const code = await codeOf(files, { production: true });
  const icons = [...code.matchAll(/--t-icon:url\(\/icons\/([\w-]+)\.svg/g)].map((match) => match[1] ?? '');
  expect(icons).toEqual(expect.arrayContaining(['call', 'star', 'star-filled']));
  expect(icons).not.toContain('airplane');
  expect(icons.length).toBeLessThan(200);
});

test('names of theme.json are replaced by its light values, in app.json and in pages', async () => {
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
