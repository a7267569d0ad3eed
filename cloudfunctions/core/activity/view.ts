import type { ActivitySummary, ActivityView } from '../../../miniprogram/contracts/activity';
import { limits } from '../../../miniprogram/contracts/limits';
import { scopeOf } from '../access/permissions';
import type { SignedIn } from '../access/caller';
import type { Activity, Attendance } from './activity';
import { activitySignFault, isEnteredLate } from './rules/signature';

export function summaryOf(activity: Activity, readerId: string): ActivitySummary {
  const { _id, title, kind, startsAt, placeName, state, people, history } = activity;
  const mine = people.find(({ personId }) => personId === readerId)?.state;
  const count = (state: Attendance['state']) => people.filter((one) => one.state === state).length;
  return {
    activityId: _id,
    title,
    kind,
    startsAt: startsAt.toISOString(),
    placeName,
    state,
    expected: people.length,
    present: history?.present ?? count('present'),
    excused: count('excused'),
    ...(mine && { mine }),
    ...(history && { history: history.present === undefined ? ('uncounted' as const) : ('counted' as const) }),
  };
}

/** Nobody can have missed what has not begun: before this nothing is posted. */
export function hasStarted({ startsAt }: Pick<Activity, 'startsAt'>, now: Date): boolean {
  return startsAt.getTime() <= now.getTime();
}

/**
 * Who keeps the activity sees everybody; a member sees their own line, and who organised and guided. No list shames
 * anybody (S3-10).
 */
export function viewOf(activity: Activity, caller: SignedIn, now: Date): ActivityView {
  const { hat, login } = caller;
  const keeps = scopeOf(hat.hat, 'activity.mark') !== 'none' || scopeOf(hat.hat, 'passbook.list') !== 'none';
  const isOpen = activity.state === 'open';
  const people = keeps
    ? activity.people
    : activity.people.filter(({ personId, role }) => personId === login.personId || role !== null);
  return {
    ...summaryOf(activity, login.personId),
    people: people
      .slice(0, limits.activityPeople)
      .map((one) => attendanceView(one, keeps || one.personId === login.personId)),
    version: activity.version,
    earns: activity.rules.length > 0,
    mayMark: isOpen && scopeOf(hat.hat, 'activity.mark') !== 'none',
    mayClose: isOpen && hasStarted(activity, now) && scopeOf(hat.hat, 'activity.close') !== 'none',
    ...signingView(activity, caller, keeps),
  };
}

/** Whose word it has, whose it waits for, and whether the reader may give it. */
function signingView(activity: Activity, { hat, login }: SignedIn, keeps: boolean) {
  const { state, closing, signature, returned } = activity;
  const signs = scopeOf(hat.hat, 'activity.sign') !== 'none';
  return {
    enteredLate: activity.history === undefined && isEnteredLate(activity),
    ...(keeps && closing && { closedByName: closing.name }),
    ...(keeps && signature && { signedByName: signature.name }),
    ...(keeps && returned && { returned: { byName: returned.name, reason: returned.reason } }),
    maySign: signs && activitySignFault(activity, login.personId) === null,
    mayReturn: signs && state === 'signing',
  };
}

function attendanceView(
  { personId, name, state, role, points }: Attendance,
  withPoints: boolean,
): ActivityView['people'][number] {
  return { personId, name, state, ...(role && { role }), ...(withPoints && points !== null && { points }) };
}
