/** What can be asked for, as a community decides it. */
import type { CategoryAuditLine } from '../../../cloudfunctions/core/policy/category-audit';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Category } from '../../../miniprogram/contracts/category';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(60_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());

const token = 'Card7Courtyard1East';
const driving = {
  ...{ name: '学开车', skill: null, kind: 'agency', privacy: 'byDefault', checklist: ['身份证'], emergency: false },
} as const;
const save = (openid: string, category: object, reason = '有人问', requestId = newRequest()) =>
  cloud.tryAs(openid, 'policy.saveCategory', { category: { ...driving, ...category }, reason, requestId });
const all = async () => (await cloud.getAs('o_secretary', 'policy.listCategories', {})).categories;
const named = async (name: string): Promise<Category> => (await all()).find((one) => one.name === name)!;
const offered = async (openid = 'o_resident', input = {}) =>
  (await cloud.getAs(openid, 'policy.listOffered', input)).categories.map(({ name }) => name);

test('the secretary adds one: it is offered, asked for, and orders remember what it was', async () => {
  expect(await offered()).not.toContain('学开车');
  const requestId = newRequest();
  const added = await save('o_secretary', {}, '有人问', requestId);
  expect(await cloud.lastCall()).toMatchObject({ reads: 4, writes: 6, refusals: [] });
  expect(await save('o_secretary', {}, '有人问', requestId)).toEqual(added);
  expect((await offered()).slice(-2)).toEqual(['学开车', '别的事']);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(await offered('o_nobody', { token })).toContain('学开车');
  expect(await cloud.tryAs('o_nobody', 'policy.listOffered', {})).toMatchObject({ code: 'NOT_FOUND', field: 'token' });

  const { key } = await named('学开车');
  const order = await steps.create('o_resident', { category: key });
  expect(order).toMatchObject({ category: key, categoryName: '学开车', kind: 'agency', private: true });
  expect(order.papers).toEqual([{ name: '身份证', done: false }]);
  await save('o_secretary', { key, name: '学车', privacy: 'open' }, '名字太长');
  const read = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  expect([read.categoryName, read.private]).toEqual(['学开车', true]);
  expect(await steps.create('o_resident', { category: key })).toMatchObject({ categoryName: '学车', private: false });
});

test('one that is retired takes no new orders, and those that have it go on', async () => {
  const { key } = await named('学车');
  const order = await steps.create('o_resident', { category: key, private: false });
  await save('o_secretary', { key, name: '学车', retired: true }, '没人教');
  expect(await offered()).not.toContain('学车');
  const requestId = newRequest();
  const asked = { category: key, words: '想学车', when: 'any', fileIds: [], requestId } as const;
  expect(await cloud.tryAs('o_resident', 'order.create', { ...asked, fileIds: [] })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'category',
  });
  const call = { name: '何秀兰', phone: '16400000071', placeId: 'qinghe_g1_c1', requestId: newRequest() };
  expect(
    await cloud.tryAs('o_worker', 'order.intake', { category: key, words: '想学车', when: 'any', ...call }),
  ).toMatchObject({ code: 'INVALID_INPUT', field: 'category' });
  const taken = await steps.move('o_head', 'order.accept', order, {});
  expect(taken).toMatchObject({ categoryName: '学车' });
});

