import { byId } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';
import { failure, run } from '../support/tasks';

/** The names of wx that the other files do not call: each is called somewhere. */
let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'apis');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

/** `wx` for a page in JavaScript. */
type UntypedWx = Record<string, (...given: unknown[]) => unknown>;

test('storage of several keys at once', async () => {
  const answer = await run(opened.page, async (wx) => {
    const plain = wx as unknown as Record<string, (...given: unknown[]) => unknown>;
    await plain['batchSetStorage']!({
      kvList: [
        { key: 'a', value: 1 },
        { key: 'b', value: [2] },
      ],
    });
    plain['batchSetStorageSync']!([{ key: 'c', value: 'x' }]);
    const together = (await plain['batchGetStorage']!({ keyList: ['a', 'b'] })) as { dataList: unknown[] };
    const info = await wx.getStorageInfo();
    const all = plain['batchGetStorageSync']!(['a', 'b', 'c', 'd']);
    await wx.clearStorage();
    wx.clearStorageSync();
    return {
      together: together.dataList,
      all,
      keys: (info as unknown as { keys: string[] }).keys.sort(),
      left: wx.getStorageInfoSync().keys,
    };
  });
  expect(answer).toEqual({ together: [1, [2]], all: [1, [2], 'x', ''], keys: ['a', 'b', 'c'], left: [] });
});

test('tab bar items, dots and styles', async () => {
  const { page } = opened;
  await run(page, async (wx) => {
    await wx.setTabBarItem({ index: 1, text: '改了' });
    await wx.setTabBarStyle({ backgroundColor: '#211c17', selectedColor: '#ffffff' });
    await wx.setTabBarBadge({ index: 0, text: '9' });
    await wx.removeTabBarBadge({ index: 0 });
    await wx.showTabBarRedDot({ index: 0 });
    await wx.hideTabBarRedDot({ index: 0 });
  });
  const bar = page.locator('.tab-bar');
  expect(await bar.textContent()).toBe('内容改了');
  expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(33, 28, 23)');
  await run(page, (wx) => wx.hideTabBar({}));
  await poll(() => bar.isVisible()).toBe(false);
  await run(page, (wx) => wx.showTabBar({}));
  await poll(() => bar.isVisible()).toBe(true);
});

test("the page's background, its home button and its background text", async () => {
  const answer = await run(opened.page, async (wx) => [
    await wx.setBackgroundColor({ backgroundColor: '#eeeeee' }),
    await wx.setBackgroundTextStyle({ textStyle: 'dark' }),
    await wx.hideHomeButton(),
    await (wx as unknown as Record<string, (...given: unknown[]) => unknown>)['preloadSubpackage']!({ name: 'x' }),
  ]);
  expect(answer).toEqual(
    ['setBackgroundColor', 'setBackgroundTextStyle', 'hideHomeButton', 'preloadSubpackage'].map((name) => ({
      errMsg: `${name}:ok`,
    })),
  );
  expect(
    await opened.page
      .locator('.page-view')
      .last()
      .evaluate((view) => getComputedStyle(view).backgroundColor),
  ).toBe('rgb(238, 238, 238)');
});

test('what has no counterpart in a browser fails by its name', async () => {
  const { page } = opened;
  expect(await failure(page, (wx) => wx.navigateToMiniProgram({ appId: 'wx0' }))).toEqual({
    errMsg: 'navigateToMiniProgram:fail wx0 is not in the browser',
  });
  expect(
    await failure(page, (wx) => (wx as unknown as { exitMiniProgram(options: object): unknown }).exitMiniProgram({})),
  ).toMatchObject({ errMsg: expect.stringContaining('exitMiniProgram:fail') });
  expect(await failure(page, (wx) => wx.addPhoneContact({ firstName: '赵' }))).toMatchObject({
    errMsg: expect.stringContaining('addPhoneContact:fail'),
  });
});

