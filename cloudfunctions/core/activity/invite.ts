import { limits } from '../../../miniprogram/contracts/limits';
import { readBranchMembers } from '../person/branch-members';
import type { Person } from '../person/person';
import { marksOf, namesakesOf } from '../person/rules/namesakes';
import type { Services } from '../platform/context';
import type { Database } from '../platform/database';
import { insertMissing } from '../platform/insert-missing';
import { activities, type Activity, type Leaders } from './activity';
import { attendanceId, attendances, type Attendance } from './attendance';

/** The members of a branch, at most a page more than an activity holds. One read for 99 of them. */
export function readMembers(database: Database, branchId: string): Promise<readonly Person[]> {
  return readBranchMembers(database, branchId, limits.activityPeople);
}

/** Everybody who is expected, with those who lead first; who shares a name is told apart by what is known that day. */
export function rollOf(activity: Activity, members: readonly Person[]): readonly Attendance[] {
  const { _id: activityId, communityId, startKey, leaders, call } = activity;
  const leads = ({ _id }: Person) => (roleOf(_id, leaders) === null ? 1 : 0);
  const sorted = [...members].sort((one, other) => leads(one) - leads(other));
  const repeated = namesakesOf(members.map(({ _id: personId, name }) => ({ personId, name })));
  return sorted.map(({ _id: personId, name, memberClass = null, ...person }, order): Attendance => ({
    _id: attendanceId(activityId, personId),
    communityId,
    activityId,
    startKey,
    order,
    personId,
    name,
    ...(repeated.has(personId) && { apart: marksOf(person) }),
    memberClass,
    role: roleOf(personId, leaders),
    state: 'expected',
    call,
    mark: null,
  }));
}

function roleOf(personId: string, { organiserId, guideId }: Leaders): Attendance['role'] {
  return personId === organiserId ? 'organiser' : personId === guideId ? 'guide' : null;
}

/**
 * Puts everybody who is expected into the roll, and says that it is whole; repeated, it adds who is missing. One write
 * for 99 people, and one more.
 */
export async function invite(
  { database }: Pick<Services, 'database'>,
  activity: Activity,
  members: readonly Person[],
): Promise<void> {
  await insertMissing(database, attendances, rollOf(activity, members));
  const where = { _id: activity._id, 'unfinished.work': 'inviting' };
  await database.updateWhere(activities, where, { unset: ['unfinished'] });
}
