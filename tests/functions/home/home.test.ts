import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { somebodies, openidOf } from '../../support/community';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const home = (openid: string) => cloud.getAs(openid, 'home.get', {});

describe('home.get', () => {
  it('is a visitor’s hotline without a login', async () => {
    expect(await home('o_nobody')).toEqual({
      session: { hats: [], hat: 'anonymous', elder: false, unread: 0 },
      body: { for: 'visitor', hotline: '12345' },
    });
  });

  it('shows a resident where they live, whom to call and what they asked for', async () => {
    const order = await cloud.getAs('o_resident', 'order.create', {
      category: 'repair',
      words: '厨房水龙头漏水',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    });
    const { session, body } = await home('o_resident');
    expect(session).toMatchObject({ name: '李秀兰', hat: 'resident@qinghe_g1_c1' });
    expect(body).toMatchObject({
      for: 'resident',
      gridName: '红色网格',
      colour: 'red',
      placeName: '石榴巷 7 号院 东屋',
      officePhone: '0351-0000001',
      onDuty: true,
      worker: { name: '赵慧敏' },
      call: { name: '赵慧敏', to: 'worker' },
      orders: [{ orderId: order.orderId, title: '厨房水龙头漏水' }],
    });
  });

  it('shows a grid worker the queue that waits', async () => {
    expect((await home('o_worker')).body).toMatchObject({
      for: 'grid',
      counts: { waiting: 1 },
      orders: [{ title: '厨房水龙头漏水' }],
    });
    expect((await home('o_worker2')).body).toMatchObject({ for: 'grid', counts: { waiting: 0 }, orders: [] });
  });

  it('opens to each hat of a grid the shortcuts that it may use', async () => {
    for (const [openid, shortcuts] of [
      ['o_worker', ['intake', 'cards', 'visits', 'moves']],
      ['o_leader', ['intake', 'cards', 'visits', 'moves']],
      ['o_head', ['visits', 'moves']],
    ] as const) {
      expect([openid, (await home(openid)).body]).toMatchObject([openid, { for: 'grid', shortcuts }]);
    }
  });

  it('shows a member who belongs to the branch alone its activities and their own book', async () => {
    await cloud.getAs('o_committee', 'person.switchHat', { hat: 'member@qinghe', requestId: newRequest() });
    expect((await home('o_committee')).body).toEqual({ for: 'branch', activities: expect.any(Array) as unknown });
    expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(3);
    await cloud.getAs('o_committee', 'person.switchHat', { hat: 'committee@qinghe', requestId: newRequest() });
  });

  it('follows the hat in use', async () => {
    await cloud.getAs('o_worker', 'person.switchHat', { hat: 'resident@qinghe_g1_c2', requestId: newRequest() });
    expect((await home('o_worker')).body).toMatchObject({ for: 'resident', placeName: '石榴巷 9 号院' });
    await cloud.getAs('o_worker', 'person.switchHat', { hat: 'gridWorker@qinghe_g1', requestId: newRequest() });
    expect((await home('o_worker')).body).toMatchObject({ for: 'grid' });
  });

  it.each(somebodies.map(({ id }) => openidOf(id)))(
    'costs %s one call of at most three reads and no write',
    async (openid) => {
      await home(openid);
      const { reads, writes, examined, returned, refusals, bytes } = await cloud.lastCall();
      expect({ writes, refusals }).toEqual({ writes: 0, refusals: [] });
      expect(reads).toBeLessThanOrEqual(3);
      expect(examined).toBeLessThanOrEqual(2 * returned + 2);
      expect(bytes).toBeLessThanOrEqual(64 * 1024);
    },
  );

  it('has a body of its own for each kind of hat', async () => {
    const expected = {
      o_member: 'member',
      o_captain: 'member',
      o_head: 'grid',
      o_leader: 'grid',
      o_group: 'branch',
      o_committee: 'branch',
      o_secretary: 'desk',
      o_inspector: 'desk',
      o_courier: 'courier',
      o_merchant: 'keeper',
      o_steward: 'keeper',
      o_instructor: 'instructor',
      o_administrator: 'other',
    };
    for (const [openid, body] of Object.entries(expected))
      expect([openid, (await home(openid)).body.for]).toEqual([openid, body]);
  });

  it('leads the administrator to the cards, and nobody there who gives out none', async () => {
    expect((await home('o_administrator')).body).toEqual({ for: 'other', shortcuts: ['cards'] });
    expect((await home('o_employer')).body).toEqual({ for: 'other', shortcuts: ['shared'] });
    expect(await cloud.callAs('o_administrator', 'card.list', {})).toMatchObject({ ok: true });
  });
});
