/**
 * The phone's own test app (`../app`) in a real Chromium, with the few answers of a cloud that components and wx.* ask for.
 * Each test file starts it once.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createPhone, type PhoneServer } from '../..';
import { launchBrowser, newPhonePage, openPhone, watchErrors, type ErrorWatch } from '../../testing/browser';
import type { Heard } from '../app/record';

export interface Asked {
  path: string;
  openid: string;
  body: string;
}

export interface PartsPhone {
  url: string;
  browser: Browser;
  /** what the app asked of the cloud, in order */
  asked: Asked[];
  close(): Promise<void>;
}

const personas = [
  { openid: 'oZhao', name: '赵慧敏', hats: ['grid worker'], communityId: 'changqingteng', phoneNumber: '13800000001' },
];
const cards = [{ title: '连心卡：2 号楼', path: 'pages/target/target?from=card', result: '' }];

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Answers in the shapes of the local cloud; a function returns its event and who called it. */
function answer(path: string, { openid, body }: Asked, origin: string): { status: number; content: unknown } {
  if (path === '/local/personas') return { status: 200, content: personas };
  if (path === '/local/cards') return { status: 200, content: cards };
  if (path === '/local/functions/broken')
    return { status: 500, content: { errCode: -504_002, errMsg: 'cloud.callFunction:fail functions execute fail' } };
  if (path.startsWith('/local/functions/'))
    return { status: 200, content: { event: JSON.parse(body) as unknown, openid } };
  if (path.startsWith('/local/files/'))
    return { status: 200, content: { fileID: `cloud://local/${path.slice('/local/files/'.length)}` } };
  if (path === '/local/file-urls') {
    const { fileList } = JSON.parse(body) as { fileList: (string | { fileID: string })[] };
    const list = fileList.map((file) => (typeof file === 'string' ? file : file.fileID));
    return {
      status: 200,
      content: {
        fileList: list.map((fileID) => ({
          fileID,
          tempFileURL: `${origin}/stored/${fileID.split('/').pop()}`,
          maxAge: 7200,
          status: 0,
          errMsg: 'ok',
        })),
      },
    };
  }
  if (path === '/local/files-delete')
    return {
      status: 200,
      content: {
        fileList: (JSON.parse(body) as { fileList: string[] }).fileList.map((fileID) => ({
          fileID,
          status: 0,
          errMsg: 'ok',
        })),
      },
    };
  if (path === '/local/phone-code') return { status: 200, content: { code: 'code-1' } };
  if (path === '/local/subscribe') return { status: 200, content: {} };
  return { status: 404, content: { error: path } };
}

async function serve(
  phone: PhoneServer,
  asked: Asked[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (phone.handle(request, response)) return;
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://phone').pathname);
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  if (path.startsWith('/stored/'))
    return void response
      .writeHead(200, { 'content-type': 'image/svg+xml' })
      .end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const call: Asked = { path, openid: String(request.headers['x-openid'] ?? ''), body: await read(request) };
  asked.push(call);
  const { status, content } = answer(path, call, `http://${request.headers.host}`);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );
}

