import type { Transfer } from '../../branch/transfer';
import type { Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { Activity } from '../activity';
import type { Attendance } from '../attendance';

/** `member`: of the branch on the day; `moved`: of another one by then; `gone`: of none any more. */
export type Membership = 'member' | 'moved' | 'gone';

type Meeting = Pick<Activity, 'branchId' | 'startsAt'>;
type Known = Pick<Person, 'communityId' | 'branchId' | 'kinds' | 'leftAt' | 'memberships'>;

/**
 * What somebody was to a meeting's branch when it began: who left or moved afterwards was expected there, who did so
 * before was not. Pure.
 * @param departures their transfers out of any branch, in any order
 */
export function membershipAt(
  { branchId, startsAt }: Meeting,
  person: Known | undefined,
  departures: readonly Pick<Transfer, 'from' | 'decided'>[],
): Membership {
  if (!person) return 'gone';
  const { leftAt, kinds, memberships = [] } = person;
  const endedLater = memberships.some((one) => one.branchId === branchId && !one.memberClass && one.at > startsAt);
  const isMember = kinds.includes('branchMember') || endedLater;
  if (leftAt ? leftAt <= startsAt : !isMember) return 'gone';
  if (branchOfPerson(person) === branchId) return 'member';
  const movedLater = departures.some(
    ({ from, decided }) => from.branchId === branchId && decided?.agreed === true && decided.at > startsAt,
  );
  return movedLater ? 'member' : 'moved';
}

/**
 * The class in which somebody was when a meeting began: that of now, unless it was changed since; then the one before,
 * as the history of their membership or the plan has it. Pure.
 * @param planned the class with which they were invited
 */
export function classAt(
  { startsAt }: Pick<Activity, 'startsAt'>,
  { memberClass, memberships = [] }: Pick<Person, 'memberClass' | 'memberships'>,
  planned: Attendance['memberClass'],
): Attendance['memberClass'] {
  if (!memberships.some(({ at }) => at > startsAt)) return memberClass ?? null;
  const before = memberships.filter(({ at }) => at <= startsAt).at(-1);
  return before ? before.memberClass : planned;
}
