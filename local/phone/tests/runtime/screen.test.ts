import { SamplePhone } from '../support/sample-phone';

jest.setTimeout(60_000);

const phone = new SamplePhone();
beforeAll(() => phone.start());
afterAll(() => phone.stop());
afterEach(() => phone.closePage());

describe('bars', () => {
  test('title, colours and back follow the page on top', async () => {
    await phone.open();
    const bar = phone.page.locator('.navigation-bar');
    expect(await bar.getByRole('heading').textContent()).toBe('样例');
    expect(await bar.getByRole('button', { name: '返回' }).isVisible()).toBe(false);
    await phone.call('navigateTo', { url: '/pages/detail/detail' });
    expect(await bar.getByRole('heading').textContent()).toBe('详情');
    expect(
      await bar.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]),
    ).toEqual(['rgb(185, 22, 28)', 'rgb(255, 255, 255)']);
    await phone.call('setNavigationBarTitle', { title: '改了' });
    expect(await bar.getByRole('heading').textContent()).toBe('改了');
    await bar.getByRole('button', { name: '返回' }).click();
    await phone.page.locator('.navigation-bar h1', { hasText: '样例' }).waitFor();
  });

  test('badges and red dots', async () => {
    await phone.open();
    await phone.call('setTabBarBadge', { index: 1, text: '12345' });
    expect(await phone.page.locator('.tab-bar .badge').textContent()).toBe('…');
    await phone.call('removeTabBarBadge', { index: 1 });
    await phone.call('showTabBarRedDot', { index: 0 });
    expect(await phone.page.locator('.tab-bar .badge').count()).toBe(0);
    expect(await phone.page.getByRole('tab', { name: '首页' }).locator('.red-dot').count()).toBe(1);
    expect(await phone.call('setTabBarBadge', { index: 7, text: '1' })).toMatch(/^setTabBarBadge:fail/);
  });

  test('the menu shares the page', async () => {
    await phone.open('/pages/detail/detail');
    await phone.page.getByRole('button', { name: '更多' }).click();
    await phone.page.getByRole('dialog', { name: '更多' }).getByRole('button', { name: '转发给朋友' }).click();
    await phone.page.getByRole('dialog', { name: '转发' }).waitFor();
    expect(await phone.inside((window) => window.__lianxin.lastShare())).toEqual({
      title: '来自menu',
      path: '/pages/detail/detail?id=9',
      imageUrl: '',
    });
    await phone.page.keyboard.press('Escape');
    expect(await phone.page.getByRole('dialog').count()).toBe(0);
  });
});

describe('scrolling', () => {
  const rows = () =>
    phone.page.evaluate(
      `new Promise((resolve) => {
        window.wx.__page().setData({ rows: Array.from({ length: 16 }, (_, row) => row) }, resolve);
      })`,
    );

  test('onReachBottom is called once', async () => {
    await phone.open();
    await rows();
    await phone.takeLog();
    await phone.page.locator('.page-view').evaluate((view) => {
      view.scrollTop = view.scrollHeight;
    });
    await phone.page.waitForFunction('window.wx.__page().scrollTop > 0');
    await phone.page.locator('.page-view').evaluate((view) => {
      view.scrollTop -= 5;
    });
    expect((await phone.takeLog()).filter((line) => line === 'home bottom')).toHaveLength(1);
    await phone.call('pageScrollTo', { scrollTop: 0, duration: 0 });
    expect(await phone.page.locator('.page-view').evaluate((view) => view.scrollTop)).toBe(0);
  });

  test.each([
    ['mouse', {}],
    ['touch', { hasTouch: true }],
  ] as const)('pulled down by %s', async (kind, options) => {
    await phone.open(undefined, options);
    await rows();
    await phone.takeLog();
    if (kind === 'mouse') {
      await phone.page.mouse.move(180, 200);
      await phone.page.mouse.down();
      await phone.page.mouse.move(180, 260, { steps: 4 });
      await phone.page.mouse.move(180, 340, { steps: 4 });
      await phone.page.mouse.up();
    } else {
      const session = await phone.page.context().newCDPSession(phone.page);
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 180, y: 200 }] });
      for (const y of [230, 260, 290, 320, 340])
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 180, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    expect(await phone.takeLog()).toEqual(['home pull']);
    await phone.call('stopPullDownRefresh', {});
    expect(await phone.page.locator('.page-frame.refreshing').count()).toBe(0);
  });

  test('a page is not pulled by a finger that WXML caught, or that goes sideways', async () => {
    await phone.open();
    await phone.takeLog();
    const drag = async (fromY: number, toX: number, toY: number): Promise<void> => {
      await phone.page.mouse.move(100, fromY);
      await phone.page.mouse.down();
      await phone.page.mouse.move(toX, toY, { steps: 6 });
      await phone.page.mouse.up();
    };
    const caught = await phone.page.locator('.caught').boundingBox();
    await drag((caught?.y ?? 0) + 5, 110, 500);
    await drag(300, 350, 420);
    expect((await phone.takeLog()).filter((line) => line !== 'home caught')).toEqual([]);
    await drag(300, 110, 480);
    expect(await phone.takeLog()).toEqual(['home pull']);
  });

  test('a resize reaches the page and its components', async () => {
    await phone.open();
    await phone.takeLog();
    await phone.page.setViewportSize({ width: 400, height: 700 });
    expect(await phone.takeLog()).toContain('badge page resize');
  });
});