export async function startPartsPhone(name: string): Promise<PartsPhone> {
  const root = join(__dirname, '..', '..', '..', '..');
  const phone = await createPhone({
    appFolder: join(__dirname, '..', 'app'),
    outFolder: join(root, '.cache', 'parts', name),
    log: () => undefined,
  });
  const asked: Asked[] = [];
  const server = createServer((request, response) => void serve(phone, asked, request, response));
  const url = await listen(server);
  const browser = await launchBrowser();
  return {
    url,
    browser,
    asked,
    close: async () => {
      await browser.close();
      await phone.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface OpenedPage {
  page: Page;
  errors: ErrorWatch;
}

export interface Opening {
  expected?: readonly RegExp[];
  context?: BrowserContextOptions;
  as?: string;
  /** runs in the page before anything else */
  prepare?: () => void;
}

export async function openParts(
  phone: PartsPhone,
  name: string,
  { expected = [], context = {}, as = 'oZhao', prepare }: Opening = {},
): Promise<OpenedPage> {
  const page = await newPhonePage(phone.browser, context);
  if (prepare !== undefined) await page.addInitScript(prepare);
  const errors = watchErrors(page, expected);
  await openPhone(page, { url: phone.url, as, page: `/pages/${name}/${name}` });
  return { page, errors };
}

/** The host element of the part with that id in the page's WXML. */
export const part = (page: Page, id: string) => page.locator(`[wx-id="${id}"]`).first();

interface Inspected {
  __lianxin: {
    data(): Record<string, unknown> | undefined;
    routes(): string[];
    path(): string;
    changeSettings(change: object): void;
  };
}

export const dataOf = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(
    () =>
      JSON.parse(JSON.stringify((globalThis as unknown as Inspected).__lianxin.data() ?? {})) as Record<
        string,
        unknown
      >,
  );

/** Every event that the page noted, or those of one `data-name`. */
export async function heard(page: Page, name?: string): Promise<Heard[]> {
  const { events } = (await dataOf(page)) as { events: Heard[] };
  return name === undefined ? events : events.filter((event) => event.name === name);
}

/** Waits until the part of that name was heard so often, and answers all it sent. */
export async function waitHeard(page: Page, name: string, count = 1): Promise<Heard[]> {
  await page.waitForFunction(
    ([wanted, least]) => {
      const { events } = ((globalThis as unknown as Inspected).__lianxin.data() ?? { events: [] }) as {
        events: { name: string }[];
      };
      return events.filter((event) => event.name === wanted).length >= least;
    },
    [name, count] as const,
  );
  return heard(page, name);
}

export const changeSettings = (page: Page, change: object): Promise<void> =>
  page.evaluate((wanted) => (globalThis as unknown as Inspected).__lianxin.changeSettings(wanted), change);

export const pathOf = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Inspected).__lianxin.path());

export const styleOf = (page: Page, id: string, property: string): Promise<string> =>
  part(page, id).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

type Matchers = Record<string, (...wanted: readonly unknown[]) => void>;
type Polled = Record<
  | 'toBe'
  | 'toEqual'
  | 'toMatchObject'
  | 'toBeGreaterThan'
  | 'toBeCloseTo'
  | 'toContain'
  | 'toContainEqual'
  | 'toHaveLength'
  | 'toMatch',
  (...wanted: readonly unknown[]) => Promise<void>
>;

const PATIENCE_MS = 5000;

jest.setTimeout(30_000);

/** Reads again until the expectation holds; fails with the last difference. */
export function poll(read: () => Promise<unknown>): Polled {
  const retry = async (matcher: string, wanted: readonly unknown[]): Promise<void> => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await read();
      try {
        return (expect(value) as unknown as Matchers)[matcher]!(...wanted);
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
  };
  return new Proxy(
    {},
    {
      get:
        (_target, matcher) =>
        (...wanted: unknown[]) =>
          retry(String(matcher), wanted),
    },
  ) as Polled;
}

/** Sets data of the page on top, as its own code would. */
export const setData = (page: Page, data: object): Promise<void> =>
  page.evaluate((change) => {
    const { getCurrentPages } = globalThis as unknown as { getCurrentPages(): { setData(data: object): void }[] };
    getCurrentPages().at(-1)?.setData(change);
  }, data);

/** Presses the mouse in the middle of a part and moves it by so many px, in four steps. */
export async function drag(page: Page, id: string, by: { x?: number; y?: number }): Promise<void> {
  const box = await part(page, id).boundingBox();
  const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
  const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const share of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x + (by.x ?? 0) * share, y + (by.y ?? 0) * share);
  await page.mouse.up();
}

/** Waits until whatever rises or fades has come to rest: places are read after that. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });

interface Finger {
  x: number;
  y: number;
}

/** Moves fingers over the screen as a phone reports them: each step is where all of them are. */
export async function touch(page: Page, steps: readonly (readonly Finger[])[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const points = (fingers: readonly Finger[]) => fingers.map(({ x, y }, id) => ({ x, y, id }));
  for (const [index, fingers] of steps.entries()) {
    await client.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: points(fingers),
    });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

export const touchScreen: BrowserContextOptions = { hasTouch: true, isMobile: true };
