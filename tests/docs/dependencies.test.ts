/** docs/dependencies.md against package.json, the workspaces' own, and the packages themselves. */
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly licenses?: readonly { readonly type: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
}
const manifestIn = (folder: string): Manifest =>
  JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;

interface Row {
  readonly name: string;
  readonly version: string;
  readonly released: string;
  readonly kilobytes: number;
  readonly licence: string;
  readonly purpose: string;
}
const text = fs.readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');
const rows: readonly Row[] = [...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name = '', cells = '']) => {
  const [version = '', released = '', kilobytes = '', licence = '', purpose = ''] = cells
    .split('|')
    .map((cell) => cell.trim());
  return { name, version, released, kilobytes: Number(kilobytes), licence, purpose };
});

const folders = ['.', ...(manifestIn('.').workspaces ?? [])];
const wanted = folders.flatMap((folder) => Object.entries(manifestIn(folder).dependencies ?? {}));

/** Put in place of a small script by an install script, where those run: it is the program of a package of its own. */
const installedPrograms = ['esbuild/bin'];

/** Bytes of a package's own files. */
function weight(folder: string): number {
  if (installedPrograms.some((program) => folder.split(path.sep).join('/').endsWith(`node_modules/${program}`)))
    return 0;
  return fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + weight(place);
    return sum + fs.statSync(place).size;
  }, 0);
}

test('every production dependency has one row, at the version that is pinned', () => {
  const own = new Set(
    folders
      .slice(1)
      .map((folder) => manifestIn(folder) as Manifest & { name: string })
      .map(({ name }) => name),
  );
  const missing = wanted.filter(
    ([name, version]) =>
      !own.has(name) && rows.filter((row) => row.name === name && row.version === version).length !== 1,
  );
  expect(missing).toEqual([]);
});

/** What ships of a folder: none of its tests, and none of the packages that lie in it. */
function sourcesIn(folder: string): string {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'miniprogram_npm', 'tests', 'examples'].includes(name))
    .map((entry) => {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) return sourcesIn(place);
      return /\.(?:ts|json|wxml)$/.test(entry.name) && entry.name !== 'package.json'
        ? fs.readFileSync(path.join(root, place), 'utf8')
        : '';
    })
    .join('\n');
}

test.each(folders)('what %s depends on is used by what ships of it, or by its scripts', (folder) => {
  const { dependencies = {}, scripts = {} } = manifestIn(folder);
  const sources = (folder === '.' ? ['cloudfunctions', 'miniprogram'] : [folder]).map(sourcesIn).join('\n');
  const words = Object.values(scripts).flatMap((script) => script.split(' '));
  const isUsed = (name: string) => words.includes(name) || new RegExp(`['"\`]${name}['"\`/]`).test(sources);
  expect(Object.keys(dependencies).filter((name) => !isUsed(name))).toEqual([]);
});

test.each(rows)(
  '$name: licence, weight, purpose and date',
  ({ name, licence, kilobytes, purpose, released, version }) => {
    const folder = path.join(root, 'node_modules', name);
    const manifest = manifestIn(path.join('node_modules', name));
    expect(manifest.version).toBe(version);
    expect(manifest.license ?? manifest.licenses?.[0]?.type).toBe(licence);
    // what an install adds or leaves out may move it a little
    expect(Math.abs(weight(folder) / 1000 - kilobytes)).toBeLessThanOrEqual(Math.max(5, kilobytes * 0.1));
    expect(released).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(purpose.length).toBeGreaterThan(10);
  },
);

test('the licence texts are those of the packages', () => {
  const kept = fs.readdirSync(path.join(root, 'docs/licences'));
  expect(kept.length).toBeGreaterThan(5);
  const homes = ['node_modules', 'node_modules/@fontsource-variable', 'node_modules/@e965'];
  const differing = kept.filter((file) => {
    const own = fs.readFileSync(path.join(root, 'docs/licences', file), 'utf8');
    const name = file.replace(/\.txt$/, '');
    const texts = homes.flatMap((home) =>
      ['LICENSE', 'LICENSE.md'].map((licence) => path.join(root, home, name, licence)),
    );
    return !texts.some((place) => fs.existsSync(place) && fs.readFileSync(place, 'utf8') === own);
  });
  expect(differing).toEqual([]);
});
