import { dataOf, drag, heard, openParts, part, poll, startPartsPhone, touch, touchScreen, waitHeard, type OpenedPage, type PartsPhone } from './parts-phone';

let phone: PartsPhone;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startPartsPhone('map');
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openParts(phone, 'map');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

interface Region {
  type: string;
  causedBy: string;
  scale: number;
  centerLocation: { latitude: number; longitude: number };
}

const last = async (): Promise<Region> => (await dataOf(opened.page))['last'] as Region;
const marker = (name: string) => part(opened.page, 'map').getByRole('button', { name, exact: true }).first();

test('draws polygons, circles and lines in their places and colours', async () => {
  const { page } = opened;
  const shapes = part(page, 'map').locator('svg');
  await poll(() => shapes.locator('polygon').count()).toBe(1);
  expect(await shapes.locator('polygon').getAttribute('fill')).toBe('#b9161c33');
  expect(await shapes.locator('polygon').getAttribute('stroke-dasharray')).toBe('6 4');
  expect(await shapes.locator('polyline').getAttribute('stroke')).toBe('#1a66a6');
  // 100 m at 37.869° N and scale 16: 156543.03 · cos / 2^16 = 1.8859 m a pixel
  expect(Number(await shapes.locator('circle').getAttribute('r'))).toBeCloseTo(53.02, 1);
});

test('puts markers where they belong, with callouts and labels', async () => {
  const { page } = opened;
  const box = await part(page, 'map').boundingBox();
  const icon = await marker('社区').boundingBox();
  expect((icon?.x ?? 0) + 12 - (box?.x ?? 0)).toBeCloseTo(180 + (0.001 / 360) * 256 * 2 ** 16, -1);
  expect([icon?.width, icon?.height]).toEqual([24, 40]);
  const callout = part(page, 'map').locator('.wx-map-callout', { hasText: '社区' });
  expect(await callout.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(185, 22, 28)');
  expect(await part(page, 'map').locator('.wx-map-callout', { hasText: '小哥驿站' }).isVisible()).toBe(false);
  expect(await part(page, 'map').locator('.wx-map-label', { hasText: '驿站' }).isVisible()).toBe(true);
  const custom = await part(page, 'custom').boundingBox();
  expect((custom?.y ?? 0) - (box?.y ?? 0)).toBeGreaterThan(100);
});

test('tells taps on a marker, its callout, its label, and on the ground with its place', async () => {
  const { page } = opened;
  await marker('小哥驿站').click();
  await part(page, 'map').locator('.wx-map-callout', { hasText: '小哥驿站' }).click();
  await part(page, 'map').locator('.wx-map-label', { hasText: '驿站' }).click();
  await part(page, 'map').click({ position: { x: 300, y: 280 } });
  await poll(async () => (await heard(page, 'map')).map(({ type }) => type)).toContain('tap');
  const events = await heard(page, 'map');
  expect(events.filter(({ type }) => type !== 'tap')).toEqual([
    { type: 'markertap', name: 'map', detail: { markerId: 2 } },
    { type: 'callouttap', name: 'map', detail: { markerId: 2 } },
    { type: 'labeltap', name: 'map', detail: { markerId: 2 } },
  ]);
  expect(events.at(-1)?.detail).toMatchObject({ latitude: expect.closeTo(37.868, 2), longitude: expect.closeTo(112.552, 2) });
});

test('is dragged, and tells where it came to', async () => {
  await drag(opened.page, 'map', { x: -50, y: 0 });
  await poll(async () => (await last()).causedBy).toBe('drag');
  const { type, centerLocation } = await last();
  expect(type).toBe('end');
  expect(centerLocation.longitude).toBeCloseTo(112.55 + (50 * 360) / (256 * 2 ** 16), 5);
  expect(centerLocation.latitude).toBeCloseTo(37.87, 5);
});

test('is zoomed by the wheel under the mouse, and by keys', async () => {
  const { page } = opened;
  await part(page, 'map').hover();
  await page.mouse.wheel(0, -100);
  await poll(async () => [(await last()).causedBy, (await last()).scale]).toEqual(['scale', 16.5]);
  await part(page, 'map').focus();
  await page.keyboard.press('-');
  await poll(async () => (await last()).scale).toBe(15.5);
  const before = (await last()).centerLocation.latitude;
  await page.keyboard.press('ArrowUp');
  await poll(async () => (await last()).centerLocation.latitude > before).toBe(true);
});

test('is dragged by one finger and zoomed by two', async () => {
  const other = await openParts(phone, 'map', { context: touchScreen });
  const region = async (): Promise<Region> => (await dataOf(other.page))['last'] as Region;
  await poll(async () => (await region()).causedBy).toBe('update');
  await touch(other.page, [200, 190, 170, 150].map((x) => [{ x, y: 250 }]));
  await poll(async () => (await region()).centerLocation.longitude).toBeCloseTo(112.55 + (50 * 360) / (256 * 2 ** 16), 5);
  await touch(other.page, [20, 30, 40].map((apart) => [{ x: 180 - apart, y: 200 }, { x: 180 + apart, y: 200 }]));
  await poll(async () => [(await region()).causedBy, (await region()).scale]).toEqual(['scale', 17]);
  other.errors.expectNone();
  await other.page.context().close();
});

test('its markers are reached by the keyboard', async () => {
  await marker('社区').focus();
  await opened.page.keyboard.press('Enter');
  expect(await waitHeard(opened.page, 'map')).toMatchObject([{ type: 'markertap', detail: { markerId: 1 } }]);
});

test('MapContext shows all points and answers its center', async () => {
  const { page } = opened;
  await part(page, 'include').click();
  await poll(async () => (await last()).scale < 16).toBe(true);
  expect((await last()).centerLocation).toMatchObject({ latitude: expect.closeTo(37.87, 2), longitude: expect.closeTo(112.55, 3) });
  await part(page, 'center').click();
  expect(await waitHeard(page, 'center')).toMatchObject([{ detail: { latitude: expect.closeTo(37.87, 2), errMsg: 'getCenterLocation:ok' } }]);
});

test('fetches no tiles', async () => {
  const asked: string[] = [];
  opened.page.on('request', (request) => asked.push(request.url()));
  await drag(opened.page, 'map', { x: 80, y: 60 });
  await opened.page.waitForTimeout(200);
  expect(asked).toEqual([]);
});
