import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { packageFolder } from '../../compiler/package-folder';
import { switchValue, uniqueId, type PanelOptions } from '../../index';
import {
  launchBrowser,
  newPhonePage,
  startPhone,
  watchErrors,
  type ErrorWatch,
  type RunningPhone,
} from '../../testing';

jest.setTimeout(60_000);

const wideWindow = { viewport: { width: 1100, height: 900 } };
const personas = [
  { openid: 'wang', name: '王桂兰', hats: ['resident'], communityId: 'one' },
  { openid: 'zhao', name: '赵慧敏', hats: ['gridWorker', 'member'], communityId: 'one' },
];

const panel: PanelOptions = {
  hatNames: { resident: '居民', gridWorker: '网格员' },
  switches: [
    {
      label: '大字版',
      function: 'api',
      read: { event: { name: 'settings.read', input: {} }, path: ['data', 'elder'] },
      write: { event: { name: 'settings.save', input: { elder: switchValue, requestId: uniqueId } } },
    },
    {
      label: '这个云里没有的',
      function: 'api',
      read: { event: { name: 'settings.read', input: {} }, path: ['data', 'none'] },
      write: { event: {} },
    },
  ],
};

/** A cloud with the answers that the panel reads and sets. */
class SmallCloud {
  now = new Date('2026-11-23T02:00:00Z');
  elder = false;
  readonly posts: { path: string; openid: string | undefined; body: unknown }[] = [];

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
      const reply = this.#reply(new URL(request.url ?? '/', 'http://cloud').pathname, request, body);
      response
        .writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(reply ?? {}));
    });
  };

  #reply(path: string, request: IncomingMessage, body: unknown): unknown {
    if (request.method === 'POST')
      this.posts.push({ path, openid: request.headers['x-openid'] as string | undefined, body });
    if (path === '/local/personas') return personas;
    if (path === '/local/cards') return [{ title: '柳巷 12 号院', path: 'pages/detail/detail?id=12' }];
    if (path === '/local/qr') return {};
    if (path === '/local/trace') return [{ name: 'api', reads: 3, writes: 1, ms: 12.4 }];
    if (path === '/local/clock' && request.method === 'POST')
      this.now = new Date(this.now.getTime() + Number((body as { advanceMs?: number }).advanceMs ?? 0));
    if (path === '/local/clock') return { now: this.now.toISOString() };
    if (path === '/local/functions/api') return this.#call(body as { name: string; input: { elder?: boolean } });
    return undefined;
  }

  #call({ name, input }: { name: string; input: { elder?: boolean } }): unknown {
    if (name === 'settings.save') this.elder = input.elder === true;
    return { ok: true, data: { elder: this.elder } };
  }
}

let browser: Browser;
let running: RunningPhone;
let cloud: SmallCloud;
let page: Page;
let watch: ErrorWatch;

