import { SamplePhone } from '../support/sample-phone';

jest.setTimeout(60_000);

const phone = new SamplePhone();
beforeAll(() => phone.start());
afterAll(() => phone.stop());
afterEach(() => phone.closePage());

describe('events and queries', () => {
  test("a tap has WeChat's fields, with coordinates from the page's own window", async () => {
    await phone.open('/pages/tools/tools');
    await phone.page.locator('.box').click({ position: { x: 10, y: 10 } });
    expect(await phone.inside((window) => window.__lianxin.data()['taps'])).toEqual([
      {
        type: 'tap',
        id: 'box',
        name: '盒子',
        mark: { place: 'here' },
        offsetTop: 100,
        detail: { x: 10, y: 110 },
        touch: { identifier: 0, clientX: 10, clientY: 110, pageX: 10, pageY: 110, force: 1 },
      },
    ]);
  });

  test('a long press instead of a tap; a finger that moves does neither', async () => {
    await phone.open('/pages/tools/tools');
    const box = phone.page.locator('.box');
    await box.click({ delay: 450 });
    await box.hover();
    await phone.page.mouse.down();
    await phone.page.mouse.move(300, 500, { steps: 3 });
    await phone.page.mouse.up();
    expect(await phone.inside((window) => window.__lianxin.data()['taps'])).toEqual(['held']);
  });

  test('WXS handlers move elements without a setData', async () => {
    await phone.open('/pages/tools/tools');
    const slider = phone.page.locator('.slider');
    const place = await slider.boundingBox();
    if (!place) throw new Error('no slider');
    await phone.inside((window) => {
      window.__lianxin.resetMetrics();
    });
    await phone.page.mouse.move(place.x + 10, place.y + 10);
    await phone.page.mouse.down();
    await phone.page.mouse.move(place.x + 40, place.y + 12, { steps: 2 });
    expect(await slider.getAttribute('style')).toContain('translateX(30px)');
    expect(await slider.getAttribute('class')).toContain('dragging');
    expect(await phone.inside((window) => window.__lianxin.metrics())).toEqual({});
    await phone.page.mouse.move(place.x + 300, place.y + 12, { steps: 2 });
    await phone.page.mouse.up();
    expect(await slider.getAttribute('class')).not.toContain('dragging');
    expect(await phone.inside((window) => window.__lianxin.data()['movedPx'])).toBe(80);
    await phone.page.evaluate('window.wx.__page().setData({ offset: 12 })');
    await phone.page.waitForFunction('document.querySelector(".slider").style.marginTop === "12px"');
    expect(await phone.page.locator('.types').textContent()).toBe('Array String RegExp Date');
  });

  test('selector queries', async () => {
    await phone.open('/pages/tools/tools');
    const answers = await phone.page.evaluate(`new Promise((resolve) => {
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

  test('animate and clearAnimation', async () => {
    await phone.open('/pages/tools/tools');
    const transform = () => phone.page.locator('.box').evaluate((element) => getComputedStyle(element).transform);
    await phone.page.evaluate(
      `new Promise((done) => {
        const frames = [{ opacity: 1, translateX: 0 }, { opacity: 0.5, translateX: 40 }];
        window.wx.__page().animate('#box', frames, 30, done);
      })`,
    );
    expect(await transform()).toBe('matrix(1, 0, 0, 1, 40, 0)');
    await phone.page.evaluate(
      `new Promise((done) => window.wx.__page().clearAnimation('#box', { opacity: true }, done))`,
    );
    expect(await transform()).toBe('none');
  });

  test('intersection with the window, with the id and dataset of the element', async () => {
    await phone.open('/pages/tools/tools');
    await phone.page.evaluate(
      `window.wx.__seen = [];
      window.wx.createIntersectionObserver(window.wx.__page(), { thresholds: [0, 0.5] })
        .relativeToViewport()
        .observe('#box', (seen) => window.wx.__seen.push(seen));`,
    );
    await phone.page.waitForFunction('window.wx.__seen.length === 1');
    expect(await phone.page.evaluate('window.wx.__seen[0]')).toMatchObject({
      id: 'box',
      dataset: { name: '盒子' },
      intersectionRatio: 1,
      boundingClientRect: { left: 0, top: 100, width: 100, height: 40, right: 100, bottom: 140 },
      relativeRect: { left: 0, top: 0, width: 375 },
    });
    await phone.page.locator('.page-view').evaluate((view) => {
      view.scrollTop = view.scrollHeight;
    });
    await phone.page.waitForFunction('window.wx.__seen.at(-1).intersectionRatio === 0');
  });

  test('a margin that is no number counts as 0', async () => {
    await phone.open('/pages/tools/tools');
    await phone.page.evaluate(
      `window.wx.__seen = [];
      window.wx.createIntersectionObserver(window.wx.__page())
        .relativeToViewport({ top: NaN })
        .observe('#box', (seen) => window.wx.__seen.push(seen));`,
    );
    await phone.page.waitForFunction('window.wx.__seen.length === 1');
  });

  test('pages and components have the field renderer', async () => {
    await phone.open('/pages/component/component');
    expect(await phone.page.evaluate('window.wx.__page().renderer')).toBe('webview');
    expect(await phone.page.evaluate(`window.wx.__page().selectComponent('.fields').renderer`)).toBe('webview');
  });

  test('a component may name a property as the engine names a field', async () => {
    await phone.open('/pages/component/component');
    expect(await phone.page.locator('.fields').textContent()).toBe('数据 样式');
  });

  test('slots, generics, and a component of a package that is not loaded yet', async () => {
    await phone.open('/pages/component/component');
    expect(await phone.page.locator('.phone-pages').innerText()).toMatch(/头\s*身\s*泛型\s*默认的泛型/);
    await phone.page.getByText('很重的组件').waitFor();
    expect(await phone.inside((window) => window.__lianxin.packages())).toEqual(['packages/extra']);
  });

  test('setData is counted by page, with its bytes', async () => {
    await phone.open();
    await phone.inside((window) => {
      window.__lianxin.resetMetrics();
    });
    await phone.page.locator('.count').click();
    await phone.page.locator('.count').click();
    expect(await phone.inside((window) => window.__lianxin.metrics())).toEqual({
      'pages/home/home': { setDataCalls: 2, pageSetDataCalls: 2, setDataBytes: 22, largestSetDataBytes: 11 },
    });
    expect(await phone.inside((window) => window.__lianxin.tree())).toEqual({ nodes: 6, depth: 3, children: 4 });
  });
});

describe('styles', () => {
  const styleOf = (selector: string, name: string): Promise<string> =>
    phone.page
      .locator(selector)
      .first()
      .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

  test('lengths, scopes and isolation, by computed values', async () => {
    await phone.open('/pages/style/style');
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

  test("a page's rules stay on that page while both are open", async () => {
    await phone.open();
    await phone.call('navigateTo', { url: '/pages/style/style' });
    expect(await styleOf('wx-page[data-route="pages/style/style"] .only-here', 'color')).toBe('rgb(200, 0, 0)');
    await phone.page.locator('wx-page[data-route="pages/home/home"] .title').evaluate((element) => {
      element.classList.add('only-here');
    });
    expect(await styleOf('wx-page[data-route="pages/home/home"] .title', 'color')).toBe('rgb(0, 0, 0)');
    expect(await styleOf('wx-page[data-route="pages/home/home"]', 'background-color')).toBe('rgb(247, 243, 236)');
  });
});

test('what a component throws reaches the console, so that a test fails', async () => {
  await phone.open();
  await phone.page.evaluate(
    'window.wx.__page().add = undefined; window.wx.__page().onShow = () => { throw new Error("broken on show"); }',
  );
  await phone.call('navigateTo', { url: '/pages/detail/detail' });
  await phone.call('navigateBack', {});
  expect(() => {
    phone.watch.expectNone();
  }).toThrow(/broken on show/);
});
