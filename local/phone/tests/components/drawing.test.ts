import {
  drag,
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
  phone = await startPartsPhone('drawing');
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  opened = await openParts(phone, 'drawing');
});
afterEach(async () => {
  opened.errors.expectNone();
  await opened.page.context().close();
});

const pixel = (id: string, x: number, y: number) =>
  part(opened.page, id)
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
    await part(page, 'draw').click();
    expect(await waitHeard(page, 'drawn')).toMatchObject([{ detail: { width: 200, height: 60, image: 120 } }]);
    expect(await pixel('modern', 10, 10)).toEqual([185, 22, 28, 255]);
    expect(await pixel('modern', 70, 10)).toEqual([37, 118, 74, 255]);
    expect(await pixel('modern', 120, 50)).toEqual([0, 0, 0, 0]);
  });

  test('the old kind draws what it collected, and becomes a file', async () => {
    const { page } = opened;
    await part(page, 'draw').click();
    await waitHeard(page, 'drawn old');
    expect(await pixel('old', 10, 10)).toEqual([37, 118, 74, 255]);
    await part(page, 'file').click();
    expect(await waitHeard(page, 'file')).toMatchObject([
      { detail: { width: 60, height: 60, type: 'png', errMsg: 'getImageInfo:ok' } },
    ]);
  });
});

describe('animation', () => {
  test('plays one step after the other and stays where it ends', async () => {
    const { page } = opened;
    await part(page, 'run').click();
    await poll(() => styleOf(page, 'animated', 'opacity')).toBe('0.5');
    await poll(() => styleOf(page, 'animated', 'transform')).toMatch(
      /^matrix\((?:0|6\.\d+e-17), 1, -1, (?:0|6\.\d+e-17), 0, 0\)$/,
    );
  });
});

describe('movable-view', () => {
  const place = async (id: string) => {
    const box = await part(opened.page, id).boundingBox();
    const area = await part(opened.page, id).locator('xpath=..').boundingBox();
    return [Math.round((box?.x ?? 0) - (area?.x ?? 0)), Math.round((box?.y ?? 0) - (area?.y ?? 0))];
  };

  test('stands where x and y say, and is moved by the page', async () => {
    await poll(() => place('movable')).toEqual([20, 10]);
    await setData(opened.page, { x: 500 });
    await poll(() => place('movable')).toEqual([160, 10]);
    expect((await waitHeard(opened.page, 'movable')).at(-1)).toMatchObject({
      type: 'change',
      detail: { x: 160, y: 10, source: '' },
    });
  });

  test('is dragged within its area', async () => {
    await poll(() => place('movable')).toEqual([20, 10]);
    await drag(opened.page, 'movable', { x: 40, y: 300 });
    await poll(() => place('movable')).toEqual([60, 60]);
    expect((await heard(opened.page, 'movable')).at(-1)).toMatchObject({ detail: { x: 60, y: 60, source: 'touch' } });
  });

  test('keeps to its direction', async () => {
    await drag(opened.page, 'sideways', { x: 50, y: 40 });
    await poll(() => place('sideways')).toEqual([50, 0]);
  });

  test('is scaled by the wheel up to its limit', async () => {
    await part(opened.page, 'scaling').hover();
    for (let turn = 0; turn < 20; turn += 1) await opened.page.mouse.wheel(0, -100);
    await poll(async () => (await heard(opened.page, 'scaling')).at(-1)?.detail).toMatchObject({ scale: 3 });
  });
});
