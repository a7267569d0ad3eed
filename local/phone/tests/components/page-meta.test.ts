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
  opened = await openTestPage(phone, 'meta');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

describe('page-meta', () => {
  test('styles the page, its root font and its navigation bar', async () => {
    const { page } = opened;
    expect(
      await page
        .locator('wx-page')
        .last()
        .evaluate((element) => getComputedStyle(element).color),
    ).toBe('rgb(0, 51, 102)');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px');
    expect(await page.getByRole('heading', { name: '由数据来的标题' }).count()).toBe(1);
    await setData(page, { style: 'color: rgb(1, 1, 1)', title: '换了' });
    await poll(() =>
      page
        .locator('wx-page')
        .last()
        .evaluate((element) => getComputedStyle(element).color),
    ).toBe('rgb(1, 1, 1)');
    await poll(() => page.getByRole('heading', { name: '换了' }).count()).toBe(1);
  });

  test('scrolls the page and fires scroll', async () => {
    await setData(opened.page, { top: '400px' });
    await poll(async () => (await dataOf(opened.page))['scrolledTo']).toBe(400);
    await poll(async () => (await eventsOf(opened.page, 'meta')).map(({ type }) => type)).toContain('scrolldone');
  });

  test('fires resize', async () => {
    await opened.page.setViewportSize({ width: 600, height: 700 });
    await poll(async () => (await eventsOf(opened.page, 'meta')).at(-1)).toMatchObject({
      type: 'resize',
      detail: { size: { windowWidth: 600 } },
    });
    await poll(() => byId(opened.page, 'narrow').isVisible()).toBe(false);
    await poll(() => byId(opened.page, 'broad').isVisible()).toBe(true);
  });
});

test('root-portal is outside of what would clip it, and its events go through the tree of the page', async () => {
  const { page } = opened;
  const box = await byId(page, 'portal').boundingBox();
  expect([box?.width, box?.height]).toEqual([120, 40]);
  expect(await byId(page, 'portal').evaluate((element) => element.closest('.clip, [class*="clip"]'))).toBe(null);
  expect(await styleOf(page, 'portal', 'background-color')).toBe('rgb(255, 255, 238)');
  await byId(page, 'portal').click();
  expect(await waitForEvents(page, 'portal')).toMatchObject([{ type: 'tap' }]);
});

test('page-container opens, and a tap beside it closes it', async () => {
  const { page } = opened;
  expect(await byId(page, 'half').isVisible()).toBe(false);
  await byId(page, 'open').click();
  await poll(async () => (await eventsOf(page, 'half')).map(({ type }) => type)).toEqual(['enter', 'afterenter']);
  expect(await byId(page, 'half').isVisible()).toBe(true);
  await page.mouse.click(100, 200);
  await poll(async () => (await eventsOf(page, 'half')).map(({ type }) => type)).toEqual([
    'enter',
    'afterenter',
    'clickoverlay',
    'afterleave',
  ]);
  expect(await byId(page, 'half').isVisible()).toBe(false);
});
