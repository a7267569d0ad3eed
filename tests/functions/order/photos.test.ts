import type { OrderView } from '../../../miniprogram/contracts/order';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'events'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());
const rules = (patch: object) => cloud.control('/local/content-rules', patch);
beforeEach(() => rules({ delayMs: 60_000, copies: 1, risky: ['bad'] }));
const pass = (ms: number) => cloud.control('/local/clock', { advanceMs: ms });

async function upload(openid: string, name: string): Promise<string> {
  const response = await fetch(`${cloud.url}/local/files/${name}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: Buffer.from('picture'),
  });
  return ((await response.json()) as { fileID: string }).fileID;
}
const photosOf = async (openid: string, { orderId }: OrderView) =>
  (await cloud.getAs(openid, 'order.get', { orderId })).photos.map(({ state, url }) => [state, url !== undefined]);

test('a picture is hidden until its verdict, then shown or kept hidden; a verdict may come twice', async () => {
  await rules({ copies: 2 });
  const fileIds = [
    await upload('o_resident', 'orders/good1.jpg'),
    await upload('o_resident', 'orders/bad.jpg'),
    await upload('o_resident', 'orders/good2.jpg'),
  ];
  const order = await steps.create('o_resident', { fileIds });
  expect(await photosOf('o_worker', order)).toEqual([
    ['checking', false],
    ['checking', false],
    ['checking', false],
  ]);
  await pass(61_000);
  expect(await photosOf('o_worker', order)).toEqual([
    ['shown', true],
    ['hidden', false],
    ['shown', true],
  ]);
  expect((await cloud.trace(20)).filter(({ name }) => name === 'events')).toHaveLength(6);
  // A verdict is no move: what the worker holds in hand is still the newest version.
  expect(await steps.dispatch(order)).toMatchObject({ status: 'dispatched' });
});

test('pictures of evidence are checked the same way, beside a move that comes between', async () => {
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  const fileIds = [await upload('o_member', 'orders/done.jpg')];
  const completed = await steps.move('o_member', 'order.complete', accepted, { evidence: { kind: 'photo', fileIds } });
  expect(completed.evidence).toMatchObject({ kind: 'photo', photos: [{ state: 'checking' }] });
  await steps.confirm(completed);
  await pass(61_000);
  const { evidence } = await cloud.getAs('o_resident', 'order.get', { orderId: completed.orderId });
  expect(evidence?.photos[0]?.url).toBeDefined();
});

test('a verdict that comes before the order does is not lost', async () => {
  await rules({ delayMs: 0 });
  const fileIds = [await upload('o_resident', 'orders/quick.jpg')];
  const order = await steps.create('o_resident', { fileIds });
  for (let attempt = 0; attempt < 30 && (await photosOf('o_resident', order))[0]?.[0] === 'checking'; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await photosOf('o_resident', order)).toEqual([['shown', true]]);
});

test('a file that is not there is refused with its field', async () => {
  const reply = await cloud.callAs('o_resident', 'order.create', {
    category: 'repair',
    words: '灯坏了',
    when: 'any',
    fileIds: [await upload('o_resident', 'orders/there.jpg'), 'cloud://nowhere/orders/none.jpg'],
    requestId: 'photo-request-1',
  });
  expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'fileIds.1' });
});

test('a client cannot send a verdict', async () => {
  expect(
    (
      await cloud.call(
        'events',
        { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'x', result: { suggest: 'pass' } },
        'o_resident',
      )
    ).status,
  ).not.toBe(200);
});
