/** A picture is nobody's to see before its check; then it is shown, or stays hidden. */
import type { Browser } from 'playwright-core';
import type { OrderView } from '../../miniprogram/contracts/order';
import { launchBrowser } from '@lianxin/local-phone/testing';
import { personWith, startProduct, type Lianxin, type Person } from '../../local/testing/product';
import { picture } from '../support/picture';
import { saturdayMorning } from '../../local/testing/visits';

const words = '屋顶漏雨，拍给您看';
const checkMs = 60_000;

let product: Lianxin;
let browser: Browser;
let resident: Person;
let member: Person;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(saturdayMorning), launchBrowser()]);
  await product.post('/local/content-rules', { delayMs: checkMs });
  [resident, member] = await Promise.all([
    personWith(browser, product, 'resident-luo'),
    personWith(browser, product, 'member-sun'),
  ]);
}, 90_000);

afterEach(() => {
  resident.noErrors();
  member.noErrors();
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function theOrder(): Promise<OrderView> {
  const mine = await product.callAs('resident-luo', 'order.listMine', { state: 'open' });
  const orderId = mine.ok ? mine.data.orders.find(({ title }) => title === words)?.orderId : undefined;
  const reply = await product.callAs('resident-luo', 'order.get', { orderId: orderId ?? '' });
  if (!reply.ok) throw new Error(reply.code);
  return reply.data;
}

/** Hands it to member-sun, who then may read it. */
async function dispatch(order: OrderView): Promise<void> {
  const staffed = await product.callAs('worker-zhao', 'order.suggest', { orderId: order.orderId });
  const sun = staffed.ok ? staffed.data.suggestions.find(({ name }) => name === '孙立群')?.memberId : undefined;
  const reply = await product.callAs('worker-zhao', 'order.dispatch', {
    orderId: order.orderId,
    version: order.version,
    memberIds: [sun ?? ''],
    requestId: 'photos-dispatch-1',
  });
  expect(reply).toMatchObject({ ok: true });
}

test('S2-08 two pictures of 50 KB go along with an order', async () => {
  const good = picture('roof.png');
  expect(good.buffer.length).toBeGreaterThan(45_000);
  await resident.open('/packages/resident/new-order/new-order');
  await resident.tap('水电维修');
  await resident.page.locator('textarea').first().fill(words);
  const chooser = resident.page.waitForEvent('filechooser');
  await resident.tap('拍照或者选照片');
  const agree = resident.page.getByRole('button', { name: '同意' });
  await Promise.race([chooser, agree.waitFor().then(() => agree.click())]).catch(() => undefined);
  await (await chooser).setFiles([good, picture('roof-2.png', 7)]);
  await resident.page.getByRole('button', { name: '第 2 张照片', exact: true }).waitFor();
  await resident.page.getByText('正在传').first().waitFor({ state: 'detached' });
  await resident.picture('photo-picked');
  await resident.tap('提交');
  await resident.sees('您点了单');
  expect((await theOrder()).photos.map(({ state, url }) => [state, url !== undefined])).toEqual([
    ['checking', false],
    ['checking', false],
  ]);
}, 60_000);

test('they are hidden from the member until the verdict comes', async () => {
  const order = await theOrder();
  await dispatch(order);
  await member.open(`/packages/order/order/order?orderId=${order.orderId}`);
  await member.sees('照片在审核');
  expect(await member.page.locator('.strip img').count()).toBe(0);
  await member.picture('photo-checking');
}, 60_000);

test('they are shown after it, to the member and to her', async () => {
  const order = await theOrder();
  await product.post('/local/clock', { advanceMs: checkMs + 1000 });
  for (const [person, page] of [
    [member, '/packages/order/order/order'],
    [resident, '/packages/order/progress/progress'],
  ] as const) {
    await person.open(`${page}?orderId=${order.orderId}`);
    await person.page.getByRole('button', { name: '第 2 张照片，点开看大图' }).scrollIntoViewIfNeeded();
    await person.page.waitForFunction(
      () =>
        [...document.querySelectorAll<HTMLImageElement>('.strip img')].filter((image) => image.naturalWidth > 0)
          .length === 2,
    );
    expect(await person.page.getByText('照片在审核').count()).toBe(0);
  }
  await member.picture('photo-shown');
}, 60_000);

test('a finger blacks out a part of one, and the file before is gone', async () => {
  const order = await theOrder();
  const before = order.photos[0]!;
  await resident.open(`/packages/order/progress/progress?orderId=${order.orderId}`);
  await resident.tap('涂黑照片、我写的话');
  await resident.sees('手指在照片上划一下，划过的一块就涂黑');
  const frame = resident.page.locator('.frame');
  const box = (await frame.boundingBox())!;
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  const brightness = () =>
    frame.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const middle = canvas.getContext('2d')!.getImageData(width / 2, height / 2, 9, 9).data;
      return Math.max(...middle.filter((_value, index) => index % 4 < 3));
    });
  for (let tries = 0; tries < 50 && (await brightness()) === 0; tries += 1) await resident.page.waitForTimeout(100);
  expect(await brightness()).toBeGreaterThan(60);
  const { mouse } = resident.page;
  await mouse.move(...at(0.35, 0.35));
  await mouse.down();
  await resident.page.waitForTimeout(100);
  await mouse.move(...at(0.5, 0.5));
  await mouse.move(...at(0.65, 0.65));
  await mouse.up();
  await resident.sees('涂了 1 块');
  expect(await brightness()).toBe(0);
  await resident.picture('photo-blacked-out');
  await resident.tap('涂黑，换掉原来的');
  await resident.sees('您点了单');
  const after = (await theOrder()).photos;
  expect(after.map(({ state }) => state)).toEqual(['shown', 'shown']);
  expect(after.map(({ fileId }) => fileId)).not.toContain(before.fileId);
  expect((await fetch(before.url ?? '')).ok).toBe(false);
}, 60_000);

test('one that fails its check stays hidden', async () => {
  await product.post('/local/content-rules', { delayMs: 0, risky: ['photos/'] });
  const order = await theOrder();
  expect(order.photos.every(({ state }) => state === 'shown')).toBe(true);
  const upload = await fetch(`${product.url}/local/files/photos/refused.png`, {
    method: 'POST',
    headers: { 'x-openid': 'resident-luo' },
    body: new Uint8Array(picture('bad.png', 3).buffer),
  });
  const { fileID } = (await upload.json()) as { fileID: string };
  const reply = await product.callAs('resident-luo', 'order.create', {
    category: 'repair',
    words: '另一件事',
    when: 'any',
    fileIds: [fileID],
    requestId: 'photos-refused-1',
  });
  if (!reply.ok) throw new Error(reply.code);
  await resident.open(`/packages/order/progress/progress?orderId=${reply.data.orderId}`);
  await resident.sees('另一件事');
  // the verdict is pushed, a moment after the answer
  const stateNow = async (): Promise<string | undefined> => {
    const again = await product.callAs('resident-luo', 'order.get', { orderId: reply.data.orderId });
    return again.ok ? again.data.photos[0]?.state : again.code;
  };
  for (let tries = 0; tries < 50 && (await stateNow()) === 'checking'; tries += 1)
    await resident.page.waitForTimeout(100);
  expect(await stateNow()).toBe('hidden');
  expect(await resident.page.locator('.strip img').count()).toBe(0);
  await resident.picture('photo-hidden');
}, 60_000);
