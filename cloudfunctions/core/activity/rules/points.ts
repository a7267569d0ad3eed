import type { EntryCause } from '../../../../miniprogram/contracts/passbook';
import type { RightCause } from '../../../../miniprogram/contracts/right-cause';
import type { AttendanceRule } from './attendance-rules';
import type { BranchPosting } from '../../passbook/post-together';
import { effectiveAtOf } from '../../passbook/rules/effective';
import type { Activity } from '../activity';
import type { Attendance } from '../attendance';
import { isInCalling } from './roll';

/**
 * What closing gives or takes for one person; null where nothing is posted: excused, or a class that is never deducted.
 */
export function pointsFor(
  person: Pick<Attendance, 'memberClass' | 'state' | 'role'>,
  rules: readonly AttendanceRule[],
): { readonly points: number; readonly cause: EntryCause; readonly rule: AttendanceRule } | null {
  const rule = rules.find((one) => one.memberClass === person.memberClass);
  if (!rule || person.state === 'excused') return null;
  const due = person.state === 'present' ? gain(person, rule) : { points: rule.absent, cause: 'absent' as const };
  return due.points === 0 ? null : { ...due, rule };
}

function gain(
  person: Pick<Attendance, 'role'>,
  rule: AttendanceRule,
): { readonly points: number; readonly cause: EntryCause } {
  if (person.role === 'organiser') return { points: rule.organised, cause: 'organised' };
  if (person.role === 'guide') return { points: rule.guided, cause: 'guided' };
  return { points: rule.present, cause: 'attended' };
}

/** What a rule moves for what somebody did at an activity. */
export function pointsOfCause(rule: AttendanceRule, cause: RightCause): number {
  const { present: attended, absent, organised, guided } = rule;
  return { attended, absent, organised, guided }[cause];
}

/** What of somebody's line points follow from. */
type Attending = Pick<Attendance, 'personId' | 'name' | 'memberClass' | 'state' | 'role' | 'walkIn' | 'call'>;

/** What the line of one person in a signed activity says; null where nothing is posted, or was not yet. */
export function postedPoints(activity: Pick<Activity, 'state' | 'rules' | 'call'>, person: Attending): number | null {
  return activity.state === 'closed' && isInCalling(activity, person) && earnsAsGuest(person)
    ? (pointsFor(person, activity.rules)?.points ?? null)
    : null;
}

/** Who is of another branch earns once it agreed, and for being there alone: nobody expected them. */
function earnsAsGuest({ walkIn, state }: Pick<Attendance, 'walkIn' | 'state'>): boolean {
  return walkIn === undefined || (walkIn.state === 'agreed' && state === 'present');
}

function branchEarnedIn(
  { branchId, branchName }: Pick<Activity, 'branchId' | 'branchName'>,
  { walkIn }: Pick<Attendance, 'walkIn'>,
): Pick<Activity, 'branchId' | 'branchName'> {
  return walkIn ? { branchId: walkIn.branchId, branchName: walkIn.branchName } : { branchId, branchName };
}

/**
 * When a line is recorded: with the closing; of a guest whose branch agreed later, at its word, so that what was shown
 * of a day before that holds.
 */
function recordedAt({ walkIn }: Pick<Attendance, 'walkIn'>, closedAt: Date): Date {
  const agreedAt = walkIn?.decided?.at;
  return agreedAt && agreedAt > closedAt ? agreedAt : closedAt;
}

/** The posting for one person of a closed activity; its key makes a repeat harmless (S3-04). */
export function attendancePosting(activity: Activity, person: Attending, closedAt: Date): BranchPosting | null {
  const due = pointsFor(person, activity.rules);
  if (!due || !isInCalling(activity, person) || !earnsAsGuest(person)) return null;
  const at = recordedAt(person, closedAt);
  return {
    postingKey: `activity:${activity._id}:${person.personId}`,
    communityId: activity.communityId,
    unit: 'organization',
    personId: person.personId,
    name: person.name,
    memberClass: person.memberClass,
    ...branchEarnedIn(activity, person),
    at,
    effectiveAt: effectiveAtOf(activity.startsAt, at),
    cause: due.cause,
    title: activity.title,
    titleBy: null,
    points: due.points,
    countDelta: person.state === 'present' ? 1 : 0,
    rule: { id: due.rule.ruleId, version: due.rule.version },
    sourceId: activity._id,
    reversal: null,
  };
}