test('fonts, an off-screen canvas, observers and statistics', async () => {
  const { page } = opened;
  const answer = await run(page, async (wx) => {
    wx.reportEvent('a', {});
    for (const name of ['reportAnalytics', 'reportPerformance', 'reportMonitor'])
      (wx as unknown as UntypedWx)[name]!('a', 1);
    const canvas = wx.createOffscreenCanvas({ type: '2d', width: 20, height: 10 });
    const seen = await new Promise<boolean>((resolve) => {
      wx.createIntersectionObserver(getCurrentPages()[0]!, { thresholds: [0] })
        .relativeToViewport()
        .observe('#run', ({ intersectionRatio }) => resolve(intersectionRatio > 0));
    });
    return {
      size: [canvas.width, canvas.height],
      seen,
      async: (await (wx as unknown as { getSystemInfoAsync(): Promise<{ windowWidth: number }> }).getSystemInfoAsync())
        .windowWidth,
    };
  });
  expect(answer).toEqual({ size: [20, 10], seen: true, async: 375 });
  const font = `${phone.url}/fonts/files/noto-sans-sc-latin-wght-normal.woff2`;
  await page.evaluate((address) => Object.assign(globalThis, { font: address }), font);
  expect(
    await run(page, (wx) =>
      wx.loadFontFace({ family: 'Own', source: `url("${(globalThis as unknown as { font: string }).font}")` }),
    ),
  ).toMatchObject({ status: 'loaded' });
});

test('a fuzzy location, and the anonymous user', async () => {
  const { page } = opened;
  await page.evaluate(() => localStorage.setItem('wx:privacy:oZhao', 'agreed'));
  const answer = await run(
    page,
    async (wx) => ({
      place: await (
        wx as unknown as { getFuzzyLocation(options: object): Promise<{ latitude: number }> }
      ).getFuzzyLocation({}),
      user: (await wx.getUserInfo({})).userInfo.nickName,
    }),
    () => page.getByRole('button', { name: '允许', exact: true }).click(),
  );
  const { place, user } = answer as { place: { latitude: number }; user: string };
  expect(Number.isInteger(Math.round(place.latitude * 1e6) / 1e4)).toBe(true);
  expect(user).toBe('微信用户');
});

test('every event has its on and off', async () => {
  const { page } = opened;
  const names = await run(page, (wx) => {
    const plain = wx as unknown as UntypedWx;
    const events = Object.keys(plain)
      // what sockets of the app tell has no off on a phone either
      .filter((name) => /^on(?!Socket)[A-Z]/.test(name))
      .map((name) => name.slice(2));
    const listener = () => undefined;
    for (const name of events) {
      plain[`on${name}`]!(listener);
      plain[`off${name}`]!(listener);
      plain[`off${name}`]!();
    }
    return events;
  });
  expect(names).toEqual(
    expect.arrayContaining([
      'AppShow',
      'AppHide',
      'Error',
      'UnhandledRejection',
      'PageNotFound',
      'ThemeChange',
      'KeyboardHeightChange',
      'WindowResize',
    ]),
  );
});

test('errors and unhandled rejections of the app are reported', async () => {
  const other = await openTestPage(phone, 'apis', { expected: [/lost|thrown/] });
  await run(other.page, (wx) => {
    const calls: unknown[] = [];
    Object.assign(globalThis, { calls });
    wx.onError((message) => void calls.push(['error', String(message).includes('thrown')]));
    wx.onUnhandledRejection(({ reason }) => void calls.push(['rejection', String(reason).includes('lost')]));
    setTimeout(() => {
      throw new Error('thrown');
    });
    void Promise.reject(new Error('lost'));
  });
  await poll(() => other.page.evaluate(() => (globalThis as unknown as { calls: unknown[] }).calls)).toHaveLength(2);
  expect(await other.page.evaluate(() => (globalThis as unknown as { calls: unknown[] }).calls)).toEqual(
    expect.arrayContaining([
      ['error', true],
      ['rejection', true],
    ]),
  );
  await other.page.context().close();
});

test('the app is notified when it is hidden and shown', async () => {
  const { page } = opened;
  await run(page, (wx) => {
    const calls: string[] = [];
    Object.assign(globalThis, { calls });
    wx.onAppHide(() => void calls.push('hide'));
    wx.onAppShow(() => void calls.push('show'));
  });
  const turn = (state: string) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => visibility === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await turn('hidden');
  await turn('visible');
  await poll(() => page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls)).toEqual(['hide', 'show']);
  expect(await byId(page, 'run').count()).toBe(1);
});
