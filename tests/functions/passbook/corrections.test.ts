import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { firstUnsourced } from '../../../cloudfunctions/core/reconciliation/sources';
import type { Input } from '../../../miniprogram/contracts/api';
import type { RightCause } from '../../../miniprogram/contracts/right-cause';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const activityRef = (activityId: string) => ({
  activityId,
  version: cloud.storedOne<Activity>('activities', activityId).version,
  requestId: newRequest(),
});
let meetings = 0;
/** A meeting that is closed and signed, at which nobody was: of one somebody said so. */
async function missedMeeting(): Promise<string> {
  meetings += 1;
  const startsAt = `2026-11-0${String(meetings)}T09:00:00+08:00`;
  const plan = {
    title: '主题党日',
    kind: 'party-day',
    placeName: '活动室',
    startsAt,
    requestId: newRequest(),
  } as const;
  const { activityId } = await cloud.getAs('o_secretary', 'activity.create', plan);
  const marks = [{ personId: 'p_group', state: 'absent' as const }];
  await cloud.getAs('o_group', 'activity.mark', { activityId, marks, requestId: newRequest() });
  await cloud.getAs('o_group', 'activity.close', activityRef(activityId));
  await cloud.getAs('o_committee', 'activity.sign', { ...activityRef(activityId), agree: true });
  return activityId;
}
const lineOf = (activityId: string, personId = 'p_leader') => `activity:${activityId}:${personId}`;
const entry = (id: string) => cloud.storedOne<Entry>('entries', id);
const head = () => cloud.storedOne<Passbook>('passbooks', 'p_leader:organization');
const propose = (entryId: string, right: RightCause, requestId = newRequest()) =>
  cloud.callAs('o_secretary', 'passbook.proposeReversal', { entryId, reason: '签到册漏了', right, requestId });
const sign = (entryId: string, requestId = newRequest()) =>
  cloud.callAs('o_committee', 'passbook.signReversal', { reversalId: `reversal:${entryId}`, agree: true, requestId });

test('S3-04 a line is put right in one act of two people: the undo, and behind it what should have been', async () => {
  const absent = lineOf(await missedMeeting());
  const before = head();
  const { rules } = cloud.storedOne<Activity>('activities', entry(absent).sourceId);
  const rule = rules.find(({ memberClass }) => memberClass === entry(absent).memberClass)!;
  expect(entry(absent)).toMatchObject({ cause: 'absent', points: rule.absent });
  expect(await propose(absent, 'attended')).toMatchObject({
    ok: true,
    data: { state: 'proposed', right: { cause: 'attended', points: rule.present } },
  });
  expect(head()).toEqual(before);
  const requestId = newRequest();
  expect(await sign(absent, requestId)).toMatchObject({ ok: true, data: { state: 'signed' } });
  const { reads, writes, refusals } = await cloud.lastCall();
  expect([reads, writes, refusals]).toEqual([13, 9, []]);
  const [undo, right] = [entry(`reversal:${absent}`), entry(`correction:${absent}`)];
  expect([undo.points, right.points]).toEqual([-rule.absent, rule.present]);
  expect(right).toMatchObject({ cause: 'correction', sequence: undo.sequence + 1, countDelta: 1, title: '主题党日' });
  expect(right.rule).toEqual({ id: rule.ruleId, version: rule.version });
  expect(right.reversal).toMatchObject({
    ofEntryId: absent,
    reason: '签到册漏了',
    byId: 'p_secretary',
    secondId: 'p_committee',
  });
  const { balance, count, countThisYear, sequence } = head();
  expect([balance, count, countThisYear, sequence]).toEqual([
    before.balance - rule.absent + rule.present,
    before.count + 1,
    before.countThisYear + 1,
    before.sequence + 2,
  ]);
  const book: Input<'passbook.verify'> = { unit: 'organization', personId: 'p_leader' };
  expect(await cloud.getAs('o_secretary', 'passbook.verify', book)).toMatchObject({ state: 'sound' });
  expect(await sign(absent, requestId)).toMatchObject({ ok: true, data: { state: 'signed' } });
  expect(head().sequence).toBe(before.sequence + 2);
  const { database } = await cloud.services();
  expect(await firstUnsourced(database, [undo, right])).toBeUndefined();
  expect(await firstUnsourced(database, [{ ...right, points: right.points + 1 }])).toMatchObject({ _id: right._id });
});

