import type { Transfer } from '../../branch/transfer';
import type { Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { Activity } from '../activity';

/** `member`: of the branch on the day; `moved`: of another one by then; `gone`: of none any more. */
export type Membership = 'member' | 'moved' | 'gone';

type Meeting = Pick<Activity, 'branchId' | 'startsAt'>;
type Known = Pick<Person, 'communityId' | 'branchId' | 'kinds' | 'leftAt'>;

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
  const { leftAt, kinds } = person;
  if (leftAt ? leftAt <= startsAt : !kinds.includes('branchMember')) return 'gone';
  if (branchOfPerson(person) === branchId) return 'member';
  const movedLater = departures.some(
    ({ from, decided }) => from.branchId === branchId && decided?.agreed === true && decided.at > startsAt,
  );
  return movedLater ? 'member' : 'moved';
}
