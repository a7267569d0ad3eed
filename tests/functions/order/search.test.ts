import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Input } from '../../../miniprogram/contracts/api';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
let leak: Order;
let secret: Order;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-24T10:00:00+08:00');
  leak = await steps.stored(await steps.create('o_resident', { words: '三楼的暖气片漏水，地板泡了' }));
  secret = await steps.stored(await steps.create('o_neighbour', { words: '暖气费交不上', private: true }));
});
afterAll(() => cloud.close());

const ask = (asked: Input<'order.search'>, openid = 'o_secretary') => cloud.getAs(openid, 'order.search', asked);
const idsOf = async (asked: Input<'order.search'>, openid?: string) =>
  (await ask(asked, openid)).orders.map(({ orderId }) => orderId);

describe('staff find orders by words', () => {
  test('of the title and of what comes after it, this month where none is named', async () => {
    for (const words of ['暖气片', '地板', '三楼 地板', '漏水地板'])
      expect([words, await idsOf({ words, as: 'words' })]).toEqual([words, [leak._id]]);
    expect(await ask({ words: '地板', as: 'words' })).toMatchObject({ by: 'words', month: '2026-11' });
    expect(await idsOf({ words: '地板', as: 'words', month: '2026-10' })).toEqual([]);
    expect(await idsOf({ words: '地板 四楼', as: 'words' })).toEqual([]);
  });

  test('private ones only who may read them', async () => {
    expect((await idsOf({ words: '暖气', as: 'words' })).sort()).toEqual([leak._id, secret._id].sort());
    expect((await idsOf({ words: '暖气', as: 'words' }, 'o_worker')).sort()).toEqual([leak._id, secret._id].sort());
    for (const openid of ['o_committee', 'o_leader'])
      expect([openid, await idsOf({ words: '暖气', as: 'words' }, openid)]).toEqual([openid, [leak._id]]);
    expect(await idsOf({ words: '暖气', as: 'words' }, 'o_worker2')).toEqual([]);
    expect(await idsOf({ words: '暖气', as: 'words' }, 'o_strangerSecretary')).toEqual([]);
  });

  test('but not by a single character', async () => {
    expect(await cloud.callAs('o_secretary', 'order.search', { words: '暖', as: 'words' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'words',
    });
  });
});

describe('staff find orders by place, status and month', () => {
  let closed: Order;
  beforeAll(async () => {
    const made = await steps.create('o_resident', { words: '楼道灯不亮' });
    await steps.move('o_resident', 'order.cancel', made, { reason: 'solved-myself' });
    closed = await steps.stored(made);
  });

  test('alone', async () => {
    expect((await idsOf({ placeId: 'qinghe_g1' })).sort()).toEqual([leak._id, secret._id, closed._id].sort());
    expect(await idsOf({ placeId: 'qinghe_g2' })).toEqual([]);
    expect(await idsOf({ status: 'closed' })).toEqual([closed._id]);
    expect((await idsOf({ status: 'submitted' })).sort()).toEqual([leak._id, secret._id].sort());
    expect(await idsOf({ status: 'accepted' })).toEqual([]);
    expect(await idsOf({ month: '2026-10' })).toEqual([]);
    expect((await idsOf({ month: '2026-11' })).length).toBe(3);
  });

  test('together, and beside a name, a day and words', async () => {
    expect(await idsOf({ placeId: 'qinghe_g1', status: 'closed', month: '2026-11' })).toEqual([closed._id]);
    expect(await idsOf({ words: '李秀', status: 'closed' })).toEqual([closed._id]);
    expect(await idsOf({ words: '2026-11-24', status: 'closed' })).toEqual([closed._id]);
    expect(await idsOf({ words: '道灯', as: 'words', status: 'closed' })).toEqual([closed._id]);
    expect(await idsOf({ words: '道灯', as: 'words', status: 'submitted' })).toEqual([]);
    expect(await idsOf({ words: closed.number, placeId: 'qinghe_g2' })).toEqual([]);
  });

  test('as far as the hat reaches', async () => {
    expect((await idsOf({ month: '2026-11' }, 'o_worker')).length).toBe(3);
    expect(await idsOf({ month: '2026-11' }, 'o_worker2')).toEqual([]);
    expect(await idsOf({ words: closed.number }, 'o_worker2')).toEqual([]);
    expect(await idsOf({ placeId: 'qinghe_g1' }, 'o_worker2')).toEqual([]);
    expect(await idsOf({ month: '2026-11' }, 'o_strangerSecretary')).toEqual([]);
    expect((await ask({ month: '2026-11' }, 'o_worker')).grids.map(({ gridId }) => gridId)).toEqual(['qinghe_g1']);
  });

  const askedInVain: readonly object[] = [{}, { as: 'words' }, { month: '2026-13' }, { status: 'open' }];
  test.each(askedInVain)('%j asks for nothing that there is', async (asked) => {
    expect(await cloud.callAs('o_secretary', 'order.search', asked as Input<'order.search'>)).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

test('pages hold each order once and look at hardly more than they show, whatever history lies behind', async () => {
  const many = (month: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const _id = `oM${month}x${index}`;
      const createdAt = new Date(Date.UTC(2026, month - 1, 3, 1, index));
      const words = index % 2 === 0 ? '下水道堵了' : '下水道盖子响';
      return withIndexFields({ ...leak, _id, createdAt, words, numberKey: `qinghe:${_id}`, slots: [], trail: [] });
    });
  cloud.database.load('orders', many(8, 130));
  const walked = async (asked: Input<'order.search'>) => {
    const seen: string[] = [];
    const costs: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ ...asked, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.orders.map(({ orderId }) => orderId));
      const { examined, returned } = await cloud.lastCall();
      expect(examined).toBeLessThanOrEqual(2 * returned + 2);
      costs.push(examined);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    return { seen: seen.length, costs };
  };
  const asks = [
    { asked: { words: '下水道', as: 'words', month: '2026-08' }, seen: 130 },
    { asked: { words: '道堵', as: 'words', month: '2026-08' }, seen: 65 },
    { asked: { month: '2026-08' }, seen: 130 },
    { asked: { month: '2026-08', status: 'submitted' }, seen: 130 },
    { asked: { month: '2026-08', placeId: 'qinghe_g1' }, seen: 130 },
  ] as const;
  const before = [];
  for (const { asked, seen } of asks) {
    const found = await walked(asked);
    expect([asked, found.seen]).toEqual([asked, seen]);
    before.push(found.costs);
  }
  cloud.database.load('orders', [...many(6, 200), ...many(7, 200)]);
  for (const [index, { asked }] of asks.entries()) expect((await walked(asked)).costs).toEqual(before[index]);
});

test('a wish by its requester’s own words only who reads them', async () => {
  const asked = await steps.create('o_resident', { words: '腿脚不好，住三号院，想要一副老花镜' });
  const published = await steps.move('o_worker', 'order.dispatch', await steps.wished(asked), {
    memberIds: [],
    pool: true,
  });
  for (const openid of ['o_worker', 'o_secretary'])
    expect([openid, await idsOf({ words: '三号院', as: 'words' }, openid)]).toEqual([openid, [published.orderId]]);
  expect(await idsOf({ words: '老花镜', as: 'words' }, 'o_worker2')).toEqual([published.orderId]);
  expect(await idsOf({ words: '三号院', as: 'words' }, 'o_worker2')).toEqual([]);
});