test('what was put right is undone like any line, and put right once', async () => {
  const absent = lineOf(await missedMeeting());
  await propose(absent, 'attended');
  await sign(absent);
  expect(await propose(absent, 'guided')).toMatchObject({ ok: false, code: 'ALREADY_REVERSED', field: 'entryId' });
  const corrected = `correction:${absent}`;
  // what stands there by now is no correction
  expect(await propose(corrected, 'attended')).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'right' });
  const proposal = { entryId: corrected, reason: '原来没错', requestId: newRequest() };
  expect(await cloud.callAs('o_secretary', 'passbook.proposeReversal', proposal)).toMatchObject({ ok: true });
  expect(await sign(corrected)).toMatchObject({ ok: true });
  expect(entry(`reversal:${corrected}`)).toMatchObject({ points: -entry(corrected).points, countDelta: -1 });
});

test('nothing stands in for the same cause, for what is no activity’s, or for what a class never loses', async () => {
  const activityId = await missedMeeting();
  expect(await propose(lineOf(activityId), 'absent')).toMatchObject({ code: 'INVALID_INPUT', field: 'right' });
  const rules = cloud.storedOne<Activity>('activities', activityId).rules.map((rule) => ({ ...rule, absent: 0 }));
  await cloud.change('activities', activityId, { rules });
  await cloud.change('entries', lineOf(activityId), { cause: 'attended' });
  expect(await propose(lineOf(activityId), 'absent')).toMatchObject({ code: 'INVALID_INPUT', field: 'right' });
  await cloud.change('entries', lineOf(activityId), { cause: 'order' });
  expect(await propose(lineOf(activityId), 'attended')).toMatchObject({ code: 'INVALID_INPUT', field: 'right' });
});

test('a wrong correction is put right in its turn', async () => {
  const absent = lineOf(await missedMeeting());
  await propose(absent, 'attended');
  await sign(absent);
  const before = head();
  const corrected = `correction:${absent}`;
  expect(await propose(corrected, 'guided')).toMatchObject({ ok: true });
  expect(await sign(corrected)).toMatchObject({ ok: true });
  const right = entry(`correction:${corrected}`);
  expect(right).toMatchObject({ cause: 'correction', sequence: before.sequence + 2, countDelta: 1 });
  expect(head().balance).toBe(before.balance - entry(corrected).points + right.points);
  const { database } = await cloud.services();
  expect(await firstUnsourced(database, [entry(`reversal:${corrected}`), right])).toBeUndefined();
});

test('who was there and not ticked, where no line stands, gets theirs by two people, once', async () => {
  const activityId = await missedMeeting();
  const missing = lineOf(activityId, 'p_special');
  expect(cloud.stored<Entry>('entries').some(({ _id }) => _id === missing)).toBe(false);
  expect(await propose(missing, 'absent')).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'right' });
  expect(await propose(lineOf(activityId, 'p_resident'), 'attended')).toMatchObject({ ok: false });
  const requestId = newRequest();
  const proposed = { state: 'proposed', missing: true, points: 0, right: { cause: 'attended' } };
  expect(await propose(missing, 'attended', requestId)).toMatchObject({ ok: true, data: proposed });
  expect(await propose(missing, 'attended', requestId)).toMatchObject({ ok: true, data: proposed });
  expect(await propose(missing, 'attended')).toMatchObject({ code: 'ALREADY_PROPOSED' });
  const alone = { reversalId: `reversal:${missing}`, agree: true, requestId: newRequest() };
  expect(await cloud.callAs('o_secretary', 'passbook.signReversal', alone)).toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  const signing = newRequest();
  expect(await sign(missing, signing)).toMatchObject({ ok: true, data: { state: 'signed' } });
  expect(await sign(missing, signing)).toMatchObject({ ok: true });
  const line = entry(`correction:${missing}`);
  const { startsAt } = cloud.storedOne<Activity>('activities', activityId);
  expect(line).toMatchObject({
    cause: 'correction',
    points: 3,
    countDelta: 1,
    title: '主题党日',
    effectiveAt: startsAt,
  });
  expect(line.reversal).toMatchObject({ ofSequence: 0, byId: 'p_secretary', secondId: 'p_committee' });
  expect(await propose(missing, 'attended')).toMatchObject({ code: 'ALREADY_REVERSED' });
  const { database } = await cloud.services();
  expect(await firstUnsourced(database, [line])).toBeUndefined();
  const book: Input<'passbook.verify'> = { unit: 'organization', personId: 'p_special' };
  expect(await cloud.getAs('o_secretary', 'passbook.verify', book)).toMatchObject({ state: 'sound' });
  expect(await propose(`correction:${missing}`, 'attended')).toMatchObject({ code: 'INVALID_INPUT', field: 'right' });
  expect(await propose(`correction:${missing}`, 'organised')).toMatchObject({ ok: true });
});
