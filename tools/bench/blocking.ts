/** How long the first screen keeps the phone's one thread busy, beside that of a mini-program with nothing in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPhonePage, startPhone } from '@lianxin/local-phone/testing';
import { startLianxin } from '../../local/start';
import { appFolder } from '../size';
import { percentile } from './measurements';

/** Milliseconds at a processor four times slower; medians. */
export interface Blocking {
  /** The main thread's work until the text stands there. */
  readonly homeTaskMs: number;
  readonly emptyTaskMs: number;
  /** What tasks take beyond 50 ms each. */
  readonly homeBlockingMs: number;
  readonly emptyBlockingMs: number;
}

const throttling = 4;
const runs = 7;

const emptyApp: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["pages/home/home"] }',
  'app.js': 'App({})',
  'pages/home/home.js': 'Page({ data: { text: "empty" } })',
  'pages/home/home.json': '{}',
  'pages/home/home.wxml': '<view>{{text}}</view>',
};

function writeEmptyApp(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-empty-'));
  for (const [name, text] of Object.entries(emptyApp)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Hands what the phone asks of its cloud to another server. */
function passTo(url: string) {
  const { hostname, port, host } = new URL(url);
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    const { method, headers, url: target } = incoming;
    const own = { ...headers, host, origin: url, referer: url };
    const outgoing = request({ hostname, port, method, headers: own, path: target }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.writeHead(502).end());
    incoming.pipe(outgoing);
  };
}

const collectLongTasks = `window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => entry.duration)))
  .observe({ type: 'longtask', buffered: true });`;

async function visit(browser: Browser, url: string, text: string): Promise<{ task: number; blocking: number }> {
  const page = await newPhonePage(browser);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
    await page.addInitScript(collectLongTasks);
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByText(text).filter({ visible: true }).first().waitFor();
    const { metrics } = await session.send('Performance.getMetrics');
    const blocking = await page.evaluate<number>(
      'window.longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0)',
    );
    const taskSeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    return { task: taskSeconds * 1000, blocking };
  } finally {
    await page.context().close();
  }
}

/** Home as the resident of the demo sees it, built for production, beside the empty mini-program built alike. */
export async function measureBlocking(): Promise<Blocking> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'bench-blocking-'));
  const emptyFolder = writeEmptyApp();
  const product = await startLianxin({ port: 0, dataFolder, log: () => undefined });
  const built = { production: true, log: () => undefined } as const;
  const home = await startPhone({ ...built, appFolder }, passTo(product.url));
  const empty = await startPhone({ ...built, appFolder: emptyFolder });
  const browser = await launchBrowser();
  try {
    const found: Record<'home' | 'empty', { task: number; blocking: number }[]> = { home: [], empty: [] };
    for (let run = 0; run <= runs; run += 1) {
      const ofHome = await visit(browser, `${home.url}/?bare=1&as=resident-wang&page=/pages/home/home`, '赵慧敏');
      const ofEmpty = await visit(browser, `${empty.url}/?bare=1&page=/pages/home/home`, 'empty');
      // the first of each fills caches
      if (run > 0) {
        found.home.push(ofHome);
        found.empty.push(ofEmpty);
      }
    }
    const median = (which: 'home' | 'empty', what: 'task' | 'blocking') =>
      Math.round(
        percentile(
          found[which].map((one) => one[what]),
          0.5,
        ),
      );
    return {
      homeTaskMs: median('home', 'task'),
      emptyTaskMs: median('empty', 'task'),
      homeBlockingMs: median('home', 'blocking'),
      emptyBlockingMs: median('empty', 'blocking'),
    };
  } finally {
    await browser.close();
    await Promise.all([home.close(), empty.close()]);
    await product.close();
    for (const folder of [dataFolder, emptyFolder]) rmSync(folder, { recursive: true, force: true });
  }
}
