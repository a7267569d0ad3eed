import type { AttendanceState } from '../../../miniprogram/contracts/activity';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { branchWith } from '../../support/branch-members';

jest.setTimeout(120_000);

/** With the seven of the sample community. */
const more = 36;
let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'], demo: branchWith(more) });
});
afterAll(() => cloud.close());

/** The call, each read and write, a transaction's begin and end. */
async function billed(): Promise<number> {
  const { reads, writes, operations } = await cloud.lastCall();
  return 1 + reads + writes + operations.filter(({ action }) => /^(start|commit)Transaction$/.test(action)).length;
}

/** A meeting of all 43, of whom three were away without a word. @returns what its close and its signature cost */
async function meet(day: string): Promise<{ close: number; sign: number }> {
  await cloud.setClock(`${day}T08:00:00+08:00`);
  const { activityId, people } = await cloud.getAs('o_secretary', 'activity.create', {
    title: '支部大会',
    kind: 'meeting',
    startsAt: `${day}T09:00:00+08:00`,
    placeName: '礼堂',
    requestId: newRequest(),
  });
  expect(people).toHaveLength(43);
  await cloud.setClock(`${day}T11:00:00+08:00`);
  const absent = people.filter(({ personId }) => personId.startsWith('p_branch')).slice(0, 3);
  const stateOf = (personId: string): AttendanceState =>
    absent.some((one) => one.personId === personId) ? 'absent' : 'present';
  const marks = people.map(({ personId }) => ({ personId, was: 'expected' as const, state: stateOf(personId) }));
  const marked = await cloud.getAs('o_secretary', 'activity.mark', { activityId, marks, requestId: newRequest() });
  const closed = await cloud.getAs('o_group', 'activity.close', {
    activityId,
    version: marked.version,
    requestId: newRequest(),
  });
  const close = await billed();
  await cloud.getAs('o_committee', 'activity.sign', {
    activityId,
    version: closed.version,
    agree: true,
    requestId: newRequest(),
  });
  return { close, sign: await billed() };
}

test('S2-21 a meeting of 43 is signed in 109 billed calls, of which 43 are lines and 43 heads of books', async () => {
  // the first lines of a book bring its salts
  await meet('2026-11-16');
  const { close, sign } = await meet('2026-11-23');
  expect({ close, sign }).toEqual({ close: 13, sign: 109 });
});
