import { byId, changeSettings, pathOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';
import { begin, failure, run } from '../support/tasks';

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

describe('app, window and device', () => {
  test('answer sizes and the font scale that is set', async () => {
    const { page } = opened;
    await changeSettings(page, { fontScale: 1.65 });
    const answer = await run(page, (wx) => ({
      base: wx.getAppBaseInfo(),
      window: wx.getWindowInfo(),
      device: wx.getDeviceInfo(),
      all: wx.getSystemInfoSync(),
      menu: wx.getMenuButtonBoundingClientRect(),
    }));
    expect(answer).toMatchObject({
      base: {
        language: 'zh_CN',
        fontSizeScaleFactor: 1.65,
        fontSizeSetting: 26,
        SDKVersion: expect.stringMatching(/^3\./),
      },
      window: {
        screenWidth: 375,
        windowWidth: 375,
        screenHeight: 812,
        windowHeight: 812 - 44 - 50,
        safeArea: { width: 375 },
      },
      device: { platform: 'devtools' },
      all: { windowWidth: 375, fontSizeScaleFactor: 1.65, platform: 'devtools' },
      menu: { width: 87, height: 32 },
    });
  });

  test('answer settings, account, launch options and canIUse', async () => {
    const answer = await run(opened.page, async (wx) => ({
      setting: wx.getSystemSetting(),
      authorize: wx.getAppAuthorizeSetting(),
      account: wx.getAccountInfoSync().miniProgram.envVersion,
      launch: wx.getLaunchOptionsSync(),
      enter: wx.getEnterOptionsSync().path,
      async: (await wx.getSystemInfo()).windowWidth,
      usable: [
        wx.canIUse('showToast'),
        wx.canIUse('cloud.callFunction'),
        wx.canIUse('button.open-type.share'),
        wx.canIUse('createInnerAudioContext'),
        wx.canIUse('video'),
        wx.canIUse('startWifi'),
        wx.canIUse('live-player'),
      ],
      update: typeof wx.getUpdateManager().onUpdateReady,
      performance: wx.getPerformance().getEntries(),
    }));
    expect(answer).toMatchObject({
      setting: { locationEnabled: true },
      authorize: { locationAuthorized: 'not determined', notificationAuthorized: 'authorized' },
      account: 'develop',
      launch: { path: 'pages/apis/apis', scene: 1001, query: {} },
      enter: 'pages/apis/apis',
      async: 375,
      // Sound and video stand there, silent.
      usable: [true, true, true, true, true, false, false],
      update: 'function',
      performance: [],
    });
  });

  test('vibrate, keep the screen on, hide the keyboard and log without failing', async () => {
    const answer = await run(opened.page, async (wx) => {
      wx.getLogManager({}).info('x');
      wx.getRealtimeLogManager().info('x');
      wx.reportEvent('x', {});
      return [
        await wx.vibrateShort({ type: 'light' }),
        await wx.vibrateLong(),
        await wx.setKeepScreenOn({ keepScreenOn: true }),
        await wx.setScreenBrightness({ value: 1 }),
        await wx.getScreenBrightness(),
        await wx.hideKeyboard(),
      ];
    });
    expect(answer).toEqual([
      { errMsg: 'vibrateShort:ok' },
      { errMsg: 'vibrateLong:ok' },
      { errMsg: 'setKeepScreenOn:ok' },
      { errMsg: 'setScreenBrightness:ok' },
      { errMsg: 'getScreenBrightness:ok', value: 1 },
      { errMsg: 'hideKeyboard:ok' },
    ]);
  });
});

describe('events of the app', () => {
  test('window size, show and hide reach their listeners', async () => {
    const { page } = opened;
    await run(page, (wx) => {
      const called: unknown[] = [];
      Object.assign(globalThis, { windowEvents: called });
      wx.onWindowResize((event) => void called.push(event));
      wx.onThemeChange(() => undefined);
      wx.onAppShow(() => undefined);
      wx.offAppShow(() => undefined);
      wx.onError(() => undefined);
    });
    await page.setViewportSize({ width: 400, height: 700 });
    await poll(() =>
      page.evaluate(() => (globalThis as unknown as { windowEvents: unknown[] }).windowEvents.at(-1)),
    ).toMatchObject({ size: { windowWidth: 400 } });
  });
});

describe('the keyboard of a computer', () => {
  test('its keys reach whoever listens, until they leave off, and none that types into a field', async () => {
    const { page } = opened;
    await run(page, (wx) => {
      const keys: string[] = [];
      Object.assign(globalThis, { keys, listener: ({ key }: { key: string }) => void keys.push(key) });
      wx.onKeyDown((globalThis as unknown as { listener: (event: { key: string }) => void }).listener);
    });
    const keys = () => page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys);
    await page.keyboard.press('PageDown');
    await poll(keys).toEqual(['PageDown']);
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
    });
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.querySelector<HTMLElement>('body > input')?.remove());
    await run(page, (wx) =>
      wx.offKeyDown((globalThis as unknown as { listener: (event: { key: string }) => void }).listener),
    );
    await page.keyboard.press('PageUp');
    expect(await keys()).toEqual(['PageDown', 'Escape']);
  });
});

