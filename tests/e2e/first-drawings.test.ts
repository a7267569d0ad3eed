/**
 * Every component of the app, drawn from what it begins with: by the browser phone, and from the same data by the
 * program of WeChat's old compiler alone, and by miniprogram-simulate. Pages, and components with what a page gives
 * them, are compared in every-page.test.ts.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, newPhonePage, openPhone, startPhone } from '@lianxin/local-phone/testing';
import { oldCompilerDrawing } from '../../tools/old-compiler';
import { everyTemplate, miniprogramFolder, otherDrawings, otherSimulations } from '../support/old-drawing';

jest.setTimeout(120_000);

const cacheFolder = path.resolve(__dirname, '../../.cache');
const jsonOf = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const components = everyTemplate().filter(
  (template) => jsonOf(path.join(miniprogramFolder, `${template}.json`))['component'] === true,
);

/** A copy of the app whose only page draws every component. */
function writeApp(folder: string): void {
  cpSync(miniprogramFolder, folder, { recursive: true });
  const file = path.join(folder, 'app.json');
  const elsewhere = ['subPackages', 'subpackages', 'tabBar', 'preloadRule'];
  const app = Object.entries(jsonOf(file)).filter(([name]) => !elsewhere.includes(name));
  writeFileSync(file, JSON.stringify({ ...Object.fromEntries(app), pages: ['all/all'] }));
  mkdirSync(path.join(folder, 'all'));
  const tags = Object.fromEntries(components.map((component, at) => [`part-${String(at)}`, `/${component}`]));
  const drawn = Object.keys(tags).map((tag) => `<view><${tag}/></view>`);
  const files = { js: 'Page({})', json: JSON.stringify({ usingComponents: tags }), wxml: drawn.join('') };
  for (const [ending, text] of Object.entries(files)) writeFileSync(path.join(folder, 'all', `all.${ending}`), text);
}

test('each component gives the same text in both frameworks', async () => {
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(path.join(cacheFolder, 'first-drawings-'));
  writeApp(folder);
  const [browser, phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: folder, partial: true })]);
  const page = await newPhonePage(browser);
  await openPhone(page, { url: phone.url, as: 'somebody', page: '/all/all' });
  const { drawings, differences } = await otherDrawings(page, oldCompilerDrawing(folder));
  expect(differences).toEqual([]);
  expect(otherSimulations(folder, drawings)).toEqual([]);
  const files = drawings.map(({ file }) => file);
  expect(components.length).toBeGreaterThan(40);
  expect(components.filter((component) => !files.includes(component))).toEqual([]);
  await browser.close();
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});
