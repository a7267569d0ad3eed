import type { Page } from 'playwright-core';
import { drag, touch, touchScreen } from '../support/gestures';
import { byId, dataOf, eventsOf, setData, styleOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'scrolls');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const scrollTop = (page: Page, id: string): Promise<number> => byId(page, id).evaluate((element) => element.scrollTop);

describe('scroll-view', () => {
  test('scrolls along the axes that are enabled', async () => {
    expect(await styleOf(opened.page, 'down', 'overflow-y')).toBe('auto');
    expect(await styleOf(opened.page, 'across', 'overflow-x')).toBe('auto');
    expect(await styleOf(opened.page, 'across', 'overflow-y')).not.toBe('visible');
  });

  test('follows scroll-top and scroll-into-view, and fires scroll', async () => {
    const { page } = opened;
    await setData(page, { top: 90 });
    await poll(() => scrollTop(page, 'down')).toBe(90);
    await poll(async () => (await dataOf(page))['lastScroll']).toMatchObject({
      scrollTop: 90,
      scrollLeft: 0,
      scrollHeight: 900,
      deltaY: -90,
    });
    await setData(page, { target: 'row10' });
    await poll(() => scrollTop(page, 'down')).toBe(300);
  });

  test('fires once when it comes near either end', async () => {
    const { page } = opened;
    await setData(page, { top: 900 });
    expect(await waitForEvents(page, 'down')).toMatchObject([
      { type: 'scrolltolower', detail: { direction: 'bottom' } },
    ]);
    await setData(page, { top: 0 });
    expect((await waitForEvents(page, 'down', 2))[1]).toMatchObject({
      type: 'scrolltoupper',
      detail: { direction: 'top' },
    });
    await byId(page, 'across').evaluate((element) => (element.scrollLeft = 5000));
    expect(await waitForEvents(page, 'across')).toMatchObject([
      { type: 'scrolltolower', detail: { direction: 'right' } },
    ]);
  });

  test('scrolls by wheel and by keyboard', async () => {
    const { page } = opened;
    await byId(page, 'down').hover();
    await page.mouse.wheel(0, 120);
    await poll(() => scrollTop(page, 'down')).toBeGreaterThan(0);
    const before = await scrollTop(page, 'down');
    await byId(page, 'down').focus();
    await page.keyboard.press('PageDown');
    await poll(() => scrollTop(page, 'down')).toBeGreaterThan(before);
  });

  test('refreshes when it is pulled over the threshold, and is restored by the page', async () => {
    const { page } = opened;
    await drag(page, 'refresh', { y: 90 });
    const events = await waitForEvents(page, 'refresh', 2);
    expect(events[0]).toMatchObject({ type: 'refresherpulling' });
    expect(events.at(-1)).toMatchObject({ type: 'refresherrefresh', detail: { dy: 30 } });
    await setData(page, { refreshing: false });
    await poll(async () => (await eventsOf(page, 'refresh')).at(-1)?.type).toBe('refresherrestore');
  });

  test('is pulled and scrolled by a finger', async () => {
    const other = await openTestPage(phone, 'scrolls', { context: touchScreen });
    const box = await byId(other.page, 'refresh').boundingBox();
    const [x, y] = [100, (box?.y ?? 0) + 20];
    await touch(
      other.page,
      [0, 20, 50, 80, 95].map((step) => [{ x, y: y + step }]),
    );
    await poll(async () => (await eventsOf(other.page, 'refresh')).at(-1)?.type).toBe('refresherrefresh');
    await touch(
      other.page,
      [90, 70, 40, 10].map((step) => [{ x, y: (box?.y ?? 0) - 150 + step }]),
    );
    await poll(() => scrollTop(other.page, 'down')).toBeGreaterThan(0);
    other.errors.expectNone();
    await other.page.context().close();
  });

  test('aborts a short pull', async () => {
    await drag(opened.page, 'refresh', { y: 30 });
    await poll(async () => (await eventsOf(opened.page, 'refresh')).at(-1)?.type).toBe('refresherabort');
  });
});

describe('swiper', () => {
  const left = async (page: Page, text: string): Promise<number> => {
    const box = await byId(page, 'swiper').boundingBox();
    const slide = await byId(page, 'swiper').locator('wx-swiper-item', { hasText: text }).boundingBox();
    return Math.round((slide?.x ?? 0) - (box?.x ?? 0));
  };

  test('is turned by the mouse, and fires change and animationfinish', async () => {
    const { page } = opened;
    await drag(page, 'swiper', { x: -250 });
    const events = await waitForEvents(page, 'swiper', 2);
    expect(events).toMatchObject([
      { type: 'change', detail: { current: 1, currentItemId: '乙', source: 'touch' } },
      { type: 'animationfinish', detail: { current: 1, source: 'touch' } },
    ]);
    await poll(() => left(page, '乙')).toBe(0);
  });

  test('goes back after a short drag, and at its end', async () => {
    const { page } = opened;
    await drag(page, 'swiper', { x: 250 });
    await poll(() => left(page, '甲')).toBe(0);
    expect(await eventsOf(page, 'swiper')).toEqual([]);
  });

  test('is turned by a finger', async () => {
    const other = await openTestPage(phone, 'scrolls', { context: touchScreen });
    const box = await byId(other.page, 'swiper').boundingBox();
    const y = (box?.y ?? 0) + 40;
    await touch(
      other.page,
      [300, 260, 200, 140, 80].map((x) => [{ x, y }]),
    );
    expect((await waitForEvents(other.page, 'swiper'))[0]).toMatchObject({
      type: 'change',
      detail: { current: 1, source: 'touch' },
    });
    other.errors.expectNone();
    await other.page.context().close();
  });

  test('goes where the page sends it, around the end when it is circular', async () => {
    const { page } = opened;
    await setData(page, { current: 2 });
    expect((await waitForEvents(page, 'swiper'))[0]).toMatchObject({
      type: 'change',
      detail: { current: 2, source: '' },
    });
    await setData(page, { circular: true });
    await drag(page, 'swiper', { x: -250 });
    await poll(
      async () => (await eventsOf(page, 'swiper')).filter(({ type }) => type === 'change').at(-1)?.detail,
    ).toMatchObject({ current: 0, source: 'touch' });
    await poll(() => left(page, '甲')).toBe(0);
  });

  test('turns by itself with autoplay', async () => {
    await setData(opened.page, { autoplay: true });
    await poll(async () =>
      (await eventsOf(opened.page, 'swiper')).filter(({ type }) => type === 'change').map(({ detail }) => detail),
    ).toContainEqual(expect.objectContaining({ current: 2, source: 'autoplay' }));
  });

  test('moves vertically with vertical', async () => {
    const { page } = opened;
    await setData(page, { vertical: true });
    await drag(page, 'swiper', { y: -70 });
    expect((await waitForEvents(page, 'swiper'))[0]).toMatchObject({ type: 'change', detail: { current: 1 } });
  });

  test("shows dots in the page's colours", async () => {
    const dots = byId(opened.page, 'swiper').locator('.wx-swiper-dot');
    expect(await dots.count()).toBe(3);
    expect(await dots.first().evaluate((dot) => getComputedStyle(dot).backgroundColor)).toBe('rgb(185, 22, 28)');
  });

  test('shows several pages with margins of px and rpx', async () => {
    const box = await byId(opened.page, 'peek').boundingBox();
    const slide = await byId(opened.page, 'peek').locator('wx-swiper-item').first().boundingBox();
    expect((slide?.x ?? 0) - (box?.x ?? 0)).toBe(10);
    expect(slide?.width).toBe(((box?.width ?? 0) - 20) / 2);
  });
});