describe('pages and bars', () => {
  test('navigateTo opens an event channel, navigateBack returns', async () => {
    const { page } = opened;
    await begin(page, async (wx) => {
      const { eventChannel, errMsg } = await wx.navigateTo({ url: '/pages/target/target?from=api' });
      return { errMsg, channel: typeof eventChannel.emit };
    });
    await poll(() => pathOf(page)).toBe('/pages/target/target?from=api');
    await page.evaluate(() => (globalThis as unknown as { wx: WechatMiniprogram.Wx }).wx.navigateBack());
    await poll(() => pathOf(page)).toBe('/pages/apis/apis');
    expect(await waitForEvents(page, 'done')).toMatchObject([
      { detail: { errMsg: 'navigateTo:ok', channel: 'function' } },
    ]);
  });

  test("wrong targets fail with WeChat's messages", async () => {
    const { page } = opened;
    expect(await failure(page, (wx) => wx.navigateTo({ url: '/pages/content/content' }))).toMatchObject({
      errMsg: expect.stringContaining('navigateTo:fail can not navigateTo a tabbar page'),
    });
    expect(await failure(page, (wx) => wx.switchTab({ url: '/pages/target/target' }))).toMatchObject({
      errMsg: expect.stringContaining('switchTab:fail'),
    });
    expect(await failure(page, (wx) => wx.redirectTo({ url: '/pages/none/none' }))).toMatchObject({
      errMsg: expect.stringContaining('redirectTo:fail'),
    });
    expect(await failure(page, (wx) => wx.navigateTo({} as WechatMiniprogram.NavigateToOption))).toMatchObject({
      errMsg: expect.stringContaining('parameter.url should be String'),
    });
  });

  test('title, colours, badges and scrolling reach the bars and the page', async () => {
    const { page } = opened;
    const answer = await run(page, async (wx) => {
      await wx.setNavigationBarTitle({ title: '派单' });
      await wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#b9161c' });
      await wx.setTabBarBadge({ index: 0, text: '3' });
      await wx.showTabBarRedDot({ index: 1 });
      wx.showNavigationBarLoading();
      wx.hideNavigationBarLoading();
      return wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    });
    expect(answer).toEqual({ errMsg: 'pageScrollTo:ok' });
    expect(await page.getByRole('heading', { name: '派单' }).evaluate((title) => getComputedStyle(title).color)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.locator('.tab-bar').textContent()).toContain('3');
    expect(await failure(page, (wx) => wx.setTabBarBadge({ index: 9, text: '1' }))).toMatchObject({
      errMsg: expect.stringContaining('setTabBarBadge:fail'),
    });
  });

  test('pull-down is started and stopped', async () => {
    const { page } = opened;
    await run(page, (wx) => wx.startPullDownRefresh());
    await waitForEvents(page, 'pulled');
    expect(await run(page, (wx) => wx.stopPullDownRefresh())).toEqual({ errMsg: 'stopPullDownRefresh:ok' });
  });

  test('queries find elements of the page', async () => {
    const answer = await run(
      opened.page,
      (wx) =>
        new Promise((resolve) => {
          wx.createSelectorQuery()
            .select('#run')
            .boundingClientRect((rect) => resolve({ id: rect.id, wide: rect.width > 300 }))
            .exec();
        }),
    );
    expect(answer).toEqual({ id: 'run', wide: true });
    expect(await byId(opened.page, 'run').count()).toBe(1);
  });
});
