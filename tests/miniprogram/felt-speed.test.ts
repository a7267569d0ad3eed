/** A page answers at once: what it waits for has its place in grey, and a button that sends shows that it does. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { everyRoute } from '../../local/testing/every-route';
import { miniprogramFolder as root } from '../support/simulate';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function templates(folder = '.'): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'miniprogram_npm' ? [] : templates(file);
    return file.endsWith('.wxml') ? [file] : [];
  });
}

test('every page that waits for an answer draws what is to come from its own data', () => {
  const bare = everyRoute().filter((route) => !/<(page-state|content-loading)\b/.test(read(`${route}.wxml`)));
  // forms, which stand whole before anything was asked
  expect(bare.map((route) => path.posix.basename(route)).sort()).toEqual([
    ...['check-slip', 'claim', 'complain', 'hazard', 'intake', 'new-order', 'register', 'restart', 'sign-in', 'thank'],
  ]);
});

/** These lead on or open something on this phone, and are answered by that. */
const leading: readonly string[] = [
  ...['activity askToClose', 'activity hideCode', 'activity scan', 'check-slip scan', 'grants ask', 'news call'],
  ...['order finish', 'preview confirm', 'reversal-card step', 'sign-in leaveGuest', 'slip check'],
  'trail act',
];

test('every button that sends turns while it does, or cannot be touched again', () => {
  const silent = templates().flatMap((file) =>
    [...read(file).matchAll(/<form-button\b[^>]*>/g)]
      .filter(([tag]) => !/\b(loading|disabled)="/.test(tag))
      .map(([tag]) => `${path.posix.basename(file, '.wxml')} ${/bind:tap="(\w+)"/.exec(tag)?.[1] ?? ''}`),
  );
  expect(silent.sort()).toEqual([...leading].sort());
});

test('a list that is read again when its page comes to the front stays on its page, and none begins anew', () => {
  const source = read('page/paged-list.ts');
  const onShow = source.slice(source.indexOf('onShow('), source.indexOf('async goTo('));
  expect(onShow).toMatch(/refreshOnShow\) void this\.goTo\('here'\)/);
  const anew = everyRoute().filter((route) => /onShow\([^)]*\)[^{]*\{[^}]*goTo\('first'\)/.test(read(`${route}.ts`)));
  expect(anew).toEqual([]);
});
