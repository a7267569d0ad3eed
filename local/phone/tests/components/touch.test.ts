import type { Page } from 'playwright-core';
import { touch, touchScreen } from '../support/gestures';
import { byId, eventsOf, pathOf, styleOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

/** The interactions that other files test by mouse, by touch. */
let phone: TestApp;
let opened: OpenedPage;

const open = async (name: string): Promise<Page> => {
  opened = await openTestPage(phone, name, { context: touchScreen });
  return opened.page;
};

/** Moves a finger from the middle of a component by so many px. */
async function swipe(page: Page, id: string, by: { x?: number; y?: number }): Promise<void> {
  const box = await byId(page, id).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await touch(
    page,
    [0, 0.25, 0.5, 0.75, 1].map((fraction) => [{ x: x + (by.x ?? 0) * fraction, y: y + (by.y ?? 0) * fraction }]),
  );
}

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

test('taps toggle each control once', async () => {
  const page = await open('form');
  await byId(page, 'check-b').tap();
  await byId(page, 'radio-b').tap();
  await byId(page, 'switch').tap();
  await byId(page, 'for').tap();
  await waitForEvents(page, 'far');
  expect((await eventsOf(page)).map(({ name, detail }) => [name, detail])).toEqual([
    ['checks', { value: ['a', 'b'] }],
    ['radios', { value: 'b' }],
    ['switch', { value: false }],
    ['far', { value: ['far'] }],
  ]);
  await byId(page, 'submit').tap();
  expect(await waitForEvents(page, 'form')).toHaveLength(1);
});

test('a slider follows the finger', async () => {
  const page = await open('form');
  const block = await byId(page, 'slider').locator('.wx-slider-block').boundingBox();
  const track = await byId(page, 'slider').locator('.wx-slider-track').boundingBox();
  const y = (block?.y ?? 0) + 14;
  const from = (block?.x ?? 0) + 14;
  const to = (track?.x ?? 0) + (track?.width ?? 0) * 0.8;
  await touch(
    page,
    [0, 0.3, 0.6, 1].map((fraction) => [{ x: from + (to - from) * fraction, y }]),
  );
  await poll(async () => (await eventsOf(page, 'slider')).at(-1)).toMatchObject({
    type: 'change',
    detail: { value: 8 },
  });
});

test('a tap focuses a field, also through its label', async () => {
  const page = await open('form');
  const focused = (id: string) =>
    byId(page, id)
      .locator('input')
      .evaluate((field) => document.activeElement === field);
  await byId(page, 'name').tap();
  await poll(() => focused('name')).toBe(true);
  await byId(page, 'naming').getByText('姓名').tap();
  await poll(() => focused('named')).toBe(true);
});

test('links, hovers and long presses', async () => {
  const page = await open('buttons');
  const box = await byId(page, 'hovered').boundingBox();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }],
  });
  await poll(() => styleOf(page, 'hovered', 'background-color')).toBe('rgb(1, 2, 3)');
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await poll(() => styleOf(page, 'hovered', 'background-color')).toBe('rgb(248, 248, 248)');
  await byId(page, 'go').tap();
  await poll(() => pathOf(page)).toBe('/pages/target/target?from=navigator');
});

test('a finger that stays fires longpress, one that scrolls no tap', async () => {
  const page = await open('content');
  const box = await byId(page, 'view').boundingBox();
  const at = { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 4 };
  const client = await page.context().newCDPSession(page);
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await page.waitForTimeout(500);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await swipe(page, 'view', { y: -60 });
  await byId(page, 'captured').tap();
  await waitForEvents(page, 'target');
  expect((await eventsOf(page, 'view')).map(({ type }) => type)).toEqual(['longpress']);
});

test('wheels, movable views and markers', async () => {
  const page = await open('pickers');
  const wheel = await byId(page, 'wheels').locator('wx-picker-view-column').first().boundingBox();
  await page.touchscreen.tap((wheel?.x ?? 0) + 40, (wheel?.y ?? 0) + 100 - 40);
  await poll(
    async () => (await eventsOf(page, 'wheels')).filter(({ type }) => type === 'change').at(-1)?.detail,
  ).toEqual({
    value: [0, 2],
  });
  await opened.page.context().close();
  const drawing = await open('drawing');
  await swipe(drawing, 'sideways', { x: 50 });
  await poll(async () => (await eventsOf(drawing, 'sideways')).at(-1)?.detail).toMatchObject({ x: 50, y: 0 });
  await opened.page.context().close();
  const map = await open('map');
  await byId(map, 'map').getByRole('button', { name: '小哥驿站' }).first().tap();
  expect((await waitForEvents(map, 'map')).filter(({ type }) => type === 'markertap')).toMatchObject([
    { detail: { markerId: 2 } },
  ]);
});
