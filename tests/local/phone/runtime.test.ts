import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, newPhonePage, openPhone, watchErrors, type ErrorWatch } from '../../support/browser';
import { startPhone, type RunningPhone } from '../../support/phone';

jest.setTimeout(60_000);

/** What the page's scripts and the phone's inspection offer inside the browser. */
interface Inside {
  __lianxin: {
    routes(): string[];
    path(): string;
    data(): Record<string, unknown>;
    packages(): string[];
    metrics(): Record<string, Record<string, number>>;
    resetMetrics(): void;
    tree(): { nodes: number; depth: number; children: number };
    lastShare(): { title: string; path: string };
  };
  wx: WechatMiniprogram.Wx;
}

let browser: Browser;
let phone: RunningPhone;
let page: Page;
let watch: ErrorWatch;

beforeAll(async () => {
  [browser, phone] = await Promise.all([launchBrowser(), startPhone({ appFolder: join(__dirname, 'fixtures', 'sample') })]);
});
afterAll(async () => {
  await browser.close();
  await phone.close();
});

async function open(path?: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await newPhonePage(browser, options);
  watch = watchErrors(page);
  await openPhone(page, { url: phone.url, as: 'somebody', ...(path === undefined ? {} : { page: path }) });
}
afterEach(async () => {
  watch.expectNone();
  await page.context().close();
});

const inside = <T>(read: (window: Inside) => T | Promise<T>): Promise<T> => page.evaluate(`(${read.toString()})(window)`) as Promise<T>;
/** What happened since it was last asked. */
const trail = (): Promise<string[]> => page.evaluate('Promise.resolve(window.wx.__trail?.splice(0) ?? [])');
/** Calls a wx function and answers its errMsg, or what it failed with. */
const call = (name: string, argument: object): Promise<string> =>
  page.evaluate(`window.wx.${name}(${JSON.stringify(argument)}).then((done) => done?.errMsg ?? 'ok', (error) => error.errMsg ?? error.message)`);

async function happened(): Promise<string[]> {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  return trail();
}

describe('lifecycles, in WeChat\'s order', () => {
  test('launch: app, components, page, ready from the inside out', async () => {
    await open();
    expect(await happened()).toEqual([
      'app launch pages/home/home 1001', 'app show', 'mark created', 'mark attached', 'home load {} 1', 'home show', 'mark page show', 'mark ready', 'home ready',
    ]);
  });

  test('there and back', async () => {
    await open();
    await happened();
    expect(await call('navigateTo', { url: '/pages/detail/detail?id=3&text=%E4%B8%AD&flag' })).toBe('navigateTo:ok');
    expect(await happened()).toEqual(['home hide', 'mark page hide', 'detail load {"id":"3","text":"%E4%B8%AD","flag":"undefined"} 2', 'detail show', 'detail ready']);
    expect(await call('navigateBack', {})).toBe('navigateBack:ok');
    expect(await happened()).toEqual(['detail unload', 'home show', 'mark page show']);
  });

  test('redirectTo ends the page that it leaves, reLaunch all of them', async () => {
    await open();
    await call('navigateTo', { url: '/pages/detail/detail?id=1' });
    await happened();
    await call('redirectTo', { url: '../detail/detail?id=2' });
    expect(await happened()).toEqual(['detail unload', 'detail load {"id":"2"} 2', 'detail show', 'detail ready']);
    await call('reLaunch', { url: '/pages/orders/orders' });
    expect(await happened()).toEqual(['detail unload', 'home unload', 'mark detached', 'orders load {} 1', 'orders show', 'orders ready']);
  });

  test('tabs live on; pages above them do not', async () => {
    await open();
    await happened();
    await page.getByRole('tab', { name: '办事' }).click();
    expect(await happened()).toEqual(['home hide', 'mark page hide', 'orders load {} 1', 'orders show', 'orders ready']);
    await call('navigateTo', { url: '/pages/detail/detail' });
    await happened();
    await call('switchTab', { url: '/pages/home/home' });
    expect(await happened()).toEqual(['detail unload', 'home show', 'mark page show']);
    await page.getByRole('tab', { name: '首页' }).click();
    expect(await happened()).toEqual(['home tab 0 首页']);
    expect(await inside((window) => window.__lianxin.routes())).toEqual(['pages/home/home']);
  });

  test('a page that does not exist is told to the app, and the entry page opened', async () => {
    await open('/pages/none/none');
    expect((await happened()).slice(0, 3)).toEqual(['app launch pages/none/none 1001', 'app show', 'app not found pages/none/none']);
    expect(await inside((window) => window.__lianxin.path())).toBe('/pages/home/home');
  });
});

