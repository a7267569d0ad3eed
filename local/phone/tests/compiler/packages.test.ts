import { compilerOf, type Files } from '../support/compiled-app';

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
