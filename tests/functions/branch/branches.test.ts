import type { Login } from '../../../cloudfunctions/core/access/login';
import { permissions, scopeOfHat } from '../../../cloudfunctions/core/access/permissions';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Transfer } from '../../../cloudfunctions/core/branch/transfer';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { signedInHats } from '../../../miniprogram/contracts/hat';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';
import { markPresent } from '../../support/roll';

jest.setTimeout(180_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  for (const [personId, hat] of [
    ['p_courier', 'secretary'],
    ['p_merchant', 'committee'],
  ] as const) {
    await cloud.change('people', personId, {
      ...{ kinds: ['branchMember'], branchId, branchName: couriersBranch.name, memberClass: 'committee' },
    });
    await cloud.getAs('o_administrator', 'branch.setPost', {
      branchId,
      personId,
      hat,
      holds: true,
      requestId: newRequest(),
    });
  }
  await settle();
  for (const [openid, hat] of [
    ['o_courier', 'secretary'],
    ['o_merchant', 'committee'],
  ] as const)
    await cloud.getAs(openid, 'person.switchHat', { hat: `${hat}@${branchId}`, requestId: newRequest() });
});
afterAll(() => cloud.close());

const branchId = couriersBranch._id;
const first = 'branch:qinghe';
/** Hats and other copies follow by the job. */
const settle = () => cloud.control('/local/clock', { advanceMs: 15 * 60_000 });
const codeOf = async (openid: string, name: EndpointName, input: object) => {
  const reply = await cloud.tryAs(openid, name, input);
  return reply.ok ? 'ok' : reply.code;
};

async function meeting(openid: string, title: string): Promise<string> {
  const startsAt = '2026-11-22T09:00:00+08:00';
  const plan = { title, kind: 'party-day', startsAt, placeName: '驿站', requestId: newRequest() } as const;
  return (await cloud.getAs(openid, 'activity.create', plan)).activityId;
}

async function closeAndSign(closer: string, signer: string, activityId: string): Promise<void> {
  const { version } = cloud.storedOne<Activity>('activities', activityId);
  const closed = await cloud.getAs(closer, 'activity.close', { activityId, version, requestId: newRequest() });
  await cloud.getAs(signer, 'activity.sign', {
    ...{ activityId, version: closed.version, agree: true, requestId: newRequest() },
  });
}