describe('navigation', () => {
  test('refusals are WeChat\'s', async () => {
    await open();
    expect(await call('navigateTo', { url: '/pages/orders/orders' })).toBe('navigateTo:fail can not navigateTo a tabbar page');
    expect(await call('redirectTo', { url: '/pages/orders/orders' })).toBe('redirectTo:fail can not redirectTo a tabbar page');
    expect(await call('switchTab', { url: '/pages/detail/detail' })).toBe('switchTab:fail can not switch to no-tabBar page');
    expect(await call('navigateTo', { url: '/pages/none/none' })).toBe('navigateTo:fail page "pages/none/none" is not found');
    expect(await call('navigateBack', {})).toBe('navigateBack:fail cannot navigate back at first page.');
  });

  test('ten pages and no more', async () => {
    await open();
    for (let depth = 2; depth <= 10; depth += 1) expect(await call('navigateTo', { url: `/pages/detail/detail?id=${depth}` })).toBe('navigateTo:ok');
    expect(await call('navigateTo', { url: '/pages/detail/detail' })).toBe('navigateTo:fail webview count limit exceed');
    expect(await call('navigateBack', { delta: 4 })).toBe('navigateBack:ok');
    expect(await inside((window) => window.__lianxin.routes().length)).toBe(6);
    expect(await call('navigateBack', { delta: 99 })).toBe('navigateBack:ok');
    expect(await inside((window) => window.__lianxin.routes())).toEqual(['pages/home/home']);
  });

  test('success, fail and complete are called as on a phone', async () => {
    await open();
    const called = await page.evaluate(`new Promise((resolve) => {
      const heard = [];
      window.wx.navigateTo({ url: '/pages/none/none', success: () => heard.push('success'), fail: (error) => heard.push(error.errMsg), complete: () => resolve([...heard, 'complete']) });
    })`);
    expect(called).toEqual(['navigateTo:fail page "pages/none/none" is not found', 'complete']);
  });

  test('queries become properties of their type', async () => {
    await open('/pages/detail/detail?id=41&text=%E4%B8%AD%26');
    expect(await page.locator('.id').textContent()).toBe('42');
    expect(await page.locator('.raw').textContent()).toBe('%E4%B8%AD%26');
  });

  test('the event channel carries both ways', async () => {
    await open();
    await page.evaluate(`new Promise((resolve) => window.wx.navigateTo({ url: '/pages/detail/detail', events: { answered: (data) => { window.wx.__answer = data; } }, success: resolve }))`);
    await page.getByText('回话').click();
    expect(await page.evaluate('window.wx.__answer')).toEqual({ from: 'detail' });
  });

  test('a subpackage is fetched when it is first needed, once', async () => {
    await open();
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/built/')) fetched.push(new URL(request.url()).pathname);
    });
    expect(await inside((window) => window.__lianxin.packages())).toEqual([]);
    await call('navigateTo', { url: '/packages/extra/page/page' });
    expect(await page.locator('.extra').textContent()).toBe('分包页 7');
    await call('navigateTo', { url: '/packages/extra/other/other' });
    expect(fetched).toEqual(['/built/package-packages-extra.js']);
  });

  test('the address follows, and a reload stays there as the same person', async () => {
    await open();
    await call('navigateTo', { url: '/pages/detail/detail?id=5' });
    await page.reload();
    await page.locator('.id').waitFor();
    expect(await page.locator('.id').textContent()).toBe('6');
    expect(new URL(page.url()).searchParams.get('as')).toBe('somebody');
    expect(await inside((window) => window.__lianxin.routes())).toEqual(['pages/detail/detail']);
    await page.getByRole('button', { name: '回首页' }).first().click();
    await page.locator('.title', { hasText: '首页' }).waitFor();
  });
});

