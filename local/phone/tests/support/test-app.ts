/** The app of these tests (`../app`) in a real Chromium. Each test file starts it once. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, startPhone, watchErrors, type ErrorWatch } from '../../testing';
import { answerTo, readBody, type CloudRequest } from './cloud-answers';

jest.setTimeout(30_000);

export interface TestApp {
  readonly url: string;
  readonly browser: Browser;
  /** The requests that the app sent to the cloud, in order. */
  readonly requests: CloudRequest[];
  close(): Promise<void>;
}

const storedPicture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

async function handle(requests: CloudRequest[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://phone').pathname);
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  if (path.startsWith('/stored/'))
    return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(storedPicture);
  const openid = String(request.headers['x-openid'] ?? '');
  const cloudRequest: CloudRequest = { path, openid, body: await readBody(request) };
  requests.push(cloudRequest);
  const { status, content } = answerTo(cloudRequest, `http://${request.headers.host}`);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

export async function startTestApp(): Promise<TestApp> {
  const requests: CloudRequest[] = [];
  const [browser, phone] = await Promise.all([
    launchBrowser(),
    startPhone(
      { appFolder: join(__dirname, '..', 'app') },
      (request, response) => void handle(requests, request, response),
    ),
  ]);
  return {
    url: phone.url,
    browser,
    requests,
    close: async () => {
      await browser.close();
      await phone.close();
    },
  };
}

export interface OpenedPage {
  readonly page: Page;
  readonly errors: ErrorWatch;
}

export interface PageOptions {
  /** Errors that the test provokes. */
  readonly expected?: readonly RegExp[];
  readonly context?: BrowserContextOptions;
  readonly as?: string;
  /** Runs in the page before anything else. */
  readonly prepare?: () => void;
}

/** Opens a page of the test app in a browser context of its own. */
export async function openTestPage(
  app: TestApp,
  name: string,
  { expected = [], context = {}, as = 'oZhao', prepare }: PageOptions = {},
): Promise<OpenedPage> {
  const page = await newPhonePage(app.browser, context);
  if (prepare !== undefined) await page.addInitScript(prepare);
  const errors = watchErrors(page, expected);
  await openPhone(page, { url: app.url, as, page: `/pages/${name}/${name}` });
  return { page, errors };
}
