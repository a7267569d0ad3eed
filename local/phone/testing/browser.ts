/**
 * Drives the phone in a real Chromium. A test file launches one browser, opens one context for each user, and ends with
 * `watch.expectNone()`: what a component throws is logged by the engine, so that a logged error has to fail the test.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { browserChoices, launchFirst, thisMachine, type BrowserChoice } from './chromium';

export const phoneSize = { width: 375, height: 812 };

const everywhere = [
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];
/** A container has one user and little shared memory. */
const onLinux = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'];

function launch({ executablePath, channel, environment }: BrowserChoice): Promise<Browser> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    ...(channel !== undefined && { channel }),
    args: [...everywhere, ...(process.platform === 'linux' ? onLinux : [])],
    env: { ...Object.fromEntries(inherited), ...environment },
  });
}

/** A new browser of those that this machine has (chromium.ts). @throws Error that says what to install */
export function launchBrowser(): Promise<Browser> {
  return launchFirst(browserChoices(thisMachine()), launch);
}

/** A page with its own storage, as large as a phone, of a user who prefers reduced motion: pages do not slide. */
export async function newPhonePage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: phoneSize,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

export interface PhoneAddress {
  /** The address of the server, without a trailing slash. */
  readonly url: string;
  /** The openid of the phone's user. */
  readonly as?: string;
  /** The route with its query, for example `/pages/home/home?tab=2`. */
  readonly page?: string;
  /** The font size of the phone, 0.8 to 1.65. */
  readonly fontScale?: number;
  readonly network?: 'on' | 'off' | 'slow';
  /** A computer's page is as wide as its window; a phone's, without it, a column in the middle of a wide one. */
  readonly device?: 'computer';
}

/** Opens the phone without its frame and waits until the first page has run onReady. */
export async function openPhone(page: Page, address: PhoneAddress): Promise<void> {
  const query = new URLSearchParams({ bare: '1' });
  if (address.as !== undefined) query.set('as', address.as);
  if (address.page !== undefined) query.set('page', address.page);
  if (address.fontScale !== undefined) query.set('font', String(address.fontScale));
  if (address.device !== undefined) query.set('device', address.device);
  if (address.network !== undefined) query.set('network', address.network);
  await page.goto(`${address.url}/?${query}`);
  await page.waitForFunction(() => (globalThis as { __lianxin?: { ready: boolean } }).__lianxin?.ready === true);
}

export interface ErrorWatch {
  readonly errors: string[];
  /** Throws with every console error, uncaught error and failed request since the last call. */
  expectNone(): void;
}

/** Watches for errors; call it before the first `openPhone`. `expected` lists what a test provokes. */
export function watchErrors(page: Page, expected: readonly RegExp[] = []): ErrorWatch {
  const errors: string[] = [];
  const record = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') record(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => record(error.stack || `${error.name}: ${error.message}`));
  return {
    errors,
    expectNone() {
      const found = errors.splice(0);
      if (found.length > 0) throw new Error(`The page logged ${found.length} error(s):\n${found.join('\n')}`);
    },
  };
}

/** Where pictures go, if `LIANXIN_PICTURES=on` asks for them: no check reads them, and each takes a while. */
export function picturesFolder(): string | undefined {
  return process.env['LIANXIN_PICTURES'] === 'on'
    ? join(__dirname, '..', '..', '..', '.cache', 'screenshots')
    : undefined;
}

/** Writes `.cache/screenshots/<name>.png`. */
export async function takePicture(what: Page | Locator, name: string): Promise<void> {
  const folder = picturesFolder();
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await what.screenshot({ path: join(folder, `${name}.png`) });
}

/** The same of the whole screen, once its fonts are there. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (picturesFolder() === undefined) return;
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await takePicture(page, name);
}
