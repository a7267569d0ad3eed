import { drag } from '../support/gestures';
import { byId, eventsOf, setData, styleOf, waitForEvents } from '../support/inspect';
import { poll } from '../support/poll';
import { openTestPage, startTestApp, type OpenedPage, type TestApp } from '../support/test-app';

let phone: TestApp;
let opened: OpenedPage;

beforeAll(async () => {
  phone = await startTestApp();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openTestPage(phone, 'drawing');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const pixel = (id: string, x: number, y: number) =>
  byId(opened.page, id)
    .locator('canvas')
    .evaluate(
      (canvas, [left, top]) => [
        ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(left, top, 1, 1).data ?? []),
      ],
      [x, y] as const,
    );

describe('canvas', () => {
  test('is drawn on through its node, with pictures of the app', async () => {
    const { page } = opened;
    await byId(page, 'draw').click();
    expect(await waitForEvents(page, 'drawn')).toMatchObject([{ detail: { width: 200, height: 60, image: 120 } }]);
    expect(await pixel('modern', 10, 10)).toEqual([185, 22, 28, 255]);
    expect(await pixel('modern', 70, 10)).toEqual([37, 118, 74, 255]);
    expect(await pixel('modern', 120, 50)).toEqual([0, 0, 0, 0]);
  });

  test('the old kind draws what it collected, and is saved as a file', async () => {
    const { page } = opened;
    await byId(page, 'draw').click();
    await waitForEvents(page, 'drawn old');
    expect(await pixel('old', 10, 10)).toEqual([37, 118, 74, 255]);
    await byId(page, 'file').click();
    expect(await waitForEvents(page, 'file')).toMatchObject([
      { detail: { width: 60, height: 60, type: 'png', errMsg: 'getImageInfo:ok' } },
    ]);
  });
});

describe('animation', () => {
  test('plays its steps in order and stays at the last one', async () => {
    const { page } = opened;
    await byId(page, 'run').click();
    await poll(() => styleOf(page, 'animated', 'opacity')).toBe('0.5');
    await poll(() => styleOf(page, 'animated', 'transform')).toMatch(
      /^matrix\((?:0|6\.\d+e-17), 1, -1, (?:0|6\.\d+e-17), 0, 0\)$/,
    );
  });
});

describe('movable-view', () => {
  const place = async (id: string) => {
    const box = await byId(opened.page, id).boundingBox();
    const area = await byId(opened.page, id).locator('xpath=..').boundingBox();
    return [Math.round((box?.x ?? 0) - (area?.x ?? 0)), Math.round((box?.y ?? 0) - (area?.y ?? 0))];
  };

  test('is at x and y, and is moved by the page', async () => {
    await poll(() => place('movable')).toEqual([20, 10]);
    await setData(opened.page, { x: 500 });
    await poll(() => place('movable')).toEqual([160, 10]);
    expect((await waitForEvents(opened.page, 'movable')).at(-1)).toMatchObject({
      type: 'change',
      detail: { x: 160, y: 10, source: '' },
    });
  });

  test('is dragged within its area', async () => {
    await poll(() => place('movable')).toEqual([20, 10]);
    await drag(opened.page, 'movable', { x: 40, y: 300 });
    await poll(() => place('movable')).toEqual([60, 60]);
    expect((await eventsOf(opened.page, 'movable')).at(-1)).toMatchObject({
      detail: { x: 60, y: 60, source: 'touch' },
    });
  });

  test('moves only in its direction', async () => {
    await drag(opened.page, 'sideways', { x: 50, y: 40 });
    await poll(() => place('sideways')).toEqual([50, 0]);
  });

  test('is scaled by the wheel up to its limit', async () => {
    await byId(opened.page, 'scaling').hover();
    for (let turn = 0; turn < 20; turn += 1) await opened.page.mouse.wheel(0, -100);
    await poll(async () => (await eventsOf(opened.page, 'scaling')).at(-1)?.detail).toMatchObject({ scale: 3 });
  });
});