describe('bars', () => {
  test('title, colours and back follow the page on top', async () => {
    await open();
    const bar = page.locator('.navigation-bar');
    expect(await bar.getByRole('heading').textContent()).toBe('样例');
    expect(await bar.getByRole('button', { name: '返回' }).isVisible()).toBe(false);
    await call('navigateTo', { url: '/pages/detail/detail' });
    expect(await bar.getByRole('heading').textContent()).toBe('详情');
    expect(await bar.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color])).toEqual(['rgb(185, 22, 28)', 'rgb(255, 255, 255)']);
    await call('setNavigationBarTitle', { title: '改了' });
    expect(await bar.getByRole('heading').textContent()).toBe('改了');
    await bar.getByRole('button', { name: '返回' }).click();
    await page.locator('.navigation-bar h1', { hasText: '样例' }).waitFor();
  });

  test('badges and red dots', async () => {
    await open();
    await call('setTabBarBadge', { index: 1, text: '12345' });
    expect(await page.locator('.tab-bar .badge').textContent()).toBe('…');
    await call('removeTabBarBadge', { index: 1 });
    await call('showTabBarRedDot', { index: 0 });
    expect(await page.locator('.tab-bar .badge').count()).toBe(0);
    expect(await page.getByRole('tab', { name: '首页' }).locator('.red-dot').count()).toBe(1);
    expect(await call('setTabBarBadge', { index: 7, text: '1' })).toMatch(/^setTabBarBadge:fail/);
  });

  test('the menu shares the page', async () => {
    await open('/pages/detail/detail');
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name: '转发给朋友' }).click();
    await page.getByRole('dialog', { name: '转发' }).waitFor();
    expect(await inside((window) => window.__lianxin.lastShare())).toEqual({ title: '来自menu', path: '/pages/detail/detail?id=9', imageUrl: '' });
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('scrolling', () => {
  const rows = () => page.evaluate('new Promise((resolve) => window.wx.__page().setData({ rows: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16] }, resolve))');

  test('reaching the bottom is told once', async () => {
    await open();
    await rows();
    await happened();
    await page.locator('.page-view').evaluate((view) => { view.scrollTop = view.scrollHeight; });
    await page.waitForFunction('window.wx.__page().scrollTop > 0');
    await page.locator('.page-view').evaluate((view) => { view.scrollTop -= 5; });
    expect((await happened()).filter((line) => line === 'home bottom')).toHaveLength(1);
    await call('pageScrollTo', { scrollTop: 0, duration: 0 });
    expect(await page.locator('.page-view').evaluate((view) => view.scrollTop)).toBe(0);
  });

  test.each([['mouse', {}], ['touch', { hasTouch: true }]] as const)('pulled down by %s', async (kind, options) => {
    await open(undefined, options);
    await rows();
    await happened();
    if (kind === 'mouse') {
      await page.mouse.move(180, 200);
      await page.mouse.down();
      await page.mouse.move(180, 260, { steps: 4 });
      await page.mouse.move(180, 340, { steps: 4 });
      await page.mouse.up();
    } else {
      const session = await page.context().newCDPSession(page);
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 180, y: 200 }] });
      for (const y of [230, 260, 290, 320, 340]) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 180, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    expect(await happened()).toEqual(['home pull']);
    await call('stopPullDownRefresh', {});
    expect(await page.locator('.page-frame.refreshing').count()).toBe(0);
  });

  test('a resize is told to the page and its components', async () => {
    await open();
    await happened();
    await page.setViewportSize({ width: 400, height: 700 });
    expect(await happened()).toContain('mark page resize');
  });
});

