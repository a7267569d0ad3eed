/**
 * WeChat's audit (体验评分), by its rules in their published order: each that sources can answer, over all pages. What
 * needs a drawn page is measured in a browser, in the suites that are named beside it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { auditOf, drawnRules, type Opened } from '../../local/testing/audit';
import { everyRoute } from '../../local/testing/every-route';
import { miniprogramFolder as root } from '../support/simulate';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

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
const withPattern = (all: readonly string[], pattern: RegExp): string[] =>
  all.filter((file) => pattern.test(read(file)));
const suite = (file: string): string => readFileSync(path.resolve(__dirname, '../..', file), 'utf8');

/** A page that passes, as tests/e2e/every-page sees each. */
const good: Opened = {
  cost: { nodes: 200, depth: 12, setDataCalls: 1, largestSetDataBytes: 4_000 },
  answers: [{ event: 'home.get', bytes: 4_000, reads: 3, writes: 0 }],
  pictures: [{ source: 'door.webp', pixels: 240 * 240, shownPixels: 80 * 80, isInSight: true }],
  ...{ failed: [], errors: [], faults: [] },
};
const answer = { event: 'home.get', bytes: 4_000, reads: 3, writes: 0 };
const picture = { source: 'door.webp', pixels: 240 * 240, shownPixels: 80 * 80, isInSight: true };

/** Rules that a drawn page answers: tests/e2e/every-page asks them of every page. Each with what fails. */
const drawn: readonly (readonly [rule: number, what: string, bad: Partial<Opened>])[] = [
  [2, 'first screen: at most three calls', { answers: [answer, answer, answer, answer] }],
  [3, 'render time: at most 400 elements', { cost: { ...good.cost, nodes: 401 } }],
  [4, 'setData, at most 20 a second: two', { cost: { ...good.cost, setDataCalls: 3 } }],
  [5, 'setData, at most 256 KB: 16', { cost: { ...good.cost, largestSetDataBytes: 16 * 1024 + 1 } }],
  [6, 'nodes, fewer than 1000 and 30 deep: 400 and 15', { cost: { ...good.cost, depth: 16 } }],
  [7, 'request time: at most 12 operations of the database', { answers: [{ ...answer, reads: 13 }] }],
  [8, 'requests at a time, at most 10: three', { answers: [answer, answer, answer, answer] }],
  [9, 'pictures at a time: at most six', { pictures: Array.from({ length: 7 }, () => picture) }],
  [11, 'pixels of a picture: no more than are shown', { pictures: [{ ...picture, pixels: 241 * 240 }] }],
  [12, 'the same answer of more than 128 KB: none above 64', { answers: [{ ...answer, bytes: 64 * 1024 + 1 }] }],
  [16, 'what is touched, at least 20 px: 48, elder 60', { faults: ['target too small: wx-view “去”'] }],
  [18, 'a window of another size', { faults: ['scrolls sideways: wx-view “”'] }],
  [19, 'contrast, at least 4.5', { faults: ['contrast too low: wx-view “去”'] }],
  [20, 'no exception', { errors: ['TypeError: x is undefined'] }],
  [21, 'no request fails', { failed: ['404 /missing.png'] }],
];

test.each(drawn)('audit rule %d, %s: is asked of every page, and can fail', (rule, _what, bad) => {
  expect(drawnRules[rule]?.(good)).toEqual([]);
  expect(drawnRules[rule]?.({ ...good, ...bad })).toHaveLength(1);
  expect(auditOf({ ...good, ...bad }).some((told) => told.startsWith(`rule ${rule}: `))).toBe(true);
});

test('audit rule 21 counts a function that broke', () => {
  expect(drawnRules[21]?.({ ...good, answers: [{ ...answer, error: 'timeout' }] })).toHaveLength(1);
});

test('a page that passes is told nothing', () => {
  expect(auditOf(good)).toEqual([]);
});

/**
 * What no test can hold: times are those of a phone and of its network, and are no tests; the cache of pictures is the
 * cloud storage's own.
 */
const onAPhone = [1, 2, 3, 7, 10];

test('every rule has a test with its number, and what only a phone shows is on the list of a deployment', () => {
  const own = ['tests/miniprogram/audit-rules.test.ts', 'tests/tools/size.test.ts'].map(suite).join('\n');
  const named = [...own.matchAll(/audit (?:rules?|hint) (\d+)(?: and (\d+))?:?/g)].flatMap(([, one, other]) => [
    Number(one),
    ...(other === undefined ? [] : [Number(other)]),
  ]);
  const rules = new Set([...named, ...Object.keys(drawnRules).map(Number)]);
  expect(Array.from({ length: 28 }, (_, at) => at + 1).filter((rule) => !rules.has(rule))).toEqual([]);
  expect(Object.keys(drawnRules).map(Number)).toEqual(drawn.map(([rule]) => rule));
  expect(suite('docs/deploy.md')).toContain(`体验评分, rules ${onAPhone.join(', ')}`);
  expect(suite('tests/e2e/every-page.test.ts')).toContain('expect(auditOf(');
});