describe('a branch beside the community’s first', () => {
  test('is listed with who leads it, and its post is no post of the community', async () => {
    const { branches, mayCreate } = await cloud.getAs('o_administrator', 'branch.list', {});
    expect([branches.map(({ name, first: isFirst }) => [name, isFirst]), mayCreate]).toEqual([
      [
        ['清河社区党支部', true],
        ['快递行业党支部', false],
      ],
      true,
    ]);
    expect(branches[1]?.holders.map(({ name, hat }) => [name, hat])).toEqual([
      ['薛飞', 'secretary'],
      ['孟祥云', 'committee'],
    ]);
    const { branches: seen, mayCreate: creates } = await cloud.getAs('o_courier', 'branch.list', {});
    expect([seen.filter(({ mine }) => mine).map(({ name }) => name), creates]).toEqual([['快递行业党支部'], false]);
    const own = seen.find(({ mine }) => mine);
    expect(own?.standards?.map(({ memberClass, absent }) => [memberClass, absent])).toEqual([
      ['committee', -4],
      ['young', -3],
      ['senior', -1],
      ['special', 0],
    ]);
    expect([own?.maxPoints, seen.filter(({ standards }) => standards).length]).toEqual([100, 1]);
    const login = cloud.storedOne<Login>('logins', 'o_courier');
    expect(login.hats[0]).toMatchObject({ hat: 'secretary', branchId, path: branchId, placeName: '快递行业党支部' });
    // the community's secretary stays who it was
    const community = cloud.storedOne<{ _id: string; secretary: { personId: string } }>('communities', 'qinghe');
    expect(community.secretary.personId).toBe('p_secretary');
  });

  test('has a name of its own, once, and is made by whoever sets the community up', async () => {
    const create = (openid: string, name: string, requestId = newRequest()) =>
      cloud.tryAs(openid, 'branch.create', { name, kind: 'building', requestId });
    expect(await create('o_administrator', ' 快递 行业党支部')).toMatchObject({ code: 'BRANCH_KNOWN', field: 'name' });
    expect(await create('o_secretary', '清河社区 党支部')).toMatchObject({ code: 'BRANCH_KNOWN' });
    const requestId = newRequest();
    const made = await create('o_secretary', '楼宇党支部', requestId);
    expect([made, await create('o_secretary', '楼宇党支部', requestId)]).toEqual([made, made]);
    expect(await create('o_courier', '外卖党支部')).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is led by its own members alone', async () => {
    const post = { branchId, personId: 'p_young', hat: 'committee', holds: true } as const;
    expect(await codeOf('o_administrator', 'branch.setPost', { ...post, requestId: newRequest() })).toBe(
      'OTHER_BRANCH',
    );
    const own = { ...post, branchId: first };
    expect(await codeOf('o_administrator', 'branch.setPost', { ...own, requestId: newRequest() })).toBe('NOT_FOUND');
  });

  test('keeps activities of its own, under its own name', async () => {
    const [ours, theirs] = [await meeting('o_courier', '骑手学习会'), await meeting('o_secretary', '社区学习会')];
    const { branchId: kept, branchName } = cloud.storedOne<Activity>('activities', ours);
    expect([kept, branchName]).toEqual([branchId, '快递行业党支部']);
    const roll = async (openid: string, activityId: string) =>
      (await cloud.getAs(openid, 'activity.get', { activityId })).people.map(({ personId }) => personId).sort();
    expect(await roll('o_courier', ours)).toEqual(['p_courier', 'p_merchant']);
    expect(await roll('o_secretary', theirs)).not.toContain('p_courier');
    const listed = async (openid: string) =>
      (await cloud.getAs(openid, 'activity.list', {})).activities.map(({ title }) => title);
    expect([await listed('o_courier'), await listed('o_secretary'), await listed('o_young')]).toEqual([
      ['骑手学习会'],
      ['社区学习会'],
      ['社区学习会'],
    ]);
    const home = await cloud.getAs('o_courier', 'home.get', {});
    expect(JSON.stringify(home)).toContain('骑手学习会');
    expect(JSON.stringify(home)).not.toContain('社区学习会');
    expect((await listed('o_inspector')).sort()).toEqual(['社区学习会', '骑手学习会'].sort());
  });

  test('S3-01 S3-02 pays into its own books, which the other branch neither reads nor writes', async () => {
    const ours = cloud.stored<Activity>('activities').find(({ title }) => title === '骑手学习会')!._id;
    const theirs = cloud.stored<Activity>('activities').find(({ title }) => title === '社区学习会')!._id;
    await markPresent(cloud, 'o_courier', ours, 'p_merchant');
    await closeAndSign('o_courier', 'o_merchant', ours);
    await markPresent(cloud, 'o_secretary', theirs);
    await closeAndSign('o_secretary', 'o_committee', theirs);
    const line = cloud.storedOne<Entry>('entries', `activity:${ours}:p_merchant`);
    expect([line.branchId, line.branchName, line.from]).toEqual([branchId, '快递行业党支部', `issuer:${branchId}`]);
    const [owners, lines] = [
      { first: 'p_young', couriers: 'p_merchant' },
      { first: `activity:${theirs}:p_young`, couriers: line._id },
    ];
    const reason = '点名点错了人';
    const calls = (whose: 'first' | 'couriers', activityId: string): readonly [EndpointName, object][] => [
      ['passbook.get', { unit: 'organization', personId: owners[whose] }],
      ['passbook.slip', { unit: 'organization', personId: owners[whose], month: '2026-11' }],
      ['passbook.verify', { unit: 'organization', personId: owners[whose] }],
      ['passbook.uphold', { entryId: lines[whose], reason, requestId: newRequest() }],
      ['passbook.proposeReversal', { entryId: lines[whose], reason, requestId: newRequest() }],
      [
        'passbook.proposeGrant',
        {
          ...{ kind: 'grant', personId: owners[whose], unit: 'organization', points: 1 },
          ...{ reason: '抗洪那几天守了三夜大坝', requestId: newRequest() },
        },
      ],
      ['activity.get', { activityId }],
      [
        'activity.mark',
        { activityId, marks: [{ personId: owners[whose], state: 'present' }], requestId: newRequest() },
      ],
      ['activity.close', { activityId, version: 1, requestId: newRequest() }],
    ];
    for (const [name, input] of calls('couriers', ours))
      expect([name, await codeOf('o_secretary', name, input)]).toEqual([name, 'NOT_FOUND']);
    for (const [name, input] of calls('first', theirs))
      expect([name, await codeOf('o_courier', name, input)]).toEqual([name, 'NOT_FOUND']);
    const books = async (openid: string) =>
      (await cloud.getAs(openid, 'passbook.list', { unit: 'organization' })).people.map(({ personId }) => personId);
    expect((await books('o_courier')).sort()).toEqual(['p_courier', 'p_merchant']);
    expect(await books('o_secretary')).not.toContain('p_merchant');
    expect(await books('o_inspector')).toEqual(expect.arrayContaining(['p_merchant', 'p_young']));
    const audit = await cloud.getAs('o_courier', 'passbook.audit', { unit: 'organization' });
    expect(audit).toEqual({ books: 2, broken: [] });
    expect(
      await cloud.getAs('o_courier', 'passbook.get', { unit: 'organization', personId: 'p_merchant' }),
    ).toMatchObject({
      ...{ balance: 3, branchName: '快递行业党支部', mayGrant: true },
    });
  });

  test('answers objections and undoes lines by itself, and counts what waits apart', async () => {
    const ours = cloud.stored<Activity>('activities').find(({ title }) => title === '骑手学习会')!._id;
    const entryId = `activity:${ours}:p_courier`;
    await cloud.getAs('o_courier', 'passbook.contest', { entryId, words: '那天我请了假', requestId: newRequest() });
    expect((await cloud.getAs('o_merchant', 'passbook.listReversals', {})).reversals).toHaveLength(1);
    expect((await cloud.getAs('o_secretary', 'passbook.listReversals', {})).reversals).toEqual([]);
    expect(await cloud.getAs('o_merchant', 'home.get', {})).toMatchObject({ body: { waiting: { contests: 1 } } });
    const uphold = { entryId, reason: '没见请假条', requestId: newRequest() };
    expect(await codeOf('o_committee', 'passbook.uphold', uphold)).toBe('NOT_FOUND');
    await cloud.getAs('o_merchant', 'passbook.uphold', { ...uphold, requestId: newRequest() });
    expect(await cloud.getAs('o_merchant', 'home.get', {})).toMatchObject({ body: { waiting: { contests: 0 } } });
  });

  test('is anchored by itself every night, and its books hold against it', async () => {
    await cloud.setClock('2026-11-24T04:00:00+08:00');
    const anchors = cloud.stored<{ _id: string; communityId: string; changed: { bookId: string }[] }>('anchors');
    const booksOf = (keeperId: string) =>
      anchors
        .filter(({ communityId }) => communityId === keeperId)
        .flatMap(({ changed }) => changed.map(({ bookId }) => bookId));
    expect(booksOf(branchId).sort()).toEqual(['p_courier:organization', 'p_merchant:organization']);
    expect(booksOf('qinghe')).not.toContain('p_merchant:organization');
    const verify = { unit: 'organization', personId: 'p_merchant' } as const;
    expect(await cloud.getAs('o_courier', 'passbook.verify', verify)).toMatchObject({ state: 'sound' });
  });

  test('its posts reach nothing of the community but what everybody does', async () => {
    const open = (name: EndpointName) => signedInHats.every((hat) => permissions[name][hat] !== undefined);
    for (const name of Object.keys(permissions) as EndpointName[]) {
      const row = permissions[name];
      if (row.secretary === undefined || row.secretary === 'branch' || open(name)) continue;
      expect([name, scopeOfHat({ hat: 'secretary', branchId }, name)]).toEqual([name, 'none']);
    }
    expect(await codeOf('o_courier', 'order.getDesk', {})).toBe('FORBIDDEN');
    expect(await codeOf('o_courier', 'person.find', { words: '李' })).toBe('FORBIDDEN');
  });
});

