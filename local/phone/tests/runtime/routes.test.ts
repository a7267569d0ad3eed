import { SamplePhone } from '../support/sample-phone';

jest.setTimeout(60_000);

const phone = new SamplePhone();
beforeAll(() => phone.start());
afterAll(() => phone.stop());
afterEach(() => phone.closePage());

/** Records the name of every slide animation that begins from now on. */
const watchSlides = () =>
  phone.page.evaluate(() => {
    const seen = Object.assign(window, { slides: new Array<string>() }).slides;
    document.addEventListener(
      'animationstart',
      ({ animationName }) => void (animationName.startsWith('page-') && seen.push(animationName)),
    );
  });
/** The slides since the last call. */
const takeSlides = () => phone.page.evaluate(() => (window as unknown as { slides: string[] }).slides.splice(0));
const slideEnds = () => phone.page.waitForFunction(() => document.querySelector('[data-slides-from]') === null);

describe('a page slides in', () => {
  test('from the right over the page below, and back from the left', async () => {
    await phone.open(undefined, { reducedMotion: 'no-preference' });
    await watchSlides();
    await phone.call('navigateTo', { url: '/pages/detail/detail?id=3' });
    await slideEnds();
    expect(await takeSlides()).toEqual(['page-from-right']);
    await phone.call('navigateBack', {});
    await slideEnds();
    expect(await takeSlides()).toEqual(['page-from-left']);
    await phone.call('navigateTo', { url: '/pages/detail/detail?id=4' });
    await phone.call('redirectTo', { url: '/pages/detail/detail?id=5' });
    await slideEnds();
    expect(await takeSlides()).not.toContain('page-from-left');
  });

  test('and is there at once for users who prefer reduced motion', async () => {
    await phone.open(undefined, { reducedMotion: 'reduce' });
    await watchSlides();
    await phone.call('navigateTo', { url: '/pages/detail/detail?id=3' });
    await phone.call('navigateBack', {});
    await phone.takeLog();
    expect(await takeSlides()).toEqual([]);
  });
});

describe("lifecycles, in WeChat's order", () => {
  test('launch: app, components, page, ready from the inside out', async () => {
    await phone.open();
    expect(await phone.takeLog()).toEqual([
      'app launch pages/home/home 1001',
      'app show',
      'badge created',
      'badge attached',
      'home load {} 1',
      'home show',
      'badge page show',
      'badge ready',
      'home ready',
    ]);
  });

  test('there and back', async () => {
    await phone.open();
    await phone.takeLog();
    expect(await phone.call('navigateTo', { url: '/pages/detail/detail?id=3&text=%E4%B8%AD&flag' })).toBe(
      'navigateTo:ok',
    );
    expect(await phone.takeLog()).toEqual([
      'home hide',
      'badge page hide',
      'detail load {"id":"3","text":"%E4%B8%AD","flag":"undefined"} 2',
      'detail show',
      'detail ready',
    ]);
    expect(await phone.call('navigateBack', {})).toBe('navigateBack:ok');
    expect(await phone.takeLog()).toEqual(['detail unload', 'home show', 'badge page show']);
  });

  test('redirectTo ends the page that it leaves, reLaunch all of them', async () => {
    await phone.open();
    await phone.call('navigateTo', { url: '/pages/detail/detail?id=1' });
    await phone.takeLog();
    await phone.call('redirectTo', { url: '../detail/detail?id=2' });
    expect(await phone.takeLog()).toEqual(['detail unload', 'detail load {"id":"2"} 2', 'detail show', 'detail ready']);
    await phone.call('reLaunch', { url: '/pages/orders/orders' });
    expect(await phone.takeLog()).toEqual([
      'detail unload',
      'home unload',
      'badge detached',
      'orders load {} 1',
      'orders show',
      'orders ready',
    ]);
  });

  test('tab pages stay; pages above them are unloaded', async () => {
    await phone.open();
    await phone.takeLog();
    await phone.page.getByRole('tab', { name: '办事' }).click();
    expect(await phone.takeLog()).toEqual([
      'home hide',
      'badge page hide',
      'orders load {} 1',
      'orders show',
      'orders ready',
    ]);
    await phone.call('navigateTo', { url: '/pages/detail/detail' });
    await phone.takeLog();
    await phone.call('switchTab', { url: '/pages/home/home' });
    expect(await phone.takeLog()).toEqual(['detail unload', 'home show', 'badge page show']);
    await phone.page.getByRole('tab', { name: '首页' }).click();
    expect(await phone.takeLog()).toEqual(['home tab 0 首页']);
    expect(await phone.inside((window) => window.__lianxin.routes())).toEqual(['pages/home/home']);
  });

  test('onPageNotFound is called for a missing page, and the entry page opened', async () => {
    await phone.open('/pages/none/none');
    expect((await phone.takeLog()).slice(0, 3)).toEqual([
      'app launch pages/none/none 1001',
      'app show',
      'app not found pages/none/none',
    ]);
    expect(await phone.inside((window) => window.__lianxin.path())).toBe('/pages/home/home');
  });
});

