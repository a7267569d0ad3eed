import { buildLogin } from '../../../cloudfunctions/core/access/build-login';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Attendance } from '../../../cloudfunctions/core/activity/attendance';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { firstUnsourced } from '../../../cloudfunctions/core/reconciliation/sources';
import { signCode, signWindowAt, signWindowMs } from '../../../miniprogram/contracts/sign-code';
import { stampForms } from '../../../local/demo/forms';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { communities, couriersBranch } from '../../support/community';

jest.setTimeout(300_000);

let cloud: ApiCloud;
/** With the seven of the sample community 300. */
const crowd = 293;
const known = ['committee', 'group', 'leader', 'secretary', 'senior', 'special', 'young'];
const everybody = crowd + known.length;
const startsAt = new Date('2026-11-23T19:00:00+08:00');
/** A quarter of an hour before it starts. */
const now = new Date(startsAt.getTime() - 15 * 60_000);

function member(index: number, more: Partial<Person> = {}): Person {
  return {
    ...{ _id: `p_crowd${index}`, communityId: 'qinghe', name: `党员${index}`, phone: `1650000${1000 + index}` },
    ...{ phoneSource: 'wechat', phoneOwner: 'self', kinds: ['branchMember'], memberClass: 'senior' },
    ...{ branchId: 'branch:qinghe', skills: [], free: [], atWork: [], reachable: true },
    ...more,
  };
}
const guest = member(900, {
  ...{ name: '外卖小哥', branchId: couriersBranch._id, branchName: couriersBranch.name },
});
const second = member(901, { ...guest, _id: 'p_crowd901', name: '快递小哥', phone: '16500001901' });
const openidOf = ({ _id }: Person) => _id.replace('p_', 'o_');

beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock(now.toISOString());
  const people = [...Array.from({ length: crowd }, (_, index) => member(index)), guest, second];
  const [community] = communities;
  const logins = people.map((person) =>
    buildLogin({ openid: openidOf(person), person, posts: [], community: community! }),
  );
  cloud.database.load('people', stampForms('people', people));
  cloud.database.load('logins', stampForms('logins', logins));
  await cloud.change('people', 'p_courier', { kinds: ['branchMember'], branchId: couriersBranch._id });
  await cloud.getAs('o_administrator', 'branch.setPost', {
    ...{ branchId: couriersBranch._id, personId: 'p_courier', hat: 'secretary', holds: true, requestId: newRequest() },
  });
  await cloud.control('/local/clock', { advanceMs: 15 * 60_000 });
  await cloud.setClock(now.toISOString());
  await cloud.getAs('o_courier', 'person.switchHat', {
    ...{ hat: `secretary@${couriersBranch._id}`, requestId: newRequest() },
  });
});
afterAll(() => cloud.close());
const at = (ms: number) => cloud.setClock(new Date(ms).toISOString());

async function plan(title: string, start = startsAt): Promise<string> {
  const input = { title, kind: 'meeting', startsAt: start.toISOString(), placeName: '活动室' } as const;
  return (await cloud.getAs('o_secretary', 'activity.create', { ...input, requestId: newRequest() })).activityId;
}
const open = (activityId: string) =>
  cloud.tryAs('o_secretary', 'activity.openCode', { activityId, requestId: newRequest() });
const secretOf = async (activityId: string) =>
  (await cloud.getAs('o_secretary', 'activity.openCode', { activityId, requestId: newRequest() })).secret;
const scan = (secret: string, activityId: string, timeMs: number) => {
  const window = signWindowAt(timeMs);
  return { activityId, window, code: signCode(secret, activityId, window), requestId: newRequest() };
};
const signIn = (openid: string, input: object) =>
  cloud.tryAs(openid, 'activity.signIn', { ...input, requestId: newRequest() });

let meeting: string;
let secret: string;

