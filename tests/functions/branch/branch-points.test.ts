import { expirePoints } from '../../../cloudfunctions/core/passbook/jobs/expire-points';
import type { Expiry } from '../../../cloudfunctions/core/passbook/expiry/expiry';
import { policyOfBranch } from '../../../cloudfunctions/core/policy/branch-points';
import { defaultPolicy } from '../../../cloudfunctions/core/policy/policy';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { BranchPoints } from '../../../miniprogram/contracts/branch-points';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { bookOf, loadBooks } from '../../support/books';
import { couriersBranch, loadCommunity } from '../../support/community';
import { postingOf } from '../passbook/sample-books';

jest.setTimeout(120_000);

const branchId = couriersBranch._id;
const own: BranchPoints = {
  ...{ contestDays: 3, grantCap: 5, pairCap: 2, organizationMonths: 0, organizationCarryOver: 99_999 },
  ...{ serviceMonths: 12, serviceCarryOver: 99_999 },
};
let cloud: ApiCloud;
beforeAll(async () => {
  const at = new Date('2025-12-10T02:00:00Z');
  const line = (personId: string) => ({ ...postingOf(personId, '某'), postingKey: `order:${personId}:award`, at });
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        const couriers = { branchId, branchName: couriersBranch.name };
        loadBooks(database, [bookOf([line('p_young')]), bookOf([{ ...line('p_courier'), ...couriers }])]);
      },
      personas: () => [],
    },
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  const member = { kinds: ['branchMember'], branchId, branchName: couriersBranch.name, memberClass: 'committee' };
  for (const [personId, hat] of [
    ['p_courier', 'secretary'],
    ['p_merchant', 'committee'],
  ] as const) {
    await cloud.change('people', personId, member);
    const post = { branchId, personId, hat, holds: true, requestId: newRequest() };
    await cloud.getAs('o_administrator', 'branch.setPost', post);
  }
  await cloud.control('/local/clock', { advanceMs: 15 * 60_000 });
  for (const [openid, hat] of [
    ['o_courier', 'secretary'],
    ['o_merchant', 'committee'],
  ] as const)
    await cloud.getAs(openid, 'person.switchHat', { hat: `${hat}@${branchId}`, requestId: newRequest() });
});
afterAll(() => cloud.close());

const save = (openid: string, points: BranchPoints | null, requestId = newRequest()) =>
  cloud.tryAs(openid, 'branch.savePolicy', { points, requestId });
const mineOf = async (openid: string) =>
  (await cloud.getAs(openid, 'branch.list', {})).branches.find(({ mine }) => mine);
const capOf = async (openid: string) => (await cloud.getAs(openid, 'passbook.listGrants', { state: 'open' })).room.cap;
async function meeting(openid: string): Promise<Activity> {
  const startsAt = '2026-11-28T09:00:00+08:00';
  const plan = { title: '学条例', kind: 'party-day', startsAt, placeName: '驿站', requestId: newRequest() } as const;
  return cloud.storedOne<Activity>('activities', (await cloud.getAs(openid, 'activity.create', plan)).activityId);
}

test('a branch begins with what its community decided, and reads how far each setting goes', async () => {
  const view = await mineOf('o_courier');
  expect(view).toMatchObject({ ownPoints: false, points: { contestDays: 30, grantCap: 20 }, pointChanges: [] });
  expect(view?.pointRanges?.grantCap).toEqual({ min: 0, max: 1_000 });
  expect(await save('o_merchant', own)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await save('o_courier', { ...own, grantCap: -1 })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'points.grantCap',
  });
});

test("what it decides holds for its own books and meetings, and for no other branch's", async () => {
  const requestId = newRequest();
  const saved = await save('o_courier', own, requestId);
  expect(saved).toMatchObject({ ok: true, data: { ownPoints: true, points: own } });
  expect(await save('o_courier', own, requestId)).toMatchObject({ ok: true, data: { ownPoints: true, points: own } });
  expect([await capOf('o_courier'), await capOf('o_secretary')]).toEqual([5, 20]);
  expect([(await meeting('o_courier')).pairCap, (await meeting('o_secretary')).pairCap]).toEqual([2, 90]);
  const grant = {
    ...{ kind: 'grant', personId: 'p_merchant', unit: 'organization', points: 6, reason: '抗洪那几天守了三夜大坝' },
    requestId: newRequest(),
  } as const;
  expect(await cloud.tryAs('o_courier', 'passbook.proposeGrant', grant)).toMatchObject({ code: 'GRANT_CAP_REACHED' });
  const less = { ...grant, points: 5, requestId: newRequest() };
  expect(await cloud.tryAs('o_courier', 'passbook.proposeGrant', less)).toMatchObject({ ok: true });
});

test('each value that was changed is told, by whom and when, to that branch alone', async () => {
  const { pointChanges = [] } = (await mineOf('o_courier')) ?? {};
  expect(pointChanges).toHaveLength(7);
  expect(pointChanges).toContainEqual(expect.objectContaining({ setting: 'grantCap', to: 5, name: '薛飞' }));
  await save('o_courier', { ...own, grantCap: 7 });
  expect((await mineOf('o_courier'))?.pointChanges?.[0]).toMatchObject({ setting: 'grantCap', from: 5, to: 7 });
  expect((await mineOf('o_secretary'))?.pointChanges).toEqual([]);
  const { branches } = await cloud.getAs('o_secretary', 'branch.list', {});
  expect(branches.find((one) => one.branchId === branchId)).not.toHaveProperty('pointChanges');
  expect((await cloud.getAs('o_secretary', 'policy.get', {})).changes).toEqual([]);
});

test('points run out by the policy of the branch that keeps the book', async () => {
  const now = new Date('2026-12-05T02:30:00+08:00');
  const services = { ...(await cloud.services()), clock: { now: () => now } };
  await expirePoints.run(services, undefined, new Date(now.getTime() + 60_000));
  expect(cloud.stored<Expiry>('expiries').map(({ bookId }) => bookId)).toEqual(['p_courier:service']);
});

test("the community's hold again once the branch decides nothing", async () => {
  expect(await save('o_courier', null)).toMatchObject({
    ok: true,
    data: { ownPoints: false, points: { grantCap: 20 } },
  });
  expect(await capOf('o_courier')).toBe(20);
  expect(cloud.storedOne<Community>('communities', 'qinghe').branchPoints).toEqual([]);
  const { pointChanges = [] } = (await mineOf('o_courier')) ?? {};
  expect(pointChanges[0]).not.toHaveProperty('to');
});

test("what no branch decides stays the community's: the points of courtyard heads, and standards of attendance", () => {
  const expiry = { months: 6, carryOver: 10 };
  const passbook = { contestDays: 30, expiry: { organization: expiry, service: expiry, courtyard: expiry } };
  const policy = { ...defaultPolicy, passbook };
  const decided = { policy, branchPoints: [{ branchId, ...own }] };
  expect(policyOfBranch(decided, 'branch:qinghe')).toBe(policy);
  expect(policyOfBranch(decided, branchId)).toMatchObject({
    order: policy.order,
    activity: { pairCap: 2 },
    passbook: { contestDays: 3, grantCap: 5, expiry: { courtyard: expiry, service: { months: 12 } } },
  });
});