test('every change is on record, and nobody but the secretary makes one', async () => {
  expect(await save('o_committee', {})).toMatchObject({ code: 'FORBIDDEN' });
  const { changes, mine } = await cloud.getAs('o_inspector', 'policy.listCategories', {});
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(mine).toBe(false);
  expect(changes.map(({ from, to, name, reason }) => [from?.name, to.name, to.retired, name, reason])).toEqual([
    ['学车', '学车', true, '王建国', '没人教'],
    ['学开车', '学车', undefined, '王建国', '名字太长'],
    [undefined, '学开车', undefined, '王建国', '有人问'],
  ]);
  const lines = cloud.stored<CategoryAuditLine>('audit').filter(({ kind }) => kind === 'category');
  expect(lines.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
});

test.each<[string, object, string]>([
  ['a name that another has', { name: '孩子入学' }, 'category.name'],
  ['too long a name', { name: '九个字的名字长了点儿' }, 'category.name'],
  ['a skill that nobody has', { skill: 'cooking' }, 'category.skill'],
  ['too many papers', { checklist: Array.from({ length: 11 }, () => '证') }, 'category.checklist'],
  ['a promise of no time', { promise: { acceptWithinHours: 0 } }, 'category.promise.acceptWithinHours'],
  ['what the product itself makes, retired', { key: 'emergency', name: '急事难事', retired: true }, 'category.retired'],
])('%s is refused by its field', async (_what, category, field) => {
  expect(await save('o_secretary', category)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field });
  expect(await save('o_secretary', { ...category, key: 'nosuch' })).toMatchObject({ ok: false });
});

test('S4-07 an order by phone is private where its category is, unless the caller says otherwise', async () => {
  const call = async (category: string, more = {}) => {
    const who = {
      name: '王丽',
      phone: '16400000072',
      placeId: 'qinghe_g1_c1',
      words: `${category}${JSON.stringify(more)}`,
    };
    return cloud.getAs('o_worker', 'order.intake', { category, when: 'any', ...who, ...more, requestId: newRequest() });
  };
  expect((await call('birth-registration')).private).toBe(true);
  expect((await call('birth-registration', { private: false })).private).toBe(false);
  expect((await call('birth', { private: false })).private).toBe(true);
  expect((await call('schooling')).private).toBe(false);
  expect((await call('schooling', { private: true })).private).toBe(true);
  expect((await call('repair')).private).toBe(false);
});

test('S1-18 papers are ticked off by who asks and who does it, with name and time, and by nobody else', async () => {
  const order = await steps.create('o_resident', { category: 'schooling' });
  const tick = (openid: string, paper: number, done: boolean, requestId = newRequest()) =>
    cloud.callAs(openid, 'order.tickPaper', { orderId: order.orderId, paper, done, requestId });
  expect(order).toMatchObject({ mayTick: true, papers: { length: 4 } });
  const requestId = newRequest();
  const ticked = await tick('o_resident', 0, true, requestId);
  expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 1, refusals: [] });
  expect(ticked).toMatchObject({
    ok: true,
    data: { version: order.version, papers: [{ name: '户口本', done: true, byName: '李秀兰' }, {}, {}, {}] },
  });
  expect(await tick('o_resident', 0, true, requestId)).toEqual(ticked);
  expect(await tick('o_resident', 0, false, requestId)).toMatchObject({ code: 'REQUEST_REUSED' });
  expect(await tick('o_resident', 4, true)).toMatchObject({ code: 'INVALID_INPUT', field: 'paper' });
  expect(await tick('o_neighbour', 1, true)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await tick('o_leader', 1, true)).toMatchObject({ code: 'NOT_OFFERED' });
  // Both at one moment: each word stays.
  await Promise.all([tick('o_worker', 1, true), tick('o_resident', 2, true)]);
  await tick('o_worker', 0, false);
  const read = await cloud.getAs('o_leader', 'order.get', { orderId: order.orderId });
  expect(read.mayTick).toBeUndefined();
  expect(read.papers?.map(({ done, byName }) => [done, byName])).toEqual([
    [false, '赵慧敏'],
    [true, '赵慧敏'],
    [true, '李秀兰'],
    [false, undefined],
  ]);
  expect(cloud.storedOne<Order>('orders', order.orderId).ticks).toContainEqual(
    expect.objectContaining({ paper: 2, by: { personId: 'p_resident', name: '李秀兰' }, hat: 'resident' }),
  );
  await steps.move('o_resident', 'order.cancel', read, { reason: 'solved-myself' });
  expect(await tick('o_resident', 3, true)).toMatchObject({ code: 'WRONG_STATUS' });
});