describe('signing in by the code on the host’s phone', () => {
  test('is off until the branch decides on it; the roll by hand is enough', async () => {
    meeting = await plan('支部党员大会');
    expect(await open(meeting)).toMatchObject({ ok: false, code: 'CODE_OFF' });
    const decided = await cloud.getAs('o_secretary', 'branch.savePolicy', {
      signInByCode: true,
      requestId: newRequest(),
    });
    expect(decided).toMatchObject({ branchId: 'branch:qinghe', signInByCode: true });
    secret = await secretOf(meeting);
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 2 });
    expect([secret, await secretOf(meeting)]).toEqual([expect.stringMatching(/^[\da-f]{16}$/), secret]);
    const view = await cloud.getAs('o_secretary', 'activity.get', { activityId: meeting });
    expect(JSON.stringify(view)).not.toContain(secret);
    expect(
      await cloud.tryAs('o_young', 'activity.openCode', { activityId: meeting, requestId: newRequest() }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('takes the code of the moment, and that of a moment ago, and no older one', async () => {
    const start = signWindowAt(now.getTime()) * signWindowMs;
    const shown = scan(secret, meeting, start);
    await at(start + signWindowMs + 15_000);
    expect(await signIn('o_young', shown)).toMatchObject({ ok: false, code: 'SIGN_CODE_OVER', field: 'code' });
    await at(start + signWindowMs + 14_000);
    expect(await signIn('o_young', shown)).toMatchObject({ ok: true, data: { title: '支部党员大会' } });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 3 });
    const line = cloud.storedOne<Attendance>('attendances', `${meeting}:p_young`);
    expect([line.state, line.mark?.way, line.mark?.personId]).toEqual(['present', 'code', 'p_young']);
    expect(await signIn('o_young', shown)).toMatchObject({ ok: true });
  });

  test('signs into its own meeting alone, and nobody who is no member', async () => {
    const other = await plan('支委会', new Date(startsAt.getTime() + 4 * 3_600_000));
    const otherSecret = await secretOf(other);
    await at(now.getTime());
    const wrong = { ...scan(secret, meeting, now.getTime()), activityId: other };
    expect(await signIn('o_senior', wrong)).toMatchObject({ ok: false, code: 'SIGN_CODE_REFUSED' });
    expect(await signIn('o_senior', scan(otherSecret, other, now.getTime()))).toMatchObject({ code: 'MARK_TOO_EARLY' });
    expect(await signIn('o_resident', scan(secret, meeting, now.getTime()))).toMatchObject({ code: 'NOT_INVITED' });
    const forged = { ...scan(secret, meeting, now.getTime()), code: '0000000000000000' };
    expect(await signIn('o_senior', forged)).toMatchObject({ code: 'SIGN_CODE_REFUSED' });
    expect(await signIn('o_stranger', scan(secret, meeting, now.getTime()))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test(`${everybody} who scan within a minute all are there, each once, under conflicts too`, async () => {
    await cloud.control('/local/faults', { kind: 'conflict', times: 20 });
    await cloud.control('/local/faults', { kind: 'duplicate-delivery', match: 'activity.signIn', times: 10 });
    const everyone = [...known.map((name) => `o_${name}`), ...Array.from({ length: crowd }, (_, i) => `o_crowd${i}`)];
    let waiting: readonly string[] = everyone;
    // all at once; whom a busy machine let wait until the code was over scans the next one
    for (let scans = 0; waiting.length > 0 && scans < 30; scans += 1) {
      await at(now.getTime());
      const shown = scan(secret, meeting, now.getTime());
      const replies = await Promise.all(
        waiting.map(async (openid) => ({ openid, reply: await signIn(openid, shown) })),
      );
      waiting = replies.filter(({ reply }) => !reply.ok).map(({ openid }) => openid);
    }
    await cloud.control('/local/faults', undefined, 'DELETE');
    expect(waiting).toEqual([]);
    const lines = cloud.stored<Attendance>('attendances').filter(({ activityId }) => activityId === meeting);
    const present = lines.filter(({ state, mark }) => state === 'present' && mark?.way === 'code');
    expect([present.length, new Set(present.map(({ personId }) => personId)).size]).toEqual([everybody, everybody]);
    expect(lines.length).toBe(everybody);
  });
});

describe('whoever keeps the roll', () => {
  const third = member(902, { ...guest, _id: 'p_crowd902', name: '闪送小哥', phone: '16500001902' });
  const namesake = member(903, { ...third, _id: 'p_crowd903', phone: '16500001903' });
  const write = (input: object, openid = 'o_secretary') =>
    cloud.tryAs(openid, 'activity.addWalkIn', { activityId: meeting, requestId: newRequest(), ...input });

  test('sees that the branch has a code, where it has one', async () => {
    await at(now.getTime());
    const may = { signInByCode: true, mayShowCode: true, mayAddWalkIn: true };
    expect(await cloud.getAs('o_secretary', 'activity.get', { activityId: meeting })).toMatchObject(may);
    const mine = await cloud.getAs('o_young', 'activity.get', { activityId: meeting });
    expect([mine.signInByCode, mine.mayShowCode, mine.mayAddWalkIn]).toEqual([true, false, false]);
    expect((await cloud.getAs('o_young', 'activity.list', {})).signInByCode).toBe(true);
    await cloud.getAs('o_secretary', 'branch.savePolicy', { signInByCode: false, requestId: newRequest() });
    const off = await cloud.getAs('o_secretary', 'activity.get', { activityId: meeting });
    expect([off.signInByCode, off.mayShowCode, off.mayAddWalkIn]).toEqual([false, false, true]);
    expect((await cloud.getAs('o_young', 'activity.list', {})).signInByCode).toBe(false);
    await cloud.getAs('o_secretary', 'branch.savePolicy', { signInByCode: true, requestId: newRequest() });
  });

  test('writes in a guest by name, once, and their own branch is asked', async () => {
    cloud.database.load('people', stampForms('people', [third]));
    expect(await write({ name: '没有这个人' })).toMatchObject({ code: 'NOT_FOUND', field: 'name' });
    expect(await write({ name: third.name }, 'o_young')).toMatchObject({ code: 'FORBIDDEN' });
    const requestId = newRequest();
    const added = await write({ name: third.name, requestId });
    expect(await cloud.lastCall()).toMatchObject({ reads: 6, writes: 3 });
    const line = cloud.storedOne<Attendance>('attendances', `${meeting}:${third._id}`);
    expect([line.state, line.mark?.way, line.mark?.personId, line.walkIn?.state]).toEqual([
      ...['present', 'hand', 'p_secretary', 'asked'],
    ]);
    expect(added).toMatchObject({ ok: true, data: { expected: everybody } });
    expect(await write({ name: third.name, requestId })).toMatchObject({ ok: true });
    expect(cloud.stored<Attendance>('attendances').filter(({ personId }) => personId === third._id)).toHaveLength(1);
    expect((await cloud.getAs('o_courier', 'activity.listWalkIns', {})).walkIns.map(({ name }) => name)).toEqual([
      third.name,
    ]);
    await cloud.getAs('o_courier', 'activity.decideWalkIn', {
      ...{ activityId: meeting, personId: third._id, agree: false, requestId: newRequest() },
    });
  });

  test('tells namesakes apart by the end of their numbers, and marks who stands in the roll already', async () => {
    cloud.database.load('people', stampForms('people', [namesake]));
    expect(await write({ name: third.name })).toMatchObject({ code: 'INVALID_INPUT', field: 'phoneEnd' });
    expect(await write({ name: third.name, phoneEnd: '0000' })).toMatchObject({ code: 'NOT_FOUND', field: 'phoneEnd' });
    expect(await write({ name: third.name, phoneEnd: '1902' })).toMatchObject({ ok: true });
    expect(cloud.stored<Attendance>('attendances').filter(({ personId }) => personId === namesake._id)).toEqual([]);
    const later = await plan('晚上的党课', new Date(startsAt.getTime() + 2 * 3_600_000));
    expect(await write({ activityId: later, name: '党员7' })).toMatchObject({ code: 'MARK_TOO_EARLY' });
    await at(startsAt.getTime() + 1.25 * 3_600_000);
    expect(await write({ activityId: later, name: '党员7' })).toMatchObject({ ok: true });
    const line = cloud.storedOne<Attendance>('attendances', `${later}:p_crowd7`);
    expect([line.state, line.mark?.way, line.walkIn]).toEqual(['present', 'hand', undefined]);
    await at(now.getTime());
  });
});

describe('a walk-in of another branch', () => {
  const walk = async (person: Person, more: object = {}) => {
    await at(now.getTime());
    return signIn(openidOf(person), { ...scan(secret, meeting, now.getTime()), ...more });
  };

  test('is asked, and says so', async () => {
    expect(await walk(guest)).toMatchObject({ ok: false, code: 'OTHER_BRANCH_MEETING', field: 'activityId' });
    expect(await walk(guest, { walkIn: true })).toMatchObject({ ok: true, data: { walkIn: 'asked' } });
    expect(await walk(second, { walkIn: true })).toMatchObject({ ok: true, data: { walkIn: 'asked' } });
    const { people, expected } = await cloud.getAs('o_secretary', 'activity.get', { activityId: meeting });
    expect(expected).toBe(everybody);
    expect(people.filter(({ walkIn }) => walkIn?.state === 'asked').map(({ name, walkIn }) => [name, walkIn])).toEqual([
      ['外卖小哥', { branchName: '快递行业党支部', state: 'asked' }],
      ['快递小哥', { branchName: '快递行业党支部', state: 'asked' }],
    ]);
  });

  test('waits on the list of their own branch, and on no other', async () => {
    const { walkIns } = await cloud.getAs('o_courier', 'activity.listWalkIns', {});
    expect(walkIns.map(({ name, branchName, mayDecide }) => [name, branchName, mayDecide])).toEqual([
      ['外卖小哥', '清河社区党支部', true],
      ['快递小哥', '清河社区党支部', true],
    ]);
    expect(await cloud.getAs('o_secretary', 'activity.listWalkIns', {})).toEqual({ walkIns: [] });
    const decide = { activityId: meeting, personId: second._id, agree: true, requestId: newRequest() };
    expect(await cloud.tryAs('o_secretary', 'activity.decideWalkIn', decide)).toMatchObject({ code: 'NOT_FOUND' });
  });

  const linesOf = (personId: string) => cloud.stored<Entry>('entries').filter((entry) => entry.personId === personId);
  const decide = (personId: string, agree: boolean) =>
    cloud.getAs('o_courier', 'activity.decideWalkIn', {
      activityId: meeting,
      personId,
      agree,
      requestId: newRequest(),
    });
  const heard = async (openid: string) =>
    (await cloud.getAs(openid, 'message.list', {})).messages.map(({ kind }) => kind);

  test('who is refused earns nothing, and is told', async () => {
    expect(await decide(second._id, false)).toMatchObject({ state: 'refused', mayDecide: false });
    expect(await heard(openidOf(second))).toContain('walk-in-refused');
    expect(
      await cloud.tryAs('o_courier', 'activity.decideWalkIn', {
        ...{ activityId: meeting, personId: second._id, agree: true, requestId: newRequest() },
      }),
    ).toMatchObject({ code: 'ALREADY_SETTLED' });
  });

  test('who is agreed on after the roll was signed earns in their own book at once', async () => {
    await at(startsAt.getTime() + 3_600_000);
    const { version } = cloud.storedOne<Activity>('activities', meeting);
    const closed = await cloud.getAs('o_secretary', 'activity.close', {
      activityId: meeting,
      version,
      requestId: newRequest(),
    });
    expect([closed.expected, closed.present]).toEqual([everybody, everybody + 3]);
    await cloud.getAs('o_committee', 'activity.sign', {
      ...{ activityId: meeting, version: closed.version, agree: true, requestId: newRequest() },
    });
    for (let runs = 0; runs < 20 && cloud.storedOne<Activity>('activities', meeting).unfinished; runs += 1)
      await cloud.control('/local/clock', { advanceMs: 5 * 60_000 });
    expect([linesOf(guest._id), linesOf(second._id)]).toEqual([[], []]);
    const closedAt = cloud.storedOne<Activity>('activities', meeting).closedAt!;
    await cloud.control('/local/clock', { advanceMs: 26 * 3_600_000, timers: 'skip' });
    expect(await decide(guest._id, true)).toMatchObject({ state: 'agreed' });
    // recorded when it was said, so that what was shown of the day of the closing holds; effective on the meeting's day
    const line = linesOf(guest._id)[0]!;
    const agreedAt = cloud.storedOne<Attendance>('attendances', `${meeting}:${guest._id}`).walkIn?.decided?.at;
    expect(line).toMatchObject({ at: agreedAt, effectiveAt: startsAt, backdated: 'near' });
    expect(line.at.getTime() - closedAt.getTime()).toBeGreaterThan(86_400_000);
    const { database } = await cloud.services();
    expect(await firstUnsourced(database, [line])).toBeUndefined();
    expect(await firstUnsourced(database, [{ ...line, at: startsAt }])).toMatchObject({ _id: line._id });
    expect(linesOf(guest._id).map(({ points, branchId, from }) => [points, branchId, from])).toEqual([
      [3, couriersBranch._id, `issuer:${couriersBranch._id}`],
    ]);
    expect(await heard(openidOf(guest))).toEqual(expect.arrayContaining(['walk-in-agreed', 'points']));
    const book = { unit: 'organization', personId: guest._id } as const;
    expect(await cloud.getAs('o_courier', 'passbook.get', book)).toMatchObject({ balance: 3 });
    expect(await cloud.tryAs('o_secretary', 'passbook.get', book)).toMatchObject({ code: 'NOT_FOUND' });
    expect(linesOf(second._id)).toEqual([]);
    // each of the crowd got theirs once
    const posted = cloud.database.browse('entries', { limit: 1_000 }).length;
    expect(posted).toBe(everybody + 1);
  });
});