describe('navigation', () => {
  test("refusals are WeChat's", async () => {
    await phone.open();
    expect(await phone.call('navigateTo', { url: '/pages/orders/orders' })).toBe(
      'navigateTo:fail can not navigateTo a tabbar page',
    );
    expect(await phone.call('redirectTo', { url: '/pages/orders/orders' })).toBe(
      'redirectTo:fail can not redirectTo a tabbar page',
    );
    expect(await phone.call('switchTab', { url: '/pages/detail/detail' })).toBe(
      'switchTab:fail can not switch to no-tabBar page',
    );
    expect(await phone.call('navigateTo', { url: '/pages/none/none' })).toBe(
      'navigateTo:fail page "pages/none/none" is not found',
    );
    expect(await phone.call('navigateBack', {})).toBe('navigateBack:fail cannot navigate back at first page.');
  });

  test('ten pages and no more', async () => {
    await phone.open();
    for (let depth = 2; depth <= 10; depth += 1)
      expect(await phone.call('navigateTo', { url: `/pages/detail/detail?id=${depth}` })).toBe('navigateTo:ok');
    expect(await phone.call('navigateTo', { url: '/pages/detail/detail' })).toBe(
      'navigateTo:fail webview count limit exceed',
    );
    expect(await phone.call('navigateBack', { delta: 4 })).toBe('navigateBack:ok');
    expect(await phone.inside((window) => window.__lianxin.routes().length)).toBe(6);
    expect(await phone.call('navigateBack', { delta: 99 })).toBe('navigateBack:ok');
    expect(await phone.inside((window) => window.__lianxin.routes())).toEqual(['pages/home/home']);
  });

  test('success, fail and complete are called as on a phone', async () => {
    await phone.open();
    const called = await phone.page.evaluate(`new Promise((resolve) => {
      const called = [];
      window.wx.navigateTo({
        url: '/pages/none/none',
        success: () => called.push('success'),
        fail: (error) => called.push(error.errMsg),
        complete: () => resolve([...called, 'complete']),
      });
    })`);
    expect(called).toEqual(['navigateTo:fail page "pages/none/none" is not found', 'complete']);
  });

  test('queries become properties of their type', async () => {
    await phone.open('/pages/detail/detail?id=41&text=%E4%B8%AD%26');
    expect(await phone.page.locator('.id').textContent()).toBe('42');
    expect(await phone.page.locator('.raw').textContent()).toBe('%E4%B8%AD%26');
  });

  test('the event channel works in both directions', async () => {
    await phone.open();
    await phone.page.evaluate(
      `new Promise((resolve) => {
        const answered = (data) => { window.wx.__answer = data; };
        window.wx.navigateTo({ url: '/pages/detail/detail', events: { answered }, success: resolve });
      })`,
    );
    await phone.page.getByText('回话').click();
    expect(await phone.page.evaluate('window.wx.__answer')).toEqual({ from: 'detail' });
  });

  test('a subpackage is fetched when it is first needed, once', async () => {
    await phone.open();
    const fetched: string[] = [];
    phone.page.on('request', (request) => {
      if (request.url().includes('/built/')) fetched.push(new URL(request.url()).pathname);
    });
    expect(await phone.inside((window) => window.__lianxin.packages())).toEqual([]);
    await phone.call('navigateTo', { url: '/packages/extra/page/page' });
    expect(await phone.page.locator('.extra').textContent()).toBe('分包页 7');
    await phone.call('navigateTo', { url: '/packages/extra/other/other' });
    expect(fetched).toEqual(['/built/package-packages-extra.js']);
  });

  test('the address follows, and a reload opens the same page as the same user', async () => {
    await phone.open();
    await phone.call('navigateTo', { url: '/pages/detail/detail?id=5' });
    await phone.page.reload();
    await phone.page.locator('.id').waitFor();
    expect(await phone.page.locator('.id').textContent()).toBe('6');
    expect(new URL(phone.page.url()).searchParams.get('as')).toBe('somebody');
    expect(await phone.inside((window) => window.__lianxin.routes())).toEqual(['pages/detail/detail']);
    await phone.page.getByRole('button', { name: '回首页' }).first().click();
    await phone.page.locator('.title', { hasText: '首页' }).waitFor();
  });
});
