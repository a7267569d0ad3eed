/** A phone of the demo in a real Chromium: whoever holds it, what it asked the cloud, what it logged. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, watchErrors, type ErrorWatch } from '@lianxin/local-phone/testing';
import { find, startProduct, type Lianxin } from './product';
import { readKnown, saturdayMorning, visits, type Known, type Visit } from './visits';
import type { Action, Step } from './openings';

export interface DemoPhone {
  readonly product: Lianxin;
  readonly browser: Browser;
  readonly page: Page;
  readonly watch: ErrorWatch;
  readonly known: Known;
  /** Endpoints that were asked since it was emptied, the oldest first. */
  readonly calls: string[];
  /** Opens a page and waits until it shows what it is there for. */
  open(visit: Visit): Promise<void>;
  /** Opens the page of an action and makes the touches before the one that counts. */
  begin(action: Action): Promise<void>;
  tap(label: string | RegExp): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** Until every call was answered, and what scrolling begins a moment later too. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

interface Calls {
  readonly names: string[];
  pending: number;
}

function watchCalls(page: Page): Calls {
  const calls: Calls = { names: [], pending: 0 };
  const ended = (): void => void (calls.pending -= 1);
  page.on('request', (request) => {
    if (!request.url().includes('/local/functions/')) return;
    calls.names.push((JSON.parse(request.postData() ?? '{}') as { name?: string }).name ?? '');
    calls.pending += 1;
    void request.response().then(ended, ended);
  });
  return calls;
}

/** A draft of before would hide what is offered at first. */
async function forgetDrafts(page: Page): Promise<void> {
  const had = await page.evaluate(() => {
    const drafts = Object.keys(localStorage).filter((key) => key.endsWith(':draft'));
    for (const draft of drafts) localStorage.removeItem(draft);
    return drafts.length > 0;
  });
  if (had) await page.reload();
}

/** What somebody does on the page before the touch that counts. */
async function make(page: Page, step: Step): Promise<void> {
  if (typeof step === 'string' || step instanceof RegExp) await (await find(page, step)).click();
  else if ('field' in step) await page.getByPlaceholder(step.field).filter({ visible: true }).first().fill(step.write);
  else if ('row' in step)
    await page.getByRole('radiogroup', { name: step.row }).getByRole('radio', { name: step.touch }).click();
  else
    await page.getByRole('checkbox', { name: step.unticked, checked: false }).filter({ visible: true }).first().click();
}

export function visitNamed(name: string): Visit {
  const found = visits.find((visit) => visit.name === name);
  if (!found) throw new Error(`No visit ${name}`);
  return found;
}

/** Opens the page of an action on a phone, and makes the touches before the one that counts. */
export async function beginOn(
  page: Page,
  { product, known }: Pick<DemoPhone, 'product' | 'known'>,
  { visit: name, openid, before = [] }: Pick<Action, 'visit' | 'openid' | 'before'>,
): Promise<void> {
  const visit = visitNamed(name);
  await openPhone(page, { url: product.url, as: openid ?? visit.openid, page: visit.address(known), fontScale: 1 });
  await forgetDrafts(page);
  if (openid === undefined) await page.getByText(visit.says).filter({ visible: true }).first().waitFor();
  for (const step of before) await make(page, step);
}

/** Starts the product on a Saturday morning, and a browser with one phone. */
export async function startDemoPhone(expected: readonly RegExp[] = []): Promise<DemoPhone> {
  const [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  const page = await newPhonePage(browser);
  await page.clock.setFixedTime(new Date(saturdayMorning));
  const watch = watchErrors(page, expected);
  const calls = watchCalls(page);
  // However long the start took, what is done before a page opens was done in the same minute.
  await product.post('/local/clock', { now: saturdayMorning, timers: 'skip' });
  const known = await readKnown(product);
  const sees = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
  const tap = async (label: string | RegExp): Promise<void> => (await find(page, label)).click();
  const address = ({ openid, address: of }: Visit) => ({ url: product.url, as: openid, page: of(known) });
  return {
    ...{ product, browser, page, watch, known, sees, tap },
    calls: calls.names,
    open: async (visit) => {
      await openPhone(page, { ...address(visit), fontScale: 1 });
      await sees(visit.says);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    },
    begin: (action) => beginOn(page, { product, known }, action),
    quiet: async () => {
      for (let still = 0; still < 2; still = calls.pending === 0 ? still + 1 : 0) await page.waitForTimeout(60);
    },
    close: async () => {
      await browser.close();
      await product.stop();
    },
  };
}

/** Until what slides in stands where it stays: at the foot of the screen, and nothing moves. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const still = document
      .getAnimations()
      .every((animation) => animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity);
    const sheets = [...document.querySelectorAll('.page-frame [role=dialog]')].filter((sheet) =>
      sheet.checkVisibility(),
    );
    return still && sheets.every((sheet) => sheet.getBoundingClientRect().bottom <= innerHeight + 1);
  });
}

/** Address of the page on top. */
export function routeOf(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as { __lianxin: { path(): string } }).__lianxin.path());
}
