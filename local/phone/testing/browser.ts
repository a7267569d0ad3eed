/**
 * * Drives the phone in a real Chromium. A test file launches one browser, opens one context per person, and ends with
 * `watch.expectNone()`: components never throw through the engine, they log, so that a logged error has to fail the
 * test.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './chromium';

export const PHONE_SIZE = { width: 375, height: 812 };

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = findChromium();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...Object.fromEntries(inherited), ...environment },
  });
}

/**
 * A fresh page with its own storage, as wide as a phone, of somebody who wants less motion: pages stand where they are
 * at once.
 */
export async function newPhonePage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE_SIZE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

export interface PhoneAddress {
  /** of the server, without a trailing slash */
  url: string;
  /** openid of the person who holds the phone */
  as?: string;
  /** route with its query, for example `/pages/home/home?tab=2` */
  page?: string;
  /** the phone's font setting, 0.8 to 1.65 */
  fontScale?: number;
  network?: 'on' | 'off' | 'slow';
}

/** Opens the phone without its frame and waits until the first page has run onReady. */
export async function openPhone(page: Page, address: PhoneAddress): Promise<void> {
  const query = new URLSearchParams({ bare: '1' });
  if (address.as !== undefined) query.set('as', address.as);
  if (address.page !== undefined) query.set('page', address.page);
  if (address.fontScale !== undefined) query.set('font', String(address.fontScale));
  if (address.network !== undefined) query.set('network', address.network);
  await page.goto(`${address.url}/?${query}`);
  await page.waitForFunction(() => (globalThis as { __lianxin?: { ready: boolean } }).__lianxin?.ready === true);
}

export interface ErrorWatch {
  readonly errors: string[];
  /** throws with every console error, uncaught error and failed request since the last call */
  expectNone(): void;
}

/** Call it before the first `openPhone`; `expected` lists what a test provokes on purpose. */
export function watchErrors(page: Page, expected: readonly RegExp[] = []): ErrorWatch {
  const errors: string[] = [];
  const note = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(error.stack || `${error.name}: ${error.message}`));
  return {
    errors,
    expectNone() {
      const found = errors.splice(0);
      if (found.length > 0) throw new Error(`The page logged ${found.length} error(s):\n${found.join('\n')}`);
    },
  };
}

/** Writes `.cache/screenshots/<name>.png` and answers its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(__dirname, '..', '..', '..', '.cache', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path });
  return path;
}
