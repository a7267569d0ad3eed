/** A phone that serves what another one built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createPhone } from '@lianxin/local-phone';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors } from '../../testing';
import { scratchFolder, writeApp } from '../support/app-folder';

jest.setTimeout(60_000);

let folder: string;
let outFolder: string;
let browser: Browser;
beforeAll(async () => {
  folder = scratchFolder('built');
  outFolder = mkdtempSync(join(tmpdir(), 'built-'));
  writeApp(folder, {
    'app.json': { pages: ['pages/home/home'] },
    'app.js': 'App({})',
    'pages/home/home.js': 'Page({ data: { text: "built once" } })',
    'pages/home/home.json': {},
    'pages/home/home.wxml': '<text>{{text}}</text>',
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const one of [folder, outFolder]) rmSync(one, { recursive: true, force: true });
});

test('nothing is served where no build was finished', async () => {
  await expect(createPhone({ appFolder: folder, outFolder, isBuilt: true })).rejects.toThrow('no finished build');
});

test('it shows the app as it was built, whatever its sources say now', async () => {
  const first = await createPhone({ appFolder: folder, outFolder, log: () => undefined });
  await first.close();
  writeApp(folder, { 'pages/home/home.wxml': '<text>changed</text>' });
  const said: string[] = [];
  const second = await startPhone({ appFolder: folder, outFolder, isBuilt: true, log: (text) => said.push(text) });
  const page = await newPhonePage(browser);
  const errors = watchErrors(page);
  await openPhone(page, { url: second.url });
  await page.getByText('built once').waitFor();
  expect(said).toEqual([]);
  errors.expectNone();
  await second.close();
});
