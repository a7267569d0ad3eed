import type { OrderView } from '../../../miniprogram/contracts/order';
import { createDemo } from '../../../local/demo';
import { startApi, type ApiCloud } from '../../support/api';
import { loadAll } from './loaded';

jest.setTimeout(120_000);

const demo = createDemo((communityId) => (communityId === 'changqingteng' ? 1 : 0));
let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'], demo });
});
afterAll(() => cloud.close());

test('pictures stand where somebody took one: with what was asked by card, and with visible work', () => {
  const { orders } = loadAll();
  const asked = orders.filter(({ photos }) => photos.length > 0);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(({ source }) => source === 'phone')).toEqual([]);
  const finished = orders.filter(({ evidence }) => evidence?.kind === 'photo');
  expect(finished.length).toBeGreaterThan(20);
  expect(finished.filter(({ evidence }) => evidence?.photos.length === 0)).toEqual([]);
  expect(new Set(orders.flatMap(({ evidence }) => evidence?.kind ?? []))).toEqual(new Set(['photo', 'code', 'phone']));
});

test('S2-13 a picture that an order names lies in the storage, and opens for whoever may see it', async () => {
  const { orders } = await cloud.getAs('resident-luo', 'order.listMine', { state: 'open' });
  const order: OrderView = await cloud.getAs('resident-luo', 'order.get', {
    orderId: orders.find(({ title }) => title?.includes('门锁'))?.orderId ?? '',
  });
  const [photo] = order.evidence?.photos ?? [];
  expect(photo).toMatchObject({ state: 'shown', url: expect.stringContaining('/storage/demo/lock-mended.jpg') });
  const answer = await fetch(photo?.url ?? '');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
});

test('every picture that the orders name is among the files, and no other', () => {
  const { orders } = loadAll();
  const named = new Set(
    orders.flatMap(({ photos, evidence }) =>
      [...photos, ...(evidence?.photos ?? [])].map(({ fileId }) => fileId.split('/').slice(3).join('/')),
    ),
  );
  expect([...named].sort()).toEqual((demo.files?.() ?? []).map(({ cloudPath }) => cloudPath).sort());
});
