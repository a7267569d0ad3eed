import type { Page } from 'playwright-core';
import {
  heard,
  openParts,
  part,
  pathOf,
  poll,
  startPartsPhone,
  styleOf,
  touch,
  touchScreen,
  waitHeard,
  type OpenedPage,
  type PartsPhone,
} from '../support/test-app';

/** What the other files do with the mouse, done with a finger. */
let phone: PartsPhone;
let opened: OpenedPage;

const open = async (name: string): Promise<Page> => {
  opened = await openParts(phone, name, { context: touchScreen });
  return opened.page;
};

/** A finger goes from the middle of the part by so many px. */
async function swipe(page: Page, id: string, by: { x?: number; y?: number }): Promise<void> {
  const box = await part(page, id).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await touch(
    page,
    [0, 0.25, 0.5, 0.75, 1].map((share) => [{ x: x + (by.x ?? 0) * share, y: y + (by.y ?? 0) * share }]),
  );
}

beforeAll(async () => {
  phone = await startPartsPhone('finger');
}, 60_000);
afterAll(() => phone.close());
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

test('taps toggle each control once', async () => {
  const page = await open('form');
  await part(page, 'check-b').tap();
  await part(page, 'radio-b').tap();
  await part(page, 'switch').tap();
  await part(page, 'for').tap();
  await waitHeard(page, 'far');
  expect((await heard(page)).map(({ name, detail }) => [name, detail])).toEqual([
    ['checks', { value: ['a', 'b'] }],
    ['radios', { value: 'b' }],
    ['switch', { value: false }],
    ['far', { value: ['far'] }],
  ]);
  await part(page, 'submit').tap();
  expect(await waitHeard(page, 'form')).toHaveLength(1);
});

test('a slider follows the finger', async () => {
  const page = await open('form');
  const block = await part(page, 'slider').locator('.wx-slider-block').boundingBox();
  const track = await part(page, 'slider').locator('.wx-slider-track').boundingBox();
  const y = (block?.y ?? 0) + 14;
  const from = (block?.x ?? 0) + 14;
  const to = (track?.x ?? 0) + (track?.width ?? 0) * 0.8;
  await touch(
    page,
    [0, 0.3, 0.6, 1].map((share) => [{ x: from + (to - from) * share, y }]),
  );
  await poll(async () => (await heard(page, 'slider')).at(-1)).toMatchObject({ type: 'change', detail: { value: 8 } });
});

test('a field takes the focus from a tap, a label gives it', async () => {
  const page = await open('form');
  const focused = (id: string) =>
    part(page, id)
      .locator('input')
      .evaluate((field) => document.activeElement === field);
  await part(page, 'name').tap();
  await poll(() => focused('name')).toBe(true);
  await part(page, 'naming').getByText('姓名').tap();
  await poll(() => focused('named')).toBe(true);
});

test('links, hovers and long presses', async () => {
  const page = await open('buttons');
  const box = await part(page, 'hovered').boundingBox();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }],
  });
  await poll(() => styleOf(page, 'hovered', 'background-color')).toBe('rgb(1, 2, 3)');
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await poll(() => styleOf(page, 'hovered', 'background-color')).toBe('rgb(248, 248, 248)');
  await part(page, 'go').tap();
  await poll(() => pathOf(page)).toBe('/pages/target/target?from=navigator');
});

test('a finger that stays presses long, one that scrolls taps nothing', async () => {
  const page = await open('content');
  const box = await part(page, 'view').boundingBox();
  const at = { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 4 };
  const client = await page.context().newCDPSession(page);
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await page.waitForTimeout(500);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await swipe(page, 'view', { y: -60 });
  await part(page, 'captured').tap();
  await waitHeard(page, 'target');
  expect((await heard(page, 'view')).map(({ type }) => type)).toEqual(['longpress']);
});

test('wheels, movable views and markers', async () => {
  const page = await open('pickers');
  const wheel = await part(page, 'wheels').locator('wx-picker-view-column').first().boundingBox();
  await page.touchscreen.tap((wheel?.x ?? 0) + 40, (wheel?.y ?? 0) + 100 - 40);
  await poll(async () => (await heard(page, 'wheels')).filter(({ type }) => type === 'change').at(-1)?.detail).toEqual({
    value: [0, 2],
  });
  await opened.page.context().close();
  const drawing = await open('drawing');
  await swipe(drawing, 'sideways', { x: 50 });
  await poll(async () => (await heard(drawing, 'sideways')).at(-1)?.detail).toMatchObject({ x: 50, y: 0 });
  await opened.page.context().close();
  const map = await open('map');
  await part(map, 'map').getByRole('button', { name: '小哥驿站' }).first().tap();
  expect((await waitHeard(map, 'map')).filter(({ type }) => type === 'markertap')).toMatchObject([
    { detail: { markerId: 2 } },
  ]);
});