beforeAll(async () => {
  cloud = new SmallCloud();
  [browser, running] = await Promise.all([
    launchBrowser(),
    startPhone({ appFolder: join(__dirname, '..', 'fixtures', 'sample'), panel }, cloud.answer),
  ]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
});

const inner = () => page.frameLocator('iframe');
const personSelect = () => page.getByLabel('这台手机是谁的');

beforeEach(async () => {
  page = await newPhonePage(browser, wideWindow);
  watch = watchErrors(page);
  await page.goto(running.url);
  await personSelect().waitFor();
  await inner().locator('.title', { hasText: '首页' }).waitFor();
});
afterEach(async () => {
  watch.expectNone();
  await page.context().close();
});

test('a wide window shows the phone at its own width beside the panel; the first persona is its user', async () => {
  expect(await page.locator('iframe').evaluate((frame) => [frame.clientWidth, frame.clientHeight])).toEqual([375, 812]);
  expect(await personSelect().inputValue()).toBe('wang');
  expect(await personSelect().locator('option').allTextContents()).toEqual([
    '王桂兰 · 居民',
    '赵慧敏 · 网格员、member',
  ]);
  expect(new URL(page.url()).searchParams.get('page')).toBe('/pages/home/home');
});

test('a narrow window is the phone', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${running.url}/?as=zhao&page=/pages/detail/detail%3Fid%3D1`);
  await page.locator('.id', { hasText: '2' }).waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.locator('.phone-screen').evaluate((screen) => screen.clientWidth)).toBe(390);
});

test('an address that names a page is the phone alone, in a wide window as wide as a phone', async () => {
  await page.goto(`${running.url}/?as=zhao&page=/pages/style/style`);
  await page.getByText('只在这页').waitFor();
  expect(await page.locator('.phone-screen').evaluate((screen) => [screen.clientWidth, screen.clientHeight])).toEqual([
    375, 812,
  ]);
  expect(await page.locator('.half').evaluate((element) => getComputedStyle(element).width)).toBe('187.5px');
  expect(await page.evaluate('window.__lianxin.settings().openid')).toBe('zhao');
});

test('another persona is chosen; a reload has the same persona and page', async () => {
  await personSelect().selectOption('zhao');
  await inner().locator('.title', { hasText: '首页' }).waitFor();
  await inner().getByRole('tab', { name: '办事' }).click();
  await page.waitForURL(/orders/);
  await page.reload();
  await personSelect().waitFor();
  await inner().locator('.navigation-bar h1', { hasText: '办事' }).waitFor();
  expect(await personSelect().inputValue()).toBe('zhao');
});

test('everything in the panel has a name and is reached by the keyboard alone', async () => {
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await personSelect().focus();
  const reached: string[] = [];
  for (let step = 0; step < 26; step += 1) {
    reached.push(
      await page.evaluate('document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent'),
    );
    await page.keyboard.press('Tab');
  }
  expect(reached.map((name) => name.trim())).toEqual(
    expect.arrayContaining([
      '这台手机是谁的',
      '大字版',
      '哪一张',
      '用这台手机扫',
      '在新窗口打开',
      '过一小时',
      '过一天',
      '过三天',
      '换一个时间',
      '拨到这时',
      '微信里的字体大小',
      '正常',
      '这次调用的明细',
    ]),
  );
  await page.addScriptTag({ path: join(packageFolder('axe-core'), 'axe.min.js') });
  const violations = await page.evaluate(
    "axe.run('.panel').then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
  );
  expect(violations).toEqual([]);
});

test('while the clock is moved, the panel says so and for how long, and takes no second move', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/local/clock', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  const steps = page.getByRole('button', { name: /^(过一小时|过一天|过三天|拨到这时)$/ });
  const disabled = async () =>
    steps.evaluateAll((buttons) => buttons.map((one) => (one as HTMLButtonElement).disabled));
  await page.getByRole('button', { name: '过三天' }).click();
  await page.getByText('正在走，到点的事一件一件办，2 秒了').waitFor();
  expect(await disabled()).toEqual([true, true, true, true]);
  letGo();
  await page.getByText('2026年11月26日').waitFor();
  expect(await disabled()).toEqual([false, false, false, false]);
  expect(await page.getByText('正在走').count()).toBe(0);
  await page.unroute('**/local/clock');
  cloud.now = new Date('2026-11-23T02:00:00Z');
  cloud.posts.length = 0;
});

test('with the keyboard: a card, the clock, a switch of the app, the font, the network', async () => {
  await page.getByRole('button', { name: '用这台手机扫' }).press('Enter');
  await inner().locator('.id', { hasText: '13' }).waitFor();
  await page.getByRole('button', { name: '过一天' }).press('Space');
  await page.getByText('2026年11月24日').waitFor();
  expect(cloud.posts.filter((post) => post.path === '/local/clock')).toEqual([
    { path: '/local/clock', openid: undefined, body: { advanceMs: 86_400_000 } },
  ]);
  const answered = page.waitForResponse(
    (response) =>
      response.url().endsWith('/local/functions/api') &&
      response.request().postData()?.includes('settings.save') === true,
  );
  await page.getByLabel('大字版').press('Space');
  await answered;
  await page.getByLabel('微信里的字体大小').selectOption('1.65');
  await inner().locator('.id').waitFor();
  await page.getByLabel('断开').press('Space');
  const settings = () => page.evaluate('JSON.parse(sessionStorage.getItem("phone:settings"))');
  expect(await settings()).toMatchObject({ openid: 'wang', fontScale: 1.65, network: 'off' });
  expect(cloud.elder).toBe(true);
  const written = cloud.posts.find(({ body }) => (body as { name?: string } | undefined)?.name === 'settings.save');
  expect(written?.body).toEqual({
    name: 'settings.save',
    input: { elder: true, requestId: expect.stringMatching(/^[\da-f-]{36}$/) as unknown },
  });
  expect(await page.getByLabel('这个云里没有的').isVisible()).toBe(false);
  expect(cloud.posts.some((post) => post.openid === 'wang')).toBe(true);
  await page.reload();
  await personSelect().waitFor();
  expect(await page.getByLabel('断开').isChecked()).toBe(true);
  expect(await page.getByLabel('微信里的字体大小').inputValue()).toBe('1.65');
  expect(await page.getByLabel('大字版').isChecked()).toBe(true);
});

test('what the last call cost', async () => {
  await page.getByText('api：读 3 次，写 1 次，12 毫秒').waitFor();
});
