import type { AuditLine } from '../../../cloudfunctions/core/person/audit';
import type { Login } from '../../../cloudfunctions/core/access/login';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());

const buildLogin = (openid: string) => cloud.storedOne<Login>('logins', openid);

describe('person.getSession', () => {
  it('counts the reveals of the caller’s phone number where it is asked to, in a second read', async () => {
    expect(await cloud.getAs('o_worker', 'person.getSession', { countReveals: true })).toMatchObject({
      revealCount: 0,
    });
    expect((await cloud.lastCall()).reads).toBe(2);
    expect(await cloud.getAs('o_worker', 'person.getSession', {})).not.toHaveProperty('revealCount');
    expect((await cloud.lastCall()).reads).toBe(1);
    expect(await cloud.getAs('o_nobody', 'person.getSession', { countReveals: true })).not.toHaveProperty(
      'revealCount',
    );
  });

  it('knows who calls by the openid of the cloud, with one read', async () => {
    expect(await cloud.getAs('o_worker', 'person.getSession', {})).toMatchObject({
      personId: 'p_worker',
      name: '赵慧敏',
      phone: '164 **** 0009',
      hat: 'gridWorker@qinghe_g1',
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 0, examined: 1, refusals: [] });
  });

  it('knows a visitor only as one', async () => {
    expect(await cloud.getAs('o_nobody', 'person.getSession', {})).toEqual({
      hats: [],
      hat: 'anonymous',
      elder: false,
      unread: 0,
    });
  });

  it('ignores an identity that the event claims', async () => {
    const forged = {
      name: 'person.getSession',
      input: {},
      openid: 'o_secretary',
      OPENID: 'o_secretary',
      userInfo: { openId: 'o_secretary' },
      hat: 'secretary@qinghe',
    };
    expect((await cloud.call('api', forged, 'o_resident')).body).toMatchObject({
      ok: true,
      data: { personId: 'p_resident', hat: 'resident@qinghe_g1_c1' },
    });
  });
});

describe('person.switchHat', () => {
  it('puts on a hat of one’s own, with one read and one write', async () => {
    const session = await cloud.getAs('o_head', 'person.switchHat', {
      hat: 'resident@qinghe_g1_c1',
      requestId: newRequest(),
    });
    expect(session.hat).toBe('resident@qinghe_g1_c1');
    expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 1 });
    expect(buildLogin('o_head').hatInUse).toBe('resident@qinghe_g1_c1');
    await cloud.getAs('o_head', 'person.switchHat', { hat: 'courtyardHead@qinghe_g1_c1', requestId: newRequest() });
  });

  it('X-01 decides what one may do', async () => {
    const issue = () =>
      cloud.callAs('o_worker', 'card.issue', { placeId: 'qinghe_g1_h1', size: 'normal', requestId: newRequest() });
    await cloud.getAs('o_worker', 'person.switchHat', { hat: 'resident@qinghe_g1_c2', requestId: newRequest() });
    expect(await issue()).toMatchObject({ code: 'FORBIDDEN' });
    await cloud.getAs('o_worker', 'person.switchHat', { hat: 'gridWorker@qinghe_g1', requestId: newRequest() });
    expect(await issue()).toMatchObject({ ok: true });
  });

  it.each(['secretary@qinghe', 'gridWorker@qinghe_g2', 'anonymous', '__proto__'])(
    'refuses the forged hat %s and writes nothing',
    async (hat) => {
      const before = buildLogin('o_worker');
      expect(await cloud.callAs('o_worker', 'person.switchHat', { hat, requestId: newRequest() })).toMatchObject({
        code: 'FORBIDDEN',
        field: 'hat',
      });
      expect(buildLogin('o_worker')).toEqual(before);
    },
  );

  it('repeated does not undo what came after it; with other input it is refused', async () => {
    const requestId = newRequest();
    await cloud.getAs('o_worker', 'person.switchHat', { hat: 'resident@qinghe_g1_c2', requestId });
    await cloud.getAs('o_worker', 'person.switchHat', { hat: 'gridWorker@qinghe_g1', requestId: newRequest() });
    expect(
      await cloud.getAs('o_worker', 'person.switchHat', { hat: 'resident@qinghe_g1_c2', requestId }),
    ).toMatchObject({
      hat: 'gridWorker@qinghe_g1',
    });
    expect(
      await cloud.callAs('o_worker', 'person.switchHat', { hat: 'gridWorker@qinghe_g1', requestId }),
    ).toMatchObject({
      code: 'REQUEST_REUSED',
      field: 'requestId',
    });
  });
});

describe('person.saveSettings', () => {
  it('keeps elder mode with the person', async () => {
    expect(
      await cloud.getAs('o_resident', 'person.saveSettings', { elder: true, requestId: newRequest() }),
    ).toMatchObject({
      elder: true,
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 1 });
    expect(await cloud.getAs('o_resident', 'person.getSession', {})).toMatchObject({ elder: true });
    expect(
      await cloud.callAs('o_nobody', 'person.saveSettings', { elder: true, requestId: newRequest() }),
    ).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  it('remembers a bounded number of requests', async () => {
    for (let count = 0; count < 20; count += 1)
      await cloud.getAs('o_resident', 'person.saveSettings', { elder: count % 2 === 0, requestId: newRequest() });
    expect(buildLogin('o_resident').recentRequests).toHaveLength(16);
  });
});

describe('person.listReveals', () => {
  it('shows the owner who looked at their number, newest first, a page at a time', async () => {
    const lines = Array.from({ length: 30 }, (_, index): AuditLine => {
      const at = new Date(Date.UTC(2026, 10, 1, 0, index));
      const owner = index % 5 === 4 ? 'p_neighbour' : 'p_resident';
      return {
        _id: `a${index}`,
        communityId: 'qinghe',
        kind: 'reveal',
        at,
        timeKey: `${at.toISOString()}:a${index}`,
        ownerId: owner,
        by: { personId: 'p_worker', name: '赵慧敏', hat: 'gridWorker' },
        orderId: `o${index}`,
        orderNumber: `2611-${String(index).padStart(6, '0')}`,
        request: { requestKey: 'x', inputHash: 'x' },
        slot: `a${index}`,
      };
    });
    cloud.database.load('audit', lines);
    const first = await cloud.getAs('o_resident', 'person.listReveals', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, examined: 1 + 21 });
    const second = await cloud.getAs('o_resident', 'person.listReveals', { cursor: first.next! });
    const numbers = [...first.reveals, ...second.reveals].map(({ orderNumber }) => Number(orderNumber?.slice(5)));
    expect(numbers).toEqual(lines.map((_, index) => 29 - index).filter((index) => index % 5 !== 4));
    expect(first.reveals[0]).toEqual({
      at: '2026-11-01T00:28:00.000Z',
      byName: '赵慧敏',
      hat: 'gridWorker',
      orderNumber: '2611-000028',
    });
    expect(await cloud.getAs('o_worker', 'person.listReveals', {})).toEqual({ reveals: [] });
    expect((await cloud.getAs('o_resident', 'person.getSession', { countReveals: true })).revealCount).toBe(21);
    expect((await cloud.getAs('o_neighbour', 'person.getSession', { countReveals: true })).revealCount).toBe(6);
  });
});
