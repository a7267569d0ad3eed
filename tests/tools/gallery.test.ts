/** What the gallery keeps: a picture of every page as every hat, in every look, small enough for the repository. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { everyRoute } from '../../local/testing/every-route';
import { visits, type Known } from '../../local/testing/visits';
import { bytesOf, keptBudgetBytes, keptFolder, pictureNames } from '../../tools/gallery/kept';
import { galleryLooks } from '../../tools/gallery/looks';
import { indexPage } from '../../tools/gallery/index-page';
import { readmePictures } from '../../tools/gallery/readme';
import type { Entry } from '../../tools/gallery/report';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const names = new Set(visits.map(({ name }) => name));
const kept = new Set<string>(pictureNames(keptFolder));

test('every visit has a picture in every look, and no picture is without its visit', () => {
  const wanted = visits.flatMap(({ name }) => galleryLooks.map((look) => `${name}/${look.name}`));
  // `npm run gallery -- <visit>` takes what is missing, `npm run gallery -- --accept` keeps it.
  expect(wanted.filter((name) => !kept.has(name))).toEqual([]);
  expect([...kept].filter((name) => !wanted.includes(name))).toEqual([]);
});

test('every page of app.json has a picture', () => {
  const nothing = new Proxy({ card: '/packages/resident/card/card' } as Known, {
    get: (known, key) => (key in known ? known[key as keyof Known] : ''),
  });
  const shown = visits.filter(({ name }) => kept.has(`${name}/390-normal-1`));
  const pages = new Set(shown.map((visit) => visit.address(nothing).slice(1).split('?')[0]));
  expect(everyRoute().filter((route) => !pages.has(route))).toEqual([]);
});

test('all pictures together stay within what the repository can carry', () => {
  expect(bytesOf(keptFolder)).toBeGreaterThan(0);
  expect(bytesOf(keptFolder)).toBeLessThanOrEqual(keptBudgetBytes);
});

test('README shows pictures of the gallery, and no others', () => {
  const shown = [...read('README.md').matchAll(/\]\(docs\/pictures\/([^)]+)\)/g)].map(([, file]) => file);
  expect(shown.length).toBeGreaterThan(0);
  expect(readmePictures.map(({ file }) => file).sort()).toEqual([...new Set(shown)].sort());
  for (const { file, visit } of readmePictures) {
    expect([file, existsSync(path.join(root, 'docs/pictures', file))]).toEqual([file, true]);
    expect([...names]).toContain(visit);
  }
});

test('every drawing has its page, and every visit that is named for it exists', () => {
  const rows = read('docs/look.md')
    .split('\n')
    .filter((line) => /^\| .* \| `/.test(line));
  expect(rows).toHaveLength(11);
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const routes = everyRoute();
  expect(cells.map(([, , page = '']) => page.replaceAll('`', '')).filter((page) => !routes.includes(page))).toEqual([]);
  const named = cells.flatMap(([, , , visited = '']) => [...visited.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(rows.length);
  expect(named.filter((name) => !names.has(name ?? ''))).toEqual([]);
});

const entry: Entry = {
  ...{ visit: 'me', look: '390-normal-1', page: '/pages/me/me', openid: 'captain-tian', hat: '网格长' },
  ...{ state: 'same', differing: 0 },
};
const addresses = { shown: ({ visit }: Entry) => `shown/${visit}`, kept: ({ visit }: Entry) => `kept/${visit}` };

test('the page puts the kept picture beside the one that changed, and says how much', () => {
  const page = indexPage([entry, { ...entry, visit: 'home', state: 'changed', differing: 42 }], addresses);
  expect(page).toContain('1 changed, 0 new, 0 gone, 1 same');
  expect(page).toContain('changed, 42 pixels');
  expect([...page.matchAll(/<img[^>]+src="([^"]+)"/g)].map(([, address]) => address)).toEqual([
    'shown/me',
    'kept/home',
    'shown/home',
  ]);
  expect(page).toContain('<option value="网格长">');
});

test('what is gone is shown as it was kept', () => {
  const page = indexPage([{ ...entry, page: '', state: 'gone' }], addresses);
  expect([...page.matchAll(/<img[^>]+src="([^"]+)"/g)].map(([, address]) => address)).toEqual(['kept/me']);
});
