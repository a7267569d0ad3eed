/** What can be told from the pages' sources alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { miniprogramFolder as root } from '../support/simulate';

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  usingComponents?: object;
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] };
}
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const app = JSON.parse(read('app.json')) as AppJson;
const pages = [...app.pages, ...app.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))];

function files(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.name === 'miniprogram_npm') return [];
    return entry.isDirectory() ? files(file, ending) : file.endsWith(ending) ? [file] : [];
  });
}
const wxml = files('.', '.wxml');
const wxss = files('.', '.wxss');
const sources = files('.', '.ts');
/**
 * One folder each: `components/<group>/<name>/<name>`, or in a package `components/<name>/<name>`, and beside its pages
 * what a tab shows (packages/passbook/page/tab-content.ts).
 */
const components = files('.', '.ts')
  .filter((file) => /^(Component|tabContent)\(/m.test(read(file)))
  .map((file) => file.slice(0, -'.ts'.length));
const units = [...pages, ...components];
/** Where sentences may stand: for all pages, and for those of one subpackage. */
const texts = sources.filter((file) => /^(packages\/\w+\/)?text\//.test(file));

test('every page and component has its four files', () => {
  const missing = units
    .flatMap((unit) => ['json', 'ts', 'wxml', 'wxss'].map((ending) => `${unit}.${ending}`))
    .filter((file) => !existsSync(path.join(root, file)));
  expect(missing).toEqual([]);
});

test('no component is global: each page loads what it names', () => {
  expect(app.usingComponents).toBeUndefined();
});

test('no component takes the name of one that WeChat has', () => {
  const taken = [
    'icon',
    'text',
    'view',
    'image',
    'button',
    'progress',
    'radio',
    'checkbox',
    'switch',
    'slider',
    'picker',
    'form',
    'label',
    'map',
    'video',
    'camera',
    'editor',
    'navigator',
    'input',
    'textarea',
  ];
  expect(components.map((component) => path.basename(component)).filter((name) => taken.includes(name))).toEqual([]);
});

test('no page is unreachable and no address leads nowhere', () => {
  const addressesIn = (file: string): string[] =>
    [...read(file).matchAll(/['"`]\/((?:pages|packages)\/[\w/-]+)/g)].map((match) => match[1] ?? '');
  expect(sources.filter((file) => addressesIn(file).length > 0)).toEqual(['routes.ts']);
  const addresses = addressesIn('routes.ts');
  expect(addresses.filter((address) => !pages.includes(address))).toEqual([]);
  const tabs = app.tabBar.list.map((tab) => tab.pagePath);
  expect(pages.filter((page) => !tabs.includes(page) && !addresses.includes(page))).toEqual([]);
});

test('the tab bar has its pictures', () => {
  const pictures = app.tabBar.list.flatMap((tab) => [tab.iconPath, tab.selectedIconPath]);
  expect(pictures.filter((picture) => !existsSync(path.join(root, picture)))).toEqual([]);
});

test.each(units)('%s declares exactly the components that it uses', (unit) => {
  const { usingComponents = {}, componentPlaceholder = {} } = JSON.parse(read(`${unit}.json`)) as {
    usingComponents?: Record<string, string>;
    componentPlaceholder?: Record<string, string>;
  };
  const template = read(`${unit}.wxml`);
  const builtIn = [
    'picker',
    'view',
    'text',
    'image',
    'canvas',
    'block',
    'slot',
    'wxs',
    'button',
    'scroll-view',
    'map',
    'input',
    'textarea',
  ];
  const used = [...new Set([...template.matchAll(/<([a-z][\w-]*)/g)].map((match) => match[1] ?? ''))].filter(
    (tag) => !builtIn.includes(tag),
  );
  const named = [...new Set([...used, ...Object.values(componentPlaceholder)])];
  expect(Object.keys(usingComponents).sort()).toEqual(named.sort());
  // what lies in another package comes behind a placeholder, and nothing else does
  const own = /^packages\/\w+\//.exec(unit)?.[0] ?? '/packages/';
  const foreign = Object.entries(usingComponents).filter(
    ([, target]) => target.startsWith('/packages/') && !target.startsWith(`/${own}`),
  );
  expect(Object.keys(componentPlaceholder).sort()).toEqual(foreign.map(([tag]) => tag).sort());
  for (const target of Object.values(usingComponents)) {
    const file = target.startsWith('/') ? target.slice(1) : path.join(path.dirname(unit), target);
    expect(components).toContain(file);
  }
});

const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/from '(\.[^']+)'/g)]
    .map((match) => path.posix.join(path.posix.dirname(file), `${match[1] ?? ''}.ts`))
    .filter((imported) => existsSync(path.join(root, imported)));

/** A unit's source, and that of what may be spread into it: of its own folder, of page/, and what `more` lets in. */
function sourcesOf(unit: string, more: RegExp): string[] {
  const own = path.posix.dirname(unit);
  const found = new Set([`${unit}.ts`]);
  for (const file of found)
    for (const imported of importsOf(file))
      if (/^(packages\/\w+\/)?page\//.test(imported) || path.posix.dirname(imported) === own || more.test(imported))
        found.add(imported);
  return [...found].map(read);
}

test.each(units)('%s has every handler that its template names', (unit) => {
  const handlers = [...read(`${unit}.wxml`).matchAll(/bind:?[\w-]+="(\w+)"/g)].map((match) => match[1] ?? '');
  const source = sourcesOf(unit, /^$/).join('\n');
  expect(handlers.filter((handler) => !new RegExp(`^\\s+(async )?${handler}\\(`, 'm').test(source))).toEqual([]);
});

/** The fields of an interface and of those that it extends. */
function fieldsOf(name: string, sources: readonly string[]): string[] {
  const declaration = new RegExp(`^(?:export )?interface ${name}\\b(.*?)\\{(\\}|[\\s\\S]*?^\\})`, 'm');
  const [, head = '', body = ''] =
    sources.map((source) => declaration.exec(source)).find((match) => match !== null) ?? [];
  const [, extended = ''] = /\bextends\b(.*)/.exec(head.replace(/<[^>]*>/g, '')) ?? [];
  const bases = [...extended.matchAll(/\w+/g)];
  const fields = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)].map((match) => match[1] ?? '');
  return [...fields, ...bases.flatMap(([base]) => fieldsOf(base, sources))];
}

test.each(pages)('%s has nothing in data that its template does not use', (page) => {
  const template = read(`${page}.wxml`);
  const sources = sourcesOf(page, /(^|\/)views\//);
  const [, type = ''] = /^const data: (\w+)/m.exec(read(`${page}.ts`)) ?? [];
  const names = fieldsOf(type, sources);
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((name) => !new RegExp(`\\{\\{[^}]*\\b${name}\\b`).test(template))).toEqual([]);
});

test('what can be tapped says so to those who do not see it', () => {
  const mute = wxml.flatMap((file) =>
    [...read(file).matchAll(/<(view|text|image)\b[^>]*bind:tap[^>]*>/g)]
      .map((match) => match[0])
      .filter((tag) => !tag.includes('aria-role')),
  );
  expect(mute).toEqual([]);
});

test('a day that was picked is read as people say it, not as a picker has it', () => {
  const raw = wxml.flatMap((file) =>
    [...read(file).matchAll(/<picker\b([^>]*mode="date"[^>]*)>([\s\S]*?)<\/picker>/g)]
      .filter(([, tag = '', shown = '']) => {
        const [, value = ''] = /\bvalue="\{\{([\w.]+)/.exec(tag) ?? [];
        return new RegExp(`\\{\\{[^}]*\\b${value}\\b[^}]*\\}\\}`).test(shown.replace(/"[^"]*"/g, ''));
      })
      .map(() => file),
  );
  expect(raw).toEqual([]);
});

test('every image keeps its ratio', () => {
  expect(wxml.flatMap((file) => read(file).match(/<image(?![^>]*\bmode=)[^>]*>/g) ?? [])).toEqual([]);
});

test('no :active, no overflow: scroll, nothing fetched from elsewhere', () => {
  for (const file of wxss)
    expect({ file, found: read(file).match(/:active|overflow:\s*scroll|https?:\/\/(?!www\.w3\.org)/g) }).toEqual({
      file,
      found: null,
    });
  for (const file of wxml) expect({ file, found: read(file).match(/https?:\/\//g) }).toEqual({ file, found: null });
});

test('no deprecated API', () => {
  const names = 'getSystemInfo|getSystemInfoSync|getUserInfo|getUserProfile';
  const files = 'saveFile|chooseImage|createAnimation|createCanvasContext';
  // A canvas is handed over itself; by its id, the old kind is meant.
  const old = new RegExp(`wx\\.(${names}|${files})\\b|\\bcanvasId\\b`);
  expect(sources.filter((file) => old.test(read(file)))).toEqual([]);
});

test('every icon that is named was drawn', () => {
  const drawn = [...read('components/layout/glyph/shapes.wxss').matchAll(/\.icon-([\w-]+)/g)].map(
    (match) => match[1] ?? '',
  );
  const named = wxml.flatMap((file) =>
    [...read(file).matchAll(/<(?:glyph|list-row)[^>]*?(?:name|icon)="([\w-]+)"/g)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !drawn.includes(name))).toEqual([]);
});

test('what a user reads has no exclamation mark and is Chinese', () => {
  for (const file of [...wxml, ...texts])
    expect({ file, shouts: /！/.test(read(file)) }).toEqual({ file, shouts: false });
  const latin = wxml.flatMap((file) =>
    [...read(file).matchAll(/>([^<>{}]*[A-Za-z]{3,}[^<>{}]*)</g)]
      .map((match) => match[1]?.trim())
      .filter((words) => words && !words.includes('module.exports')),
  );
  expect(latin).toEqual([]);
});

describe('contrast', () => {
  const tokens = Object.fromEntries(
    [...read('styles/tokens.wxss').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]),
  ) as Record<string, string>;
  const channel = (hex: string): number => {
    const value = Number.parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (colour: string): number =>
    0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));
  const contrast = (one: string, other: string): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  test.each([
    ['ink', 'paper'],
    ['ink', 'card'],
    ['ink-2', 'paper'],
    ['ink-2', 'card'],
    ['ink-2', 'quiet'],
    ['ink-3', 'card'],
    ['ink-3', 'paper'],
    ['red', 'card'],
    ['red', 'red-light'],
    ['card', 'red'],
    ['good', 'good-light'],
    ['gold', 'gold-light'],
    ['warning', 'warning-light'],
    ['warning', 'paper'],
    ['mark', 'mark-light'],
    ['ink-2', 'red-light'],
    ['ink-2', 'warning-light'],
    ['ink-2', 'good-light'],
  ])('%s on %s is at least 4.5 : 1', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

test('what comes up over a page is a dialog that says so, and holds the keyboard (tests/e2e/dialogs)', () => {
  const popups = wxml.filter((file) => /<popup\b/.test(read(file)));
  expect(popups.length).toBeGreaterThan(4);
  for (const file of popups) {
    const count = (pattern: RegExp): number => read(file).match(pattern)?.length ?? 0;
    const modal = /aria-role="dialog" aria-modal="true" aria-label="/g;
    expect({ file, dialogs: count(modal) }).toEqual({ file, dialogs: count(/<popup\b/g) });
  }
  const dialogs = wxml.filter((file) => /aria-role="dialog"/.test(read(file)));
  expect(dialogs).toEqual(popups);
});
