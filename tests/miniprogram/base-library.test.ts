/**
 * The lowest base library is what `project.config.json` names and what `docs/deploy.md` has set in the console; nothing
 * that the mini-program uses came with a later one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { everyRoute } from '../../local/testing/every-route';

const root = path.resolve(__dirname, '../..');
const app = path.join(root, 'miniprogram');
const read = (...file: string[]): string => readFileSync(path.join(root, ...file), 'utf8');

/**
 * What is no member of `wx`, with the base library that brought it, by WeChat's documentation: 小程序配置/全局配置,
 * 按需注入, 分包预下载, 无障碍访问, 手机号快速验证组件 (whose event carries a code), 小程序隐私协议开发指南.
 */
const appKeys: Readonly<Record<string, string>> = {
  pages: '1.0.0',
  window: '1.0.0',
  tabBar: '1.0.0',
  subPackages: '1.7.3',
  permission: '1.0.0',
  sitemapLocation: '1.0.0',
  preloadRule: '2.3.0',
  resizable: '2.4.0',
  lazyCodeLoading: '2.11.1',
  requiredPrivateInfos: '2.20.0',
  __usePrivacyCheck__: '2.32.3',
};
const templateParts: readonly (readonly [pattern: RegExp, since: string])[] = [
  [/\baria-[a-z]+=/, '2.7.1'],
  [/\bcatch:/, '1.5.0'],
  [/open-type="getPhoneNumber"/, '2.21.2'],
  [/open-type="agreePrivacyAuthorization"|\|agreePrivacyAuthorization"/, '2.32.3'],
  [/<page-meta/, '2.9.0'],
  [/<root-portal/, '2.25.2'],
];

function files(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.name === 'miniprogram_npm') return [];
    return entry.isDirectory() ? files(file, ending) : file.endsWith(ending) ? [file] : [];
  });
}

/** Members of `wx` by the base library that brought them, as WeChat's typings say; '0' where they say none. */
function membersOfWx(): Map<string, string> {
  const file = 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts';
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx')
      for (const member of node.members) {
        const docs = member.getFullText().slice(0, member.getLeadingTriviaWidth());
        const since = /^\s*(?:\/\*\*|\*) (?:需要)?基础库： `([\d.]+)`/m.exec(docs)?.[1] ?? '0';
        if (member.name) found.set(member.name.getText(), found.get(member.name.getText()) ?? since);
      }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const parts = (version: string): number[] => version.split('.').map(Number);
function isLater(version: string, than: string): boolean {
  const [a, b] = [parts(version), parts(than)];
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

const lowest = (JSON.parse(read('project.config.json')) as { libVersion: string }).libVersion;
const sources = files(app, '.ts').map((file) => readFileSync(file, 'utf8'));
const templates = files(app, '.wxml').map((file) => readFileSync(file, 'utf8'));
const members = membersOfWx();
const matches = (pattern: RegExp) =>
  new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name)));
const used = matches(/\bwx\.([A-Za-z]\w*)/g);

test('versions compare part by part, and the typings name them', () => {
  expect(['2.9.0', '2.10.0', '2.32.3', '3.0'].map((version) => isLater(version, '2.10'))).toEqual([
    ...[false, false, true, true],
  ]);
  expect(members.get('getAppBaseInfo')).toBe('2.20.1');
  expect(members.get('restartMiniProgram')).toBe('3.0.1');
  expect(used.size).toBeGreaterThan(30);
  expect(sources.length).toBeGreaterThan(everyRoute().length);
});

test('no member of wx came later, but those that are asked for by canIUse', () => {
  const asked = matches(/wx\.canIUse\('(\w+)'\)/g);
  const unknown = [...used].filter((name) => !members.has(name));
  const later = [...used].filter((name) => !asked.has(name) && isLater(members.get(name) ?? '0', lowest));
  expect({ unknown, later }).toEqual({ unknown: [], later: [] });
});

test('no setting of app.json and nothing in a template came later', () => {
  const keys = Object.keys(JSON.parse(read('miniprogram/app.json')) as object);
  expect(keys.filter((key) => isLater(appKeys[key] ?? '99', lowest))).toEqual([]);
  const inUse = templateParts.filter(([pattern]) => templates.some((template) => pattern.test(template)));
  expect(inUse.filter(([, since]) => isLater(since, lowest))).toEqual([]);
  expect(inUse.length).toBeGreaterThan(2);
});

test('the documents name the same', () => {
  expect(read('docs/deploy.md')).toContain(`base library ${lowest}`);
});
