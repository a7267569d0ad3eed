/** The whole product as `npm start` runs it, in a process of its own, and people with a phone in hand. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { functionOf, type EndpointName, type Input, type Output } from '../../miniprogram/contracts/api';
import type { Reply } from '../../miniprogram/contracts/error';
import { setStoredClock } from '@lianxin/local-cloud/testing/stored-state';
import { createPhone } from '@lianxin/local-phone';
import { packNpm } from '../../tools/build';
import { buildFunctions } from '../../tools/functions';
import { demoDataFolder } from './data-folder';
import { madeOnce } from './made-once';
import {
  newPhonePage,
  openPhone,
  picturesFolder,
  screenshot,
  watchErrors,
  type ErrorWatch,
} from '@lianxin/local-phone/testing';

const root = path.resolve(__dirname, '../..');

export interface Lianxin {
  readonly url: string;
  callAs<Name extends EndpointName>(openid: string, name: Name, input: Input<Name>): Promise<Reply<Output<Name>>>;
  post(address: string, body: unknown): Promise<unknown>;
  /** Puts a file into the cloud's storage as a phone does. @returns its id */
  upload(openid: string, cloudPath: string, content: Buffer): Promise<string>;
  stop(): Promise<void>;
}

/** Waits for the line that `npm start` ends its start with. @returns its address, and all that was printed before */
async function whenReady(child: ChildProcess): Promise<{ url: string; said: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1];
      if (url) resolve({ url, said });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready:\n${said}`)));
  });
}

/** Starts the product with fresh demo data, its clock at `now`, with `scale` half-years of history. */
export async function startProduct(now: string, scale = 1): Promise<Lianxin> {
  return (await startOn(await demoDataFolder({ now, scale }))).product;
}

/** An environment that nobody has set up, its clock at `now`, and the code that was printed for whoever begins. */
export async function startEmptyProduct(now: string): Promise<{ product: Lianxin; code: string }> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-empty-'));
  setStoredClock(dataFolder, new Date(now));
  const { product, said } = await startOn(dataFolder, ['--empty']);
  const code = /whoever has the code ([0-9A-Z-]{14})/.exec(said)?.[1];
  if (code === undefined) throw new Error(`no code was printed:\n${said}`);
  return { product, code };
}

async function buildPhone(outFolder: string): Promise<void> {
  packNpm();
  const phone = await createPhone({
    appFolder: path.join(root, 'miniprogram'),
    outFolder,
    strict: true,
    log: () => undefined,
  });
  await phone.close();
}

async function startOn(
  dataFolder: string,
  options: readonly string[] = [],
): Promise<{ product: Lianxin; said: string }> {
  const functionsFolder = await madeOnce('functions', (folder) => buildFunctions(folder));
  const phoneFolder = await madeOnce('phone', buildPhone);
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', ...options], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      LIANXIN_DATA: dataFolder,
      LIANXIN_FUNCTIONS: functionsFolder,
      LIANXIN_PHONE: phoneFolder,
      LIANXIN_WATCH: 'off',
      LIANXIN_STRICT: 'on',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { url, said } = await whenReady(child);
  const post = async (address: string, body: unknown, openid?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(openid !== undefined && { 'x-openid': openid }) };
    const response = await fetch(`${url}${address}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const product: Lianxin = {
    url,
    callAs: async (openid, name, input) =>
      (await post(`/local/functions/${functionOf(name)}`, { name, input }, openid)) as Reply<never>,
    post: (address, body) => post(address, body),
    upload: async (openid, cloudPath, content) => {
      const body = new Uint8Array(content);
      const response = await fetch(`${url}/local/files/${cloudPath}`, {
        method: 'POST',
        headers: { 'x-openid': openid },
        body,
      });
      return ((await response.json()) as { fileID: string }).fileID;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  return { product, said };
}

/** Somebody with a phone: what they see, tap and type, in the words on the screen. */
export interface Person {
  readonly page: Page;
  open(route: string): Promise<void>;
  tap(label: string | RegExp): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  picture(name: string): Promise<void>;
  /** Fails when the phone logged an error since the last call. */
  noErrors(): void;
}

/** Buttons, radios, tabs … by their accessible name first, plain text else; only what is on the page in front. */
export async function find(page: Page, label: string | RegExp) {
  const roles = ['button', 'radio', 'checkbox', 'tab', 'link', 'switch'] as const;
  const name = typeof label === 'string' ? { name: label, exact: true } : { name: label };
  const named = roles.map((role) => page.getByRole(role, name)).reduce((all, one) => all.or(one));
  const text = page.getByText(label, { exact: typeof label === 'string' });
  const found = named.or(text).filter({ visible: true }).first();
  await found.waitFor();
  return (await named.filter({ visible: true }).count()) > 0 ? named.filter({ visible: true }).first() : found;
}

/** @param expected errors that a test provokes on purpose */
export async function personWith(
  browser: Browser,
  product: Lianxin,
  openid: string,
  expected: readonly RegExp[] = [],
): Promise<Person> {
  const page = await newPhonePage(browser);
  const watch: ErrorWatch = watchErrors(page, expected);
  return {
    page,
    open: (route) => openPhone(page, { url: product.url, as: openid, page: route }),
    tap: async (label) => (await find(page, label)).click(),
    sees: async (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    picture: async (name) => {
      if (picturesFolder() === undefined) return;
      await page.waitForTimeout(350);
      await screenshot(page, name);
    },
    noErrors: () => watch.expectNone(),
  };
}

/** Switches elder mode as the person does, so that their phone remembers it before another page is opened. */
export async function switchElder(page: Page, product: Lianxin, openid: string, elder: boolean): Promise<void> {
  await openPhone(page, { url: product.url, as: openid, page: '/pages/me/me' });
  const toggle = page.getByRole('switch', { name: '长辈版' });
  await toggle.waitFor();
  if ((await toggle.getAttribute('aria-checked')) === String(elder)) return;
  await toggle.click();
  await page.locator(`[role=switch][aria-checked=${elder}]`).waitFor();
}