describe('from one branch to another', () => {
  const propose = (openid: string, more: object = {}) =>
    cloud.tryAs(openid, 'branch.proposeTransfer', {
      ...{ personId: 'p_senior', toBranchId: branchId, reason: '到快递公司上班了', requestId: newRequest(), ...more },
    });

  test('takes a word of both, of two people, and neither of whoever goes', async () => {
    expect(await propose('o_courier')).toMatchObject({ code: 'NOT_FOUND', field: 'personId' });
    expect(await propose('o_secretary', { personId: 'p_committee' })).toMatchObject({ code: 'HOLDS_POST' });
    const asked = await propose('o_secretary');
    expect(asked).toMatchObject({ ok: true, data: { name: '安德海', mayDecide: false } });
    expect(await propose('o_committee')).toMatchObject({ code: 'ALREADY_PROPOSED' });
    const { transferId } = (asked as { data: { transferId: string } }).data;
    const decide = { transferId, agree: true };
    expect(await codeOf('o_committee', 'branch.decideTransfer', { ...decide, requestId: newRequest() })).toBe(
      'NOT_FOUND',
    );
    expect((await cloud.getAs('o_courier', 'branch.list', {})).transfers).toMatchObject([
      { transferId, mayDecide: true },
    ]);
    const requestId = newRequest();
    const agreed = { transferId, agreed: true };
    expect(await cloud.getAs('o_courier', 'branch.decideTransfer', { ...decide, requestId })).toEqual(agreed);
    expect(await cloud.getAs('o_courier', 'branch.decideTransfer', { ...decide, requestId })).toEqual(agreed);
    expect(await codeOf('o_merchant', 'branch.decideTransfer', { ...decide, requestId: newRequest() })).toBe(
      'ALREADY_SETTLED',
    );
  });

  test('keeps what was written, and has the new branch keep the book', async () => {
    const before = cloud.stored<Entry>('entries').filter(({ personId }) => personId === 'p_senior');
    expect(before.map((one) => [one.branchId, one.branchName])).toEqual([[first, '清河社区党支部']]);
    expect(cloud.storedOne<Person>('people', 'p_senior')).toMatchObject({ branchId, branchName: '快递行业党支部' });
    const head = cloud.storedOne<Passbook>('passbooks', 'p_senior:organization');
    expect([head.branchId, head.branchName]).toEqual([branchId, '快递行业党支部']);
    const book = { unit: 'organization', personId: 'p_senior' } as const;
    expect(await codeOf('o_secretary', 'passbook.get', book)).toBe('NOT_FOUND');
    expect(await cloud.getAs('o_courier', 'passbook.get', book)).toMatchObject({ balance: -1 });
    expect(await cloud.getAs('o_courier', 'passbook.verify', book)).toMatchObject({ state: 'sound' });
    const history = cloud
      .stored<Transfer>('transfers')
      .map(({ from, to, decided }) => [from.branchId, to.branchId, decided?.name]);
    expect(history).toEqual([[first, branchId, '薛飞']]);
  });

  test('their login follows, and so does the night’s anchor; the one before still holds', async () => {
    await cloud.setClock('2026-11-25T04:00:00+08:00');
    expect(cloud.storedOne<Login>('logins', 'o_senior').hats).toMatchObject([{ hat: 'member', branchId }]);
    expect(cloud.stored<{ why: string }>('alarms')).toEqual([]);
    const listed = (await cloud.getAs('o_senior', 'activity.list', {})).activities.map(({ title }) => title);
    expect(listed).toEqual(['骑手学习会']);
    expect(cloud.stored<Post>('posts').filter(({ branchId: of }) => of !== undefined)).toHaveLength(2);
  });
});
