/**
 * Looks at what stands on the phone's screen: sizes of targets and type, what is cut, broken or covered, what axe-core
 * finds.
 */
import { createServer } from 'node:http';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Contrast } from './on-screen/axe';
import type { Fault } from './on-screen/fault';
import type { Limits } from './on-screen/sizes';
import type { Measurement, OnScreen } from './on-screen';
import type { Look } from './on-screen/look';

export type { Contrast, Fault, Limits, Look, Measurement };

export const normalLimits: Limits = { target: 48, body: 16, caption: 14 };
export const elderLimits: Limits = { target: 60, body: 18, caption: 18 };

/** The program of `on-screen/` as the browser runs it, axe-core with it. */
function onScreenSource(): string {
  const source = buildSync({
    entryPoints: [path.join(__dirname, 'on-screen/index.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    logLevel: 'silent',
  }).outputFiles[0]?.text;
  if (source === undefined) throw new Error('local/testing/on-screen did not compile');
  return source;
}

/** Serves the program: what comes from an address is compiled once for all documents, not again in each of them. */
async function serveProgram(): Promise<string> {
  const source = onScreenSource();
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=86400' };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(source));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the program has no port');
  return `http://127.0.0.1:${String(address.port)}/on-screen.js`;
}

let program: Promise<string> | undefined;

/** Puts the program into the document, once for each that is opened. */
async function prepare(page: Page): Promise<void> {
  const isThere = await page.evaluate(() => '__onScreen' in globalThis);
  if (!isThere) await page.addScriptTag({ url: await (program ??= serveProgram()) });
}

/** A window that every look of the phone fits into. */
const anyPhone = { width: 640, height: 1_000 };
/** A window in which the longest page at the largest type is in sight as a whole, as axe-core needs it. */
const wholePage = { width: 640, height: 16_000 };

type Looking = { readonly __onScreen: OnScreen };

/** What can be measured without a picture: sizes, what is cut, broken or covered. */
export async function screenFaults(page: Page, limits: Limits): Promise<Fault[]> {
  await prepare(page);
  return page.evaluate((given) => (globalThis as unknown as Looking).__onScreen.faults(given), limits);
}

/**
 * How high the window has to be so that nothing of the page is scrolled away: axe-core judges only what is in sight.
 */
function wholeHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const views = [document.documentElement, ...document.querySelectorAll('.page-view')];
    const hidden = views.map((view) => view.scrollHeight - view.clientHeight);
    return window.innerHeight + Math.max(0, ...hidden);
  });
}

/** Does it in a window in which the whole page is in sight. */
async function inWholeSight<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const size = page.viewportSize();
  const height = await wholeHeight(page);
  if (size === null || height <= size.height) return look();
  await page.setViewportSize({ width: size.width, height });
  try {
    return await look();
  } finally {
    await page.setViewportSize(size);
  }
}

/** The contrast of every text of the page on top. */
export async function contrastOf(page: Page): Promise<Contrast> {
  await prepare(page);
  return inWholeSight(page, () => page.evaluate(() => (globalThis as unknown as Looking).__onScreen.contrast()));
}

/** Everything that axe-core finds wrong or cannot judge on the whole screen; no rule is left out. */
export async function axeFaults(page: Page): Promise<Fault[]> {
  await prepare(page);
  const rules = await page.evaluate(() => (globalThis as unknown as Looking).__onScreen.rules());
  return [...rules, ...(await contrastOf(page)).faults];
}

/**
 * What axe-core finds wrong, without the contrasts that it cannot judge (a gradient, a text under another): those are
 * counted page by page in every-page's list of known faults.
 */
export async function axeViolations(page: Page): Promise<Fault[]> {
  return (await axeFaults(page)).filter(({ kind }) => !kind.startsWith('contrast undetermined'));
}

/** Gives the page that is open a look in place. */
export async function takeLook(page: Page, look: Look): Promise<void> {
  await prepare(page);
  await page.evaluate((given) => (globalThis as unknown as Looking).__onScreen.take(given), look);
}

/**
 * The same with a phone so high that nothing of the page is scrolled away, and no higher than `longest` px; the window
 * has to be as large.
 */
export async function takeWholeLook(page: Page, look: Look, longest: number): Promise<void> {
  let { height } = look;
  // What is as high as a part of the window grows with it: a second look comes closer.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await takeLook(page, { ...look, height });
    const hidden = await page.evaluate(() =>
      Math.max(0, ...[...document.querySelectorAll('.page-view')].map((view) => view.scrollHeight - view.clientHeight)),
    );
    if (hidden === 0 || height === longest) return;
    height = Math.min(longest, height + hidden);
  }
}

/** Measures the page that is open in one look after the other, and leaves it as large as its window. */
export async function measureLooks(
  page: Page,
  all: readonly Measurement[],
): Promise<{ name: string; faults: Fault[] }[]> {
  const size = page.viewportSize();
  if (size === null) throw new Error('the window has no size of its own');
  await prepare(page);
  const measured: { name: string; faults: Fault[] }[] = [];
  const measureIn = async (window: { width: number; height: number }, looks: readonly Measurement[]): Promise<void> => {
    await page.setViewportSize(window);
    measured.push(
      ...(await page.evaluate((given) => (globalThis as unknown as Looking).__onScreen.measure(given), looks)),
    );
  };
  await measureIn(
    anyPhone,
    all.filter(({ axe }) => axe === 'none'),
  );
  await measureIn(
    wholePage,
    all.filter(({ axe }) => axe !== 'none'),
  );
  await page.evaluate(() => (globalThis as unknown as Looking).__onScreen.leave());
  await page.setViewportSize(size);
  return measured;
}