test('audit rule 9: a template asks for few pictures at once', () => {
  const many = wxml.filter((file) => (read(file).match(/<image\b/g) ?? []).length > 6);
  expect(many).toEqual([]);
});

test('audit rules 10 and 23: nothing is fetched but from the cloud, over HTTPS', () => {
  expect(withPattern([...wxml, ...wxss], /http:\/\/(?!www\.w3\.org)/)).toEqual([]);
  expect(withPattern(sources, /['"`]http:\/\//)).toEqual([]);
  // a file that the cloud made is fetched by the address that the cloud gave
  const fetching = withPattern(sources, /wx\.(request|downloadFile|uploadFile|connectSocket)\(/);
  expect(fetching).toEqual(['services/platform/documents.ts']);
  expect(withPattern(fetching, /wx\.(request|uploadFile|connectSocket)\(/)).toEqual([]);
});

test('audit rule 13: what scrolls beside the page keeps its momentum', () => {
  const scrolling = wxss.flatMap(
    (file) => read(file).match(/[^{}]*\{[^{}]*overflow(-[xy])?:\s*(scroll|auto)[^{}]*\}/g) ?? [],
  );
  expect(scrolling.length).toBeGreaterThan(0);
  expect(scrolling.filter((rule) => !/-webkit-overflow-scrolling: touch/.test(rule))).toEqual([]);
});

test('audit rule 14: what is pressed says so by hover-class, never by :active', () => {
  expect(withPattern(wxss, /:active\b/)).toEqual([]);
  const taps = wxml.flatMap((file) => [...read(file).matchAll(/<view\b[^>]*\bbind:tap=[^>]*>/g)].map(([tag]) => tag));
  expect(taps.length).toBeGreaterThan(100);
  // the ground behind a sheet is no button to look at
  expect(taps.filter((tag) => !tag.includes('hover-class') && !tag.includes('class="behind"'))).toEqual([]);
});

test('audit rule 15: every picture keeps its ratio', () => {
  expect(wxml.flatMap((file) => read(file).match(/<image(?![^>]*\bmode=)[^>]*>/g) ?? [])).toEqual([]);
});

test('audit rule 17: what is fixed to the foot stays inside the safe area', () => {
  const fixed = wxss.filter((file) => /position:\s*fixed/.test(read(file)) && /bottom:/.test(read(file)));
  expect(fixed.length).toBeGreaterThan(0);
  expect(fixed.filter((file) => !/safe-area-inset-bottom/.test(read(file)))).toEqual([]);
});

test('audit rule 22: no API that WeChat took back', () => {
  const told = /wx\.(getSystemInfo|getSystemInfoSync|getUserInfo|getUserProfile)\b/;
  const drawn = /wx\.(saveFile|chooseImage|createAnimation|createCanvasContext)\b|\bcanvasId\b/;
  for (const old of [told, drawn]) expect(withPattern(sources, old)).toEqual([]);
});

test('audit rule 24: a page sets nothing that its template does not draw (static.test.ts), and no hint beside', () => {
  expect(suite('tests/miniprogram/static.test.ts')).toMatch(/has nothing in data that its template does not use/);
});

test('audit hint 25: the lowest base library that privacy and elder mode need is named', () => {
  expect(suite('tests/miniprogram/base-library.test.ts')).toMatch(/libVersion|baseLibrary|base library/i);
});

test('audit hint 26: each page is led to (static.test.ts) and lies in a package', () => {
  expect(everyRoute().filter((route) => !existsSync(path.join(root, `${route}.wxml`)))).toEqual([]);
});

test('audit hint 27: no style sheet carries more than 2 KB that its template does not use', () => {
  const unusedBytes = (file: string): number => {
    const template = file.replace(/\.wxss$/, '.wxml');
    if (!existsSync(path.join(root, template))) return 0;
    const code = template.replace(/wxml$/, 'ts');
    const drawn = `${read(template)} ${existsSync(path.join(root, code)) ? read(code) : ''}`;
    const rules = [...read(file).matchAll(/([^{}]+)\{[^{}]*\}/g)];
    const unused = rules.filter(([, selector = '']) => {
      const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
      return classes.length > 0 && classes.some((name) => !drawn.includes(name.split('-')[0] ?? name));
    });
    return unused.reduce((sum, [rule]) => sum + rule.length, 0);
  };
  expect(wxss.map((file) => [file, unusedBytes(file)] as const).filter(([, bytes]) => bytes > 2048)).toEqual([]);
});

test('audit hint 28: a timer that repeats is cleared when its page is left', () => {
  const repeating = withPattern(sources, /\bsetInterval\(/);
  expect(repeating.filter((file) => !/clearInterval\(/.test(read(file)))).toEqual([]);
});
