import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesUnder, isFile } from '../../tools/files';
import { packNpm } from '../../tools/pack';
import { referencesOf, type Reference } from '../../tools/pack/references';

/**
 * Whether what a packed file names was packed too: beside it, in the package's own `miniprogram_npm`, or in the
 * mini-program's.
 */
function resolves(root: string, file: string, { kind, to }: Reference): boolean {
  const bases = [path.join(path.dirname(file), to), path.join(root, 'miniprogram_npm', to), path.join(root, '..', to)];
  const endings = { component: ['.js', '/index.js'], module: ['', '.js', '/index.js'], file: [''] }[kind];
  return bases.some((base) => endings.some((ending) => isFile(base + ending)));
}

describe('packing npm components', () => {
  let appFolder: string;
  beforeEach(() => {
    appFolder = mkdtempSync(path.join(os.tmpdir(), 'pack-'));
    cpSync(path.join(__dirname, 'fixtures/app'), appFolder, { recursive: true });
  });
  afterEach(() => rmSync(appFolder, { recursive: true }));
  const at = (name: string) => path.join(appFolder, 'miniprogram_npm', name);

  it('copies a component, what it uses, and their modules, from the package and from inside it', () => {
    packNpm({ appFolder });
    for (const name of [
      'tdesign-miniprogram/button/button.js',
      'tdesign-miniprogram/button/button.wxml',
      'tdesign-miniprogram/loading/loading.json',
      'tdesign-miniprogram/icon/icon.wxss',
      'tdesign-miniprogram/common/src/index.js',
      'tdesign-miniprogram/common/utils.wxs',
      'tdesign-miniprogram/common/style/theme/_index.wxss',
      'tdesign-miniprogram/miniprogram_npm/tslib/index.js',
      'tdesign-miniprogram/miniprogram_npm/dayjs/locale/zh-cn.js',
      'dayjs/index.js',
      'dayjs/plugin/utc.js',
    ])
      expect([name, existsSync(at(name))]).toEqual([name, true]);
  });

  it('leaves out what nothing reaches, types, and packages that only types name', () => {
    packNpm({ appFolder });
    expect(existsSync(at('tdesign-miniprogram/upload'))).toBe(false);
    expect(existsSync(at('valibot'))).toBe(false);
    expect(filesUnder(at('')).filter((file) => file.endsWith('.d.ts'))).toEqual([]);
  });

  it('leaves out fonts that lie elsewhere, and nothing else of their file', () => {
    packNpm({ appFolder });
    const library = path.resolve(__dirname, '../../node_modules/tdesign-miniprogram/miniprogram_dist');
    expect(readFileSync(path.join(library, 'icon/icon.wxss'), 'utf8')).toMatch(/@font-face[^}]*https:/);
    const styles = filesUnder(at(''))
      .filter((file) => file.endsWith('.wxss'))
      .map((file) => readFileSync(file, 'utf8'));
    expect(styles.filter((style) => /https?:\/\/|@font-face|t-icon-add/.test(style))).toEqual([]);
    expect(readFileSync(at('tdesign-miniprogram/icon/icon.wxss'), 'utf8')).toContain('.t-icon--image{width:100%');
  });

  it('takes the entry of a package without a mini-program folder from its main field', () => {
    packNpm({ appFolder });
    expect(readFileSync(at('dayjs/index.js'), 'utf8')).toBe(
      readFileSync(path.resolve(__dirname, '../../node_modules/dayjs/dayjs.min.js'), 'utf8'),
    );
  });

  it('leaves no reference of any TDesign component without its file', () => {
    const library = path.resolve(__dirname, '../../node_modules/tdesign-miniprogram/miniprogram_dist');
    const components = readdirSync(library).filter((name) => existsSync(path.join(library, name, `${name}.json`)));
    expect(components.length).toBeGreaterThan(80);
    const usingComponents = Object.fromEntries(
      components.map((name) => [`t-${name}`, `tdesign-miniprogram/${name}/${name}`]),
    );
    writeFileSync(path.join(appFolder, 'pages/home/home.json'), JSON.stringify({ usingComponents }));
    packNpm({ appFolder });
    const root = at('tdesign-miniprogram');
    const missing = filesUnder(root).flatMap((file) =>
      referencesOf(file)
        .filter((reference) => !resolves(root, file, reference))
        .map(({ to }) => `${path.relative(root, file)}: ${to}`),
    );
    expect(missing).toEqual([]);
  });

  it('writes nothing again, and removes what is no longer reached', () => {
    packNpm({ appFolder });
    const old = new Date(0);
    utimesSync(at('dayjs/index.js'), old, old);
    expect(packNpm({ appFolder }).written).toBe(0);
    expect(statSync(at('dayjs/index.js')).mtimeMs).toBe(0);
    rmSync(path.join(appFolder, 'pages/home/home.ts'));
    packNpm({ appFolder });
    expect(existsSync(at('dayjs/index.js'))).toBe(false);
    expect(existsSync(at('tdesign-miniprogram/button/button.js'))).toBe(true);
  });
});
