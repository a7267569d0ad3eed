import { permissions, scopeOf } from '../../../cloudfunctions/core/access/permissions';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { queueFilters, type OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { samples } from '../../support/samples';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
const hourMs = 3_600_000;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('/local/reset', {});
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});

/** Everything that would reach the head does. */
async function grantAll(): Promise<void> {
  const templateIds = ['order-news', 'offer-news', 'deadline-news'];
  for (let count = 0; count < 3; count += 1) await cloud.control('/local/subscribe', { openid: 'o_head', templateIds });
  await cloud.change('logins', 'o_head', { credits: { orderNews: 3, offerNews: 3, deadlineNews: 3 } });
}

const errand = () => steps.create('o_resident', { category: 'schooling', words: '孩子转学要哪些材料' });
const get = (openid: string, { orderId }: OrderView) => cloud.getAs(openid, 'order.get', { orderId });
const accept = (openid: string, order: OrderView) => steps.move(openid, 'order.accept', order, {});
/** The timer runs at the end of it. */
const advance = async (advanceMs: number): Promise<void> => {
  await cloud.control('/local/clock', { advanceMs: advanceMs - 11 * 60_000, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
};

describe('S1-17 tenant, courtyard head, grid worker', () => {
  test('the head is asked first, vouches in one move, and the worker does it', async () => {
    const order = await errand();
    // One read more than another order: the post of the courtyard's head.
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 2 });
    expect(order).toMatchObject({ kind: 'agency', vouchBy: expect.stringMatching(/^2026-11-24T02:00/) });
    expect(await steps.messageKinds('o_head', order.orderId)).toEqual(['to-vouch']);
    expect(await steps.messageKinds('o_worker', order.orderId)).toEqual([]);
    expect(await steps.tried('o_worker', 'order.accept', order, {})).toMatchObject({ ok: false, code: 'HEAD_FIRST' });
    expect(await steps.tried('o_worker', 'order.dispatch', order, { memberIds: ['p_member'] })).toMatchObject({
      code: 'HEAD_FIRST',
    });
    expect((await get('o_worker', order)).actions).not.toEqual(expect.arrayContaining(['accept']));

    const vouched = await accept('o_head', await get('o_head', order));
    expect(vouched).toMatchObject({ status: 'dispatched' });
    expect(vouched).not.toHaveProperty('vouchBy');
    expect(await steps.messageKinds('o_worker', order.orderId)).toEqual(['offered']);
    const accepted = await accept('o_worker', await get('o_worker', order));
    expect(accepted).toMatchObject({ status: 'accepted', assigneeName: '赵慧敏' });
    expect((await get('o_resident', order)).trail.map(({ action, hat }) => [action, hat])).toEqual([
      ['create', 'resident'],
      ['accept', 'courtyardHead'],
      ['accept', 'gridWorker'],
    ]);
  });

  test('after 24 hours of silence the clock hands it to the worker, and tells both of it', async () => {
    const order = await errand();
    await advance(16.2 * hourMs);
    expect(await steps.messageKinds('o_head', order.orderId)).toEqual(['to-vouch', 'to-vouch']);
    await advance(7.7 * hourMs);
    expect(await steps.tried('o_worker', 'order.accept', order, {})).toMatchObject({ code: 'HEAD_FIRST' });
    await advance(0.3 * hourMs);
    expect(await steps.messageKinds('o_worker', order.orderId)).toEqual(['passed-on']);
    expect(await steps.messageKinds('o_resident', order.orderId)).toEqual(['passed-on']);
    const passed = await get('o_worker', order);
    expect(passed.actions).toEqual(expect.arrayContaining(['accept', 'dispatch']));
    expect(await accept('o_worker', passed)).toMatchObject({ status: 'accepted' });
    expect((await get('o_resident', order)).trail.map(({ action }) => action)).toEqual([
      'create',
      'warn',
      'passOn',
      'accept',
    ]);
  });

  test('where nobody holds the head’s post, and for an errand that staff write down, the same rules hold', async () => {
    const intake = (anyway: boolean) =>
      cloud.getAs('o_worker', 'order.intake', {
        ...{ category: 'schooling', words: '问转学', when: 'any', name: '王大娘', phone: '16400000077' },
        ...{ placeId: 'qinghe_g1_h1', anyway, requestId: newRequest() },
      } as never);
    expect(await intake(false)).toHaveProperty('vouchBy');
    await cloud.change('posts', 'courtyardHead_qinghe_g1_c1', { holder: null });
    const order = (await intake(true)) as OrderView;
    expect(order).not.toHaveProperty('vouchBy');
    expect(order.actions).toEqual(expect.arrayContaining(['accept', 'dispatch']));
  });
});

