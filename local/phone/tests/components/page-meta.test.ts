import {
  dataOf,
  heard,
  openParts,
  part,
  poll,
  setData,
  startPartsPhone,
  styleOf,
  waitHeard,
  type OpenedPage,
  type PartsPhone,
} from '../support/test-app';

let phone: PartsPhone;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startPartsPhone('meta');
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openParts(phone, 'meta');
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

  test('scrolls the page and tells where it is', async () => {
    await setData(opened.page, { top: '400px' });
    await poll(async () => (await dataOf(opened.page))['scrolledTo']).toBe(400);
    await poll(async () => (await heard(opened.page, 'meta')).map(({ type }) => type)).toContain('scrolldone');
  });

  test('tells a new size of the window', async () => {
    await opened.page.setViewportSize({ width: 600, height: 700 });
    await poll(async () => (await heard(opened.page, 'meta')).at(-1)).toMatchObject({
      type: 'resize',
      detail: { size: { windowWidth: 600 } },
    });
    await poll(() => part(opened.page, 'narrow').isVisible()).toBe(false);
    await poll(() => part(opened.page, 'broad').isVisible()).toBe(true);
  });
});

test('root-portal stands outside of what would clip it, and its events stay in the tree', async () => {
  const { page } = opened;
  const box = await part(page, 'portal').boundingBox();
  expect([box?.width, box?.height]).toEqual([120, 40]);
  expect(await part(page, 'portal').evaluate((element) => element.closest('.clip, [class*="clip"]'))).toBe(null);
  expect(await styleOf(page, 'portal', 'background-color')).toBe('rgb(255, 255, 238)');
  await part(page, 'portal').click();
  expect(await waitHeard(page, 'portal')).toMatchObject([{ type: 'tap' }]);
});

test('page-container rises, and is closed beside it', async () => {
  const { page } = opened;
  expect(await part(page, 'half').isVisible()).toBe(false);
  await part(page, 'open').click();
  await poll(async () => (await heard(page, 'half')).map(({ type }) => type)).toEqual(['enter', 'afterenter']);
  expect(await part(page, 'half').isVisible()).toBe(true);
  await page.mouse.click(100, 200);
  await poll(async () => (await heard(page, 'half')).map(({ type }) => type)).toEqual([
    'enter',
    'afterenter',
    'clickoverlay',
    'afterleave',
  ]);
  expect(await part(page, 'half').isVisible()).toBe(false);
});