describe('events and queries', () => {
  test('a tap has WeChat\'s shape, counted from the page\'s own window', async () => {
    await open('/pages/tools/tools');
    await page.locator('.box').click({ position: { x: 10, y: 10 } });
    expect(await inside((window) => window.__lianxin.data()['taps'])).toEqual([
      {
        type: 'tap', id: 'box', name: '盒子', mark: { place: 'here' }, offsetTop: 100, detail: { x: 10, y: 110 },
        touch: { identifier: 0, clientX: 10, clientY: 110, pageX: 10, pageY: 110, force: 1 },
      },
    ]);
  });

  test('a long press instead of a tap; a finger that moves does neither', async () => {
    await open('/pages/tools/tools');
    const box = page.locator('.box');
    await box.click({ delay: 450 });
    await box.hover();
    await page.mouse.down();
    await page.mouse.move(300, 500, { steps: 3 });
    await page.mouse.up();
    expect(await inside((window) => window.__lianxin.data()['taps'])).toEqual(['held']);
  });

  test('WXS handlers move elements without a setData', async () => {
    await open('/pages/tools/tools');
    const slider = page.locator('.slider');
    const place = await slider.boundingBox();
    if (!place) throw new Error('no slider');
    await inside((window) => { window.__lianxin.resetMetrics(); });
    await page.mouse.move(place.x + 10, place.y + 10);
    await page.mouse.down();
    await page.mouse.move(place.x + 40, place.y + 12, { steps: 2 });
    expect(await slider.getAttribute('style')).toContain('translateX(30px)');
    expect(await slider.getAttribute('class')).toContain('dragging');
    expect(await inside((window) => window.__lianxin.metrics())).toEqual({});
    await page.mouse.move(place.x + 300, place.y + 12, { steps: 2 });
    await page.mouse.up();
    expect(await slider.getAttribute('class')).not.toContain('dragging');
    expect(await inside((window) => window.__lianxin.data()['movedPx'])).toBe(80);
    await page.evaluate('window.wx.__page().setData({ offset: 12 })');
    await page.waitForFunction('document.querySelector(".slider").style.marginTop === "12px"');
    expect(await page.locator('.types').textContent()).toBe('Array String RegExp Date');
  });

  test('selector queries', async () => {
    await open('/pages/tools/tools');
    const answers = await page.evaluate(`new Promise((resolve) => {
      const query = window.wx.createSelectorQuery();
      query.select('#box').boundingClientRect();
      query.selectAll('.many').fields({ size: true, dataset: true });
      query.selectViewport().scrollOffset();
      query.select('.none').boundingClientRect();
      query.select('#box').fields({ properties: ['hoverClass'], computedStyle: ['display'] });
      query.exec(resolve);
    })`);
    expect(answers).toMatchObject([
      { id: 'box', dataset: { name: '盒子' }, left: 0, top: 100, width: 100, height: 40, right: 100, bottom: 140 },
      [{ width: 375 }, { width: 375 }, { width: 375 }],
      { scrollTop: 0, scrollLeft: 0 },
      null,
      { display: 'block' },
    ]);
  });

  test('intersection with the window', async () => {
    await open('/pages/tools/tools');
    await page.evaluate(`window.wx.__seen = []; window.wx.createIntersectionObserver(window.wx.__page()).relativeToViewport().observe('.far', (seen) => window.wx.__seen.push(seen.intersectionRatio > 0))`);
    await page.locator('.page-view').evaluate((view) => { view.scrollTop = view.scrollHeight; });
    await page.waitForFunction('window.wx.__seen.at(-1) === true');
  });

  test('slots, generics, and a component of a package that is still to come', async () => {
    await open('/pages/component/component');
    expect(await page.locator('.phone-pages').innerText()).toMatch(/头\s*身\s*泛型\s*默认的泛型/);
    await page.getByText('很重的组件').waitFor();
    expect(await inside((window) => window.__lianxin.packages())).toEqual(['packages/extra']);
  });

  test('setData is counted by page, with its bytes', async () => {
    await open();
    await inside((window) => { window.__lianxin.resetMetrics(); });
    await page.locator('.count').click();
    await page.locator('.count').click();
    expect(await inside((window) => window.__lianxin.metrics())).toEqual({
      'pages/home/home': { setDataCalls: 2, pageSetDataCalls: 2, setDataBytes: 22, largestSetDataBytes: 11 },
    });
    expect(await inside((window) => window.__lianxin.tree())).toEqual({ nodes: 5, depth: 3, children: 3 });
  });
});

describe('styles', () => {
  const styleOf = (selector: string, name: string): Promise<string> => page.locator(selector).first().evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

  test('lengths, scopes and isolation, by computed values', async () => {
    await open('/pages/style/style');
    expect(await styleOf('.half', 'width')).toBe('187.5px');
    expect(await styleOf('.inline', 'width')).toBe('75px');
    expect(await styleOf('.screen', 'height')).toBe('384px');
    expect(await styleOf('wx-page', 'background-color')).toBe('rgb(10, 20, 30)');
    expect(await styleOf('[wx-id="named"]', 'color')).toBe('rgb(0, 0, 200)');
    expect(await styleOf('wx-view.shared', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('wx-styled', 'margin-left')).toBe('15px');
    expect(await styleOf('wx-styled wx-view:nth-child(1)', 'color')).toBe('rgb(0, 0, 250)');
    expect(await styleOf('wx-styled wx-view:nth-child(2)', 'color')).toBe('rgb(0, 120, 0)');
    expect(await styleOf('wx-styled wx-view:nth-child(3)', 'color')).toBe('rgb(0, 0, 0)');
    expect(await styleOf('open-style wx-view', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('.leak', 'color')).toBe('rgb(0, 0, 0)');
  });

  test('a page\'s rules stay on that page while both are open', async () => {
    await open();
    await call('navigateTo', { url: '/pages/style/style' });
    expect(await styleOf('wx-page[data-route="pages/style/style"] .only-here', 'color')).toBe('rgb(200, 0, 0)');
    await page.locator('wx-page[data-route="pages/home/home"] .title').evaluate((element) => { element.classList.add('only-here'); });
    expect(await styleOf('wx-page[data-route="pages/home/home"] .title', 'color')).toBe('rgb(0, 0, 0)');
    expect(await styleOf('wx-page[data-route="pages/home/home"]', 'background-color')).toBe('rgb(247, 243, 236)');
  });
});

test('what a component throws reaches the console, so that a test fails', async () => {
  await open();
  await page.evaluate('window.wx.__page().add = undefined; window.wx.__page().onShow = () => { throw new Error("broken on show"); }');
  await call('navigateTo', { url: '/pages/detail/detail' });
  await call('navigateBack', {});
  expect(() => { watch.expectNone(); }).toThrow(/broken on show/);
});