describe('S1-17 an errand whose courtyard was wrong', () => {
  /** The lane's chief heads the courtyard next door. */
  beforeEach(async () => {
    const { path, name: placeName } = cloud.storedOne<Place>('places', 'qinghe_g1_c2');
    const there = { hat: 'courtyardHead', placeId: 'qinghe_g1_c2', path, placeName } as const;
    const post = cloud.storedOne<Post>('posts', 'courtyardHead_qinghe_g1_c1');
    const holder = { personId: 'p_lane', name: '贺玉梅', phone: '16400000008' };
    cloud.database.load('posts', [{ ...post, ...there, _id: 'courtyardHead_qinghe_g1_c2', holder, heldBy: 'p_lane' }]);
    const key = 'courtyardHead@qinghe_g1_c2';
    await cloud.change('logins', 'o_lane', { hats: [{ key, ...there }], hatInUse: key });
  });
  const queueOf = async (openid: string) =>
    (await cloud.getAs(openid, 'order.listQueue', { filter: 'waiting' })).orders.map(({ orderId }) => orderId);

  test('asks the head of the right one, who has a day; the old one sees it no more', async () => {
    const order = await errand();
    await advance(20 * hourMs);
    const moved = await steps.move('o_worker', 'order.relocate', order, { placeId: 'qinghe_g1_c2' });
    expect(await cloud.lastCall()).toMatchObject({ reads: 4, refusals: [] });
    expect(moved).toMatchObject({ status: 'submitted', vouchBy: expect.stringMatching(/^2026-11-24T22:00/) });
    expect([await queueOf('o_head'), await queueOf('o_lane')]).toEqual([[], [order.orderId]]);
    expect(await cloud.callAs('o_head', 'order.get', { orderId: order.orderId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await steps.messageKinds('o_head', order.orderId))[0]).toBe('relocated');
    expect(await steps.messageKinds('o_lane', order.orderId)).toEqual(['to-vouch']);
    expect(await steps.tried('o_worker', 'order.accept', moved, {})).toMatchObject({ code: 'HEAD_FIRST' });
    expect(await steps.tried('o_head', 'order.accept', moved, {})).toMatchObject({ code: 'NOT_OFFERED' });
    const seen = await get('o_lane', moved);
    expect(seen.actions).toContain('accept');
    await accept('o_lane', seen);
    expect(await accept('o_worker', await get('o_worker', order))).toMatchObject({ status: 'accepted' });
  });

  test('a private one is 一项代办 to the new head, nothing to the old one, and neither is told', async () => {
    const order = await steps.create('o_resident', { category: 'birth', words: '产后想请人上门看看' });
    await steps.move('o_worker', 'order.relocate', order, { placeId: 'qinghe_g1_c2' });
    expect([await queueOf('o_head'), await queueOf('o_lane')]).toEqual([[], [order.orderId]]);
    expect(await get('o_lane', order)).toMatchObject({ number: '', category: 'other', actions: [], trail: [] });
    for (const openid of ['o_head', 'o_lane'])
      expect(cloud.storedOne<LoginWithInbox>('logins', openid).inbox ?? []).toEqual([]);
  });
});

/** What they would make is an order of their own. */
const making: ReadonlySet<string> = new Set(['order.create', 'order.intake']);
/** Lists are read whole, in each of their forms; similar orders are looked for by what this one says. */
const asked: Partial<Record<EndpointName, readonly object[]>> = {
  'order.listMine': [{ state: 'open' }, { state: 'closed' }],
  'order.listOffers': [{ state: 'open' }, { state: 'closed' }],
  'order.listQueue': queueFilters.map((filter) => ({ filter })),
  'order.listWishes': [{}],
  'order.findSimilar': [
    { category: 'birth', words: '产后想请人上门看看' },
    { category: 'schooling', words: '借读手续，别让院里知道', token: 'Card7Courtyard1East' },
  ],
};
const onePerParty = ['requester', 'assignee'] as const;

/** Every endpoint of orders that the table of permissions opens to a head, each with input that it takes. */
function callsOfTheHead({ orderId, version }: OrderView): readonly (readonly [EndpointName, object])[] {
  const names = (Object.keys(permissions) as EndpointName[]).filter(
    (name) => name.startsWith('order.') && scopeOf('courtyardHead', name) !== 'none' && !making.has(name),
  );
  return names.flatMap((name) => {
    if (asked[name]) return asked[name].map((input) => [name, input] as const);
    const sample: Readonly<Record<string, unknown>> = { ...samples[name] };
    const own = {
      ...sample,
      ...('orderId' in sample && { orderId }),
      ...('version' in sample && { version }),
      ...('requestId' in sample && { requestId: 'request-of-the-head' }),
    };
    if (name !== 'order.revealPhone') return [[name, own] as const];
    return onePerParty.map((party) => [name, { orderId, party, requestId: 'request-of-the-head' }] as const);
  });
}

/** Whatever a head can ask for about an order, and all that reached them without asking. */
async function allThatTheHeadGets(order: OrderView): Promise<readonly unknown[]> {
  const calls: readonly (readonly [EndpointName, object])[] = [
    ['home.get', {}],
    ...callsOfTheHead(order),
    ['message.list', {}],
    ['person.getSession', {}],
  ];
  const answers: unknown[] = [];
  for (const [name, input] of calls) {
    const answer = await cloud.tryAs('o_head', name, input);
    expect([name, answer]).not.toEqual([name, expect.objectContaining({ code: 'INVALID_INPUT' })]);
    answers.push([name, answer]);
  }
  const sent = ((await cloud.control('/local/subscribe-messages')) as { touser: string }[]).filter(
    ({ touser }) => touser === 'o_head',
  );
  const { inbox } = cloud.storedOne<LoginWithInbox>('logins', 'o_head');
  return [...answers, inbox, sent];
}

/** Nothing that tells one call from another: its id, and the moment of the answer. */
const comparable = (got: readonly unknown[], { orderId }: OrderView) =>
  JSON.stringify(got)
    .replaceAll(orderId, 'id')
    .replace(/"requestId":"[^"]*"/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

describe('S1-18 the head and a private errand', () => {
  const secrets = ['产后', '李秀兰', '16400000001', '164 **** 0001', 'birth', '1 户', '张海涛'];
  beforeEach(grantAll);
  const hidden = () =>
    steps.create('o_resident', { category: 'birth', words: '产后想请人上门看看', when: 'today-evening' });

  test('is asked about by every endpoint that the table opens to a head', async () => {
    const order = await hidden();
    const names = new Set(callsOfTheHead(order).map(([name]) => name));
    for (const name of ['order.get', 'order.listOffers', 'order.accept', 'order.join', 'order.revealPhone'] as const)
      expect([...names]).toContain(name);
    expect(names.size).toBeGreaterThan(20);
    const [, ...answers] = await allThatTheHeadGets(order);
    expect(answers.length).toBeGreaterThan(names.size);
  });

  test('is 一项代办 and nothing else, in every field and message, from its making to its end', async () => {
    const order = await hidden();
    const first = comparable(await allThatTheHeadGets(order), order);
    const line = {
      orderId: order.orderId,
      number: '',
      kind: 'agency',
      category: 'other',
      status: 'submitted',
      private: true,
      source: 'card',
      urgent: false,
      placeName: '红色网格',
      gridName: '红色网格',
      colour: 'red',
      when: 'any',
      createdAt: '',
      late: false,
      offered: 0,
      returns: 0,
      actions: [],
      version: 0,
    };
    expect((await cloud.getAs('o_head', 'order.listQueue', { filter: 'waiting' })).orders).toEqual([line]);
    expect(await get('o_head', order)).toEqual({ ...line, photos: [], trail: [] });

    const seen: string[] = [first];
    const look = async () => seen.push(comparable(await allThatTheHeadGets(order), order));
    let now = await steps.dispatch(await get('o_worker', order));
    await look();
    await steps.move('o_resident', 'order.remind', now, {});
    await advance(50 * hourMs);
    now = await steps.accept(await get('o_member', order));
    await look();
    await steps.complete(now);
    await look();
    for (const one of seen)
      for (const secret of secrets) expect([secret, one.includes(secret)]).toEqual([secret, false]);
    // How far it is, whether it is late, who does it: no answer differs from the first one in anything.
    expect(new Set(seen).size).toBe(1);
    expect(cloud.storedOne<LoginWithInbox>('logins', 'o_head').inbox).toEqual([]);
  });

  test('looks the same whoever asked, for what, and when', async () => {
    const one = await hidden();
    const before = comparable(await allThatTheHeadGets(one), one);
    await cloud.control('/local/reset', {});
    await cloud.control('/local/clock', { now: '2026-11-25T21:00:00+08:00', timers: 'skip' });
    await grantAll();
    const other = await steps.create('o_resident', {
      ...{ category: 'schooling', words: '借读手续，别让院里知道', private: true, when: 'saturday' },
    });
    expect(comparable(await allThatTheHeadGets(other), other)).toBe(before);
  });

  test('is offered to the head by nobody', async () => {
    const order = await hidden();
    expect(await steps.tried('o_worker', 'order.dispatch', order, { memberIds: ['p_head'] })).toMatchObject({
      ok: false,
      field: 'memberIds.0',
    });
    const { suggestions } = await cloud.getAs('o_worker', 'order.suggest', { orderId: order.orderId });
    expect(suggestions.map(({ memberId }) => memberId)).not.toContain('p_head');
  });
});
