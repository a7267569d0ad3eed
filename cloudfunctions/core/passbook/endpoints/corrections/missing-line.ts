import type { RightCause } from '../../../../../miniprogram/contracts/right-cause';
import { activities, type Activity } from '../../../activity/activity';
import { attendanceId, attendances } from '../../../activity/attendance';
import { classAt } from '../../../activity/rules/membership';
import { pointsOfCause } from '../../../activity/rules/points';
import { people } from '../../../person/person';
import { branchOfPerson } from '../../../place/branch';
import type { Transaction } from '../../../platform/database';
import { done, refuse, type Result } from '../../../platform/result';
import type { RightEntry } from '../../entry';
import { bookIdOf, passbooks } from '../../passbook';
import type { CorrectedLine } from '../../rules/ledger';

/** The line that an activity never wrote, what should stand there, and the branch that keeps the book. */
export interface MissingLine {
  readonly line: CorrectedLine;
  readonly right: RightEntry;
  readonly branchId: string;
}

/** Of which activity and person a line would be; undefined for any other line's id. */
function partsOf(entryId: string): { readonly activityId: string; readonly personId: string } | undefined {
  const [, activityId, personId] = /^activity:([^:]+):([^:]+)$/.exec(entryId) ?? [];
  return activityId !== undefined && personId !== undefined ? { activityId, personId } : undefined;
}

/**
 * A line that does not stand in a member's book, where a signed activity gave and took nothing: they were there and not
 * ticked, or were noted as having leave. It counts under the activity's rules, for the class of its day. Who walked in
 * and waits for their branch's word has that way first. Four reads.
 */
export async function readMissingLine(
  transaction: Transaction,
  entryId: string,
  cause: RightCause,
): Promise<Result<MissingLine>> {
  const parts = partsOf(entryId);
  if (!parts) return refuse('NOT_FOUND', 'entryId');
  const { activityId, personId } = parts;
  const activity = await transaction.get(activities, activityId);
  const person = await transaction.get(people, personId);
  if (!activity || person?.communityId !== activity.communityId) return refuse('NOT_FOUND', 'entryId');
  const own = await transaction.get(attendances, attendanceId(activityId, personId));
  if (activity.state !== 'closed' || activity.unfinished || own?.walkIn?.state === 'asked')
    return refuse('ROLL_OPEN', 'entryId');
  const memberClass = own ? own.memberClass : classAt(activity, person, null);
  const right = rightOf(activity, memberClass, cause);
  if (!right) return refuse('INVALID_INPUT', 'right');
  const book = await transaction.get(passbooks, bookIdOf(personId, 'organization'));
  const branchId = book?.branchId ?? branchOfPerson(person);
  const isHere = branchId === activity.branchId;
  const branchName = isHere ? activity.branchName : (book?.branchName ?? person.branchName ?? '');
  const { communityId, startsAt, title } = activity;
  const line: CorrectedLine = {
    ...{ _id: entryId, communityId, bookId: bookIdOf(personId, 'organization'), unit: 'organization', personId },
    ...{ name: person.name, memberClass, branchId, branchName, at: startsAt, effectiveAt: startsAt, title },
    ...{ titleBy: null, cause, points: 0, balance: book?.balance ?? 0, sequence: 0 },
  };
  return done({ line, right, branchId });
}

/** What the activity's rules give for it; undefined where that moves nothing. */
export function rightOf(
  { rules }: Pick<Activity, 'rules'>,
  memberClass: CorrectedLine['memberClass'],
  cause: RightCause,
): RightEntry | undefined {
  const rule = rules.find((one) => one.memberClass === memberClass);
  const points = rule && pointsOfCause(rule, cause);
  return rule && points ? { cause, points, rule: { id: rule.ruleId, version: rule.version } } : undefined;
}
