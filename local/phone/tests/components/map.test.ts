import { drag, touch, touchScreen } from '../support/gestures';
import { byId, dataOf, eventsOf, setData, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'map');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

interface Region {
  readonly type: string;
  readonly causedBy: string;
  readonly scale: number;
  readonly centerLocation: { latitude: number; longitude: number };
}

const last = async (): Promise<Region> => (await dataOf(opened.page))['last'] as Region;
const marker = (name: string) => byId(opened.page, 'map').getByRole('button', { name, exact: true }).first();

test('draws polygons, circles and lines at their positions, in their colours', async () => {
  const { page } = opened;
  const shapes = byId(page, 'map').locator('svg');
  await poll(() => shapes.locator('polygon').count()).toBe(1);
  expect(await shapes.locator('polygon').getAttribute('fill')).toBe('#b9161c33');
  expect(await shapes.locator('polygon').getAttribute('stroke-dasharray')).toBe('6 4');
  expect(await shapes.locator('polyline').getAttribute('stroke')).toBe('#1a66a6');
  // 100 m at 37.869° N and scale 16: 156543.03 · cos / 2^16 = 1.8859 m a pixel
  expect(Number(await shapes.locator('circle').getAttribute('r'))).toBeCloseTo(53.02, 1);
});

test('puts markers at their locations, with callouts and labels', async () => {
  const { page } = opened;
  const box = await byId(page, 'map').boundingBox();
  const icon = await marker('社区').boundingBox();
  expect((icon?.x ?? 0) + 12 - (box?.x ?? 0)).toBeCloseTo(180 + (0.001 / 360) * 256 * 2 ** 16, -1);
  expect([icon?.width, icon?.height]).toEqual([24, 40]);
  const callout = byId(page, 'map').locator('.wx-map-callout', { hasText: '社区' });
  expect(await callout.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(185, 22, 28)');
  expect(await byId(page, 'map').locator('.wx-map-callout', { hasText: '小哥驿站' }).isVisible()).toBe(false);
  expect(await byId(page, 'map').locator('.wx-map-label', { hasText: '驿站' }).isVisible()).toBe(true);
  const custom = await byId(page, 'custom').boundingBox();
  expect((custom?.y ?? 0) - (box?.y ?? 0)).toBeGreaterThan(100);
});

test('fires taps of a marker, its callout, its label, and of the map with the location', async () => {
  const { page } = opened;
  await marker('小哥驿站').click();
  await byId(page, 'map').locator('.wx-map-callout', { hasText: '小哥驿站' }).click();
  await byId(page, 'map').locator('.wx-map-label', { hasText: '驿站' }).click();
  await byId(page, 'map').click({ position: { x: 300, y: 280 } });
  await poll(async () => (await eventsOf(page, 'map')).map(({ type }) => type)).toContain('tap');
  const events = await eventsOf(page, 'map');
  expect(events.filter(({ type }) => type !== 'tap')).toEqual([
    { type: 'markertap', name: 'map', detail: { markerId: 2 } },
    { type: 'callouttap', name: 'map', detail: { markerId: 2 } },
    { type: 'labeltap', name: 'map', detail: { markerId: 2 } },
  ]);
  expect(events.at(-1)?.detail).toMatchObject({
    latitude: expect.closeTo(37.868, 2),
    longitude: expect.closeTo(112.552, 2),
  });
});

test('is dragged, and fires regionchange', async () => {
  await drag(opened.page, 'map', { x: -50, y: 0 });
  await poll(async () => (await last()).causedBy).toBe('drag');
  const { type, centerLocation } = await last();
  expect(type).toBe('end');
  expect(centerLocation.longitude).toBeCloseTo(112.55 + (50 * 360) / (256 * 2 ** 16), 5);
  expect(centerLocation.latitude).toBeCloseTo(37.87, 5);
});

test('is zoomed by the wheel under the mouse, and by keys', async () => {
  const { page } = opened;
  await byId(page, 'map').hover();
  await page.mouse.wheel(0, -100);
  await poll(async () => [(await last()).causedBy, (await last()).scale]).toEqual(['scale', 16.5]);
  await byId(page, 'map').focus();
  await page.keyboard.press('-');
  await poll(async () => (await last()).scale).toBe(15.5);
  const before = (await last()).centerLocation.latitude;
  await page.keyboard.press('ArrowUp');
  await poll(async () => (await last()).centerLocation.latitude > before).toBe(true);
});

test('is dragged by one finger and zoomed by two', async () => {
  const other = await openTestPage(phone, 'map', { context: touchScreen });
  const region = async (): Promise<Region> => (await dataOf(other.page))['last'] as Region;
  await poll(async () => (await region()).causedBy).toBe('update');
  await touch(
    other.page,
    [200, 190, 170, 150].map((x) => [{ x, y: 250 }]),
  );
  await poll(async () => (await region()).centerLocation.longitude).toBeCloseTo(
    112.55 + (50 * 360) / (256 * 2 ** 16),
    5,
  );
  await touch(
    other.page,
    [20, 30, 40].map((apart) => [
      { x: 180 - apart, y: 200 },
      { x: 180 + apart, y: 200 },
    ]),
  );
  await poll(async () => [(await region()).causedBy, (await region()).scale]).toEqual(['scale', 17]);
  other.errors.expectNone();
  await other.page.context().close();
});

test('its markers are reached by the keyboard', async () => {
  await marker('社区').focus();
  await opened.page.keyboard.press('Enter');
  expect(await waitForEvents(opened.page, 'map')).toMatchObject([{ type: 'markertap', detail: { markerId: 1 } }]);
});

test('MapContext shows all points and answers its center', async () => {
  const { page } = opened;
  await byId(page, 'include').click();
  await poll(async () => (await last()).scale < 16).toBe(true);
  expect((await last()).centerLocation).toMatchObject({
    latitude: expect.closeTo(37.87, 2),
    longitude: expect.closeTo(112.55, 3),
  });
  await byId(page, 'center').click();
  expect(await waitForEvents(page, 'center')).toMatchObject([
    { detail: { latitude: expect.closeTo(37.87, 2), errMsg: 'getCenterLocation:ok' } },
  ]);
});

test('fetches no tiles', async () => {
  const requested: string[] = [];
  opened.page.on('request', (request) => requested.push(request.url()));
  await drag(opened.page, 'map', { x: 80, y: 60 });
  await opened.page.waitForTimeout(200);
  expect(requested).toEqual([]);
});

test('MapContext adds, moves and removes markers, and converts coordinates', async () => {
  const { page } = opened;
  const call = (name: string, options: object = {}): Promise<Record<string, unknown>> =>
    page.evaluate(
      ([method, given]) =>
        new Promise<Record<string, unknown>>((resolve, reject) => {
          const { wx } = globalThis as unknown as {
            wx: { createMapContext(id: string): Record<string, (options: object) => void> };
          };
          wx.createMapContext('map')[method]!({ ...given, success: resolve, fail: reject });
        }),
      [name, options] as const,
    );
  await call('addMarkers', { markers: [{ id: 9, latitude: 37.87, longitude: 112.55, title: '新来的' }] });
  await poll(() => marker('新来的').count()).toBe(1);
  const before = await marker('新来的').boundingBox();
  await call('translateMarker', { markerId: 9, destination: { latitude: 37.87, longitude: 112.551 } });
  await poll(async () => Math.round((await marker('新来的').boundingBox())?.x ?? 0)).toBe(
    Math.round((before?.x ?? 0) + (0.001 / 360) * 256 * 2 ** 16),
  );
  await call('removeMarkers', { markerIds: [9] });
  await poll(() => marker('新来的').count()).toBe(0);
  const screen = await call('toScreenLocation', { latitude: 37.87, longitude: 112.55 });
  expect(screen).toMatchObject({ x: expect.closeTo(179.5, 0), y: expect.closeTo(150, 0) });
  expect(await call('fromScreenLocation', { x: screen['x'], y: screen['y'] })).toMatchObject({
    latitude: expect.closeTo(37.87, 5),
    longitude: expect.closeTo(112.55, 5),
  });
  expect(await call('getScale')).toMatchObject({ scale: 16, errMsg: 'getScale:ok' });
  await call('moveToLocation', { latitude: 37.88, longitude: 112.56 });
  const { southwest, northeast } = (await call('getRegion')) as unknown as Record<
    'southwest' | 'northeast',
    { latitude: number; longitude: number }
  >;
  expect((southwest.latitude + northeast.latitude) / 2).toBeCloseTo(37.88, 3);
  expect((southwest.longitude + northeast.longitude) / 2).toBeCloseTo(112.56, 5);
});

test('include-points shows all of them', async () => {
  await setData(opened.page, {
    points: [
      { latitude: 37.86, longitude: 112.54 },
      { latitude: 37.88, longitude: 112.56 },
    ],
  });
  await poll(async () => (await last()).scale < 15).toBe(true);
  expect((await last()).centerLocation).toMatchObject({
    latitude: expect.closeTo(37.87, 2),
    longitude: expect.closeTo(112.55, 3),
  });
});
