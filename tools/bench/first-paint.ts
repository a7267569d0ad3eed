import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startLianxin } from '../../local/start';
import { launchBrowser, newPhonePage } from '@lianxin/local-phone/testing';
import { percentile } from './measurements';

/** From navigation to paint in headless Chromium, beside a page with nothing on it; medians in milliseconds. */
export interface FirstPaint {
  readonly homeMs: number;
  /** Until home shows what its one call answered. */
  readonly homeFilledMs: number;
  readonly emptyMs: number;
  readonly budgetMs: number;
}

const runs = 7;

async function paintMs(browser: Browser, url: string, filled?: string): Promise<{ painted: number; filled: number }> {
  const page = await newPhonePage(browser);
  try {
    const startMs = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? false,
      undefined,
      { polling: 'raf' },
    );
    const painted = Number(await handle.jsonValue());
    if (filled !== undefined) await page.getByText(filled).first().waitFor();
    return { painted, filled: performance.now() - startMs };
  } finally {
    await page.context().close();
  }
}

async function medians(browser: Browser, url: string, filled?: string): Promise<{ painted: number; filled: number }> {
  await paintMs(browser, url, filled);
  const found: { painted: number; filled: number }[] = [];
  for (let run = 0; run < runs; run += 1) found.push(await paintMs(browser, url, filled));
  const median = (part: 'painted' | 'filled') =>
    Math.round(
      percentile(
        found.map((one) => one[part]),
        0.5,
      ),
    );
  return { painted: median('painted'), filled: median('filled') };
}

/** Home as the resident of the demo sees it, from a built state. */
export async function measureFirstPaint(): Promise<FirstPaint> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'bench-paint-'));
  const lianxin = await startLianxin({ port: 0, dataFolder, log: () => undefined });
  const empty = createServer(
    (_, response) => void response.setHeader('content-type', 'text/html').end('<!doctype html><p>.</p>'),
  );
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  const address = empty.address();
  const browser = await launchBrowser();
  try {
    const home = await medians(browser, `${lianxin.url}/?bare=1&as=resident-wang&page=/pages/home/home`, '赵慧敏');
    const floor = await medians(
      browser,
      `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    );
    return { homeMs: home.painted, homeFilledMs: home.filled, emptyMs: floor.painted, budgetMs: 1000 };
  } finally {
    await browser.close();
    empty.close();
    await lianxin.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
