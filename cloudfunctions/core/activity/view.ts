import type { ActivitySummary, ActivityView } from '../../../miniprogram/contracts/activity';
import { apartBy, scopeOf } from '../access/permissions';
import type { SignedIn } from '../access/caller';
import { tellApart } from '../person/rules/namesakes';
import type { Activity } from './activity';
import { settledState, type Attendance, type Leave } from './attendance';
import { isRollFixed } from './read-clash';
import type { Called } from './roll';
import { askLeaveFault } from './rules/leave';
import { postedPoints } from './rules/points';
import { hasStarted, marksFrom, mayMarkAt } from './rules/times';
import { activitySignFault, isEnteredLate } from './rules/signature';

/** @param own the reader's own line, where they have one */
export function summaryOf(activity: Activity, own: Attendance | undefined): ActivitySummary {
  const { _id, title, kind, startsAt, placeName, state, counts, history } = activity;
  return {
    activityId: _id,
    title,
    kind,
    startsAt: startsAt.toISOString(),
    placeName,
    state,
    ...counts,
    ...(own && { mine: shownState(activity, own) }),
    ...(history && { history: history.present === undefined ? ('uncounted' as const) : ('counted' as const) }),
  };
}

/** Whom nobody marked was absent, once the roll is fixed. */
function shownState(activity: Activity, { state }: Attendance): Attendance['state'] {
  return isRollFixed(activity) ? settledState(state) : state;
}

/** Who keeps the roll of activities sees everybody's line. */
export function keepsRoll({ hat }: SignedIn): boolean {
  return scopeOf(hat.hat, 'activity.mark') !== 'none' || scopeOf(hat.hat, 'passbook.list') !== 'none';
}

/**
 * Who keeps the activity sees everybody; a member sees their own line, and who organised and guided. No list shames
 * anybody (S3-10).
 */
export function viewOf({ activity, signInByCode, roll }: Called, caller: SignedIn, now: Date): ActivityView {
  const { hat, login } = caller;
  const keeps = keepsRoll(caller);
  const corrects = scopeOf(hat.hat, 'passbook.proposeReversal') !== 'none';
  const isOpen = activity.state === 'open';
  const apart = tellApart(
    roll.map(({ personId, name, apart: marks }) => ({ personId, name, ...marks })),
    apartBy(hat.hat),
  );
  const isOwn = ({ personId }: Attendance) => personId === login.personId;
  return {
    ...summaryOf(activity, roll.find(isOwn)),
    people: roll
      .filter((one) => keeps || isOwn(one) || one.role !== null)
      .map((one) => ({
        ...attendanceView(activity, one, { isKeeper: keeps, isOwn: isOwn(one), corrects }),
        ...apart(one.personId),
      })),
    version: activity.version,
    earns: activity.rules.length > 0,
    marksFrom: marksFrom(activity).toISOString(),
    mayMark: isOpen && scopeOf(hat.hat, 'activity.mark') !== 'none',
    signInByCode,
    mayShowCode: isOpen && signInByCode && scopeOf(hat.hat, 'activity.openCode') !== 'none',
    mayAddWalkIn: isOpen && mayMarkAt(activity, now) && scopeOf(hat.hat, 'activity.addWalkIn') !== 'none',
    mayClose: isOpen && hasStarted(activity, now) && scopeOf(hat.hat, 'activity.close') !== 'none',
    ...planView(activity, caller, roll.find(isOwn)),
    ...(activity.unfinished?.work === 'posting' && { posting: true as const }),
    ...signingView(activity, caller, keeps),
  };
}

/** Whether the reader may ask for leave or change when it is, and what became of the plan. */
function planView(activity: Activity, { hat }: SignedIn, own: Attendance | undefined) {
  const { moved, calledOff } = activity;
  return {
    mayAskLeave: scopeOf(hat.hat, 'activity.askLeave') !== 'none' && askLeaveFault(activity, own) === null,
    mayMove: activity.state === 'open' && scopeOf(hat.hat, 'activity.move') !== 'none',
    ...(moved && { moved: { byName: moved.name, from: moved.from.toISOString() } }),
    ...(calledOff && { calledOff: { byName: calledOff.name, reason: calledOff.reason } }),
  };
}

/** Whose word it has, whose it waits for, and whether the reader may give it. */
function signingView(activity: Activity, { hat, login }: SignedIn, keeps: boolean) {
  const { state, closing, signature, returned } = activity;
  const signs = scopeOf(hat.hat, 'activity.sign') !== 'none';
  return {
    enteredLate: activity.history === undefined && isEnteredLate(activity),
    ...(closing && (keeps || state === 'closed') && { closedByName: closing.name }),
    ...(keeps && signature && { signedByName: signature.name }),
    ...(keeps && returned && { returned: { byName: returned.name, reason: returned.reason } }),
    maySign: signs && activitySignFault(activity, login.personId) === null,
    mayReturn: signs && state === 'signing',
  };
}

interface Reader {
  readonly isKeeper: boolean;
  readonly isOwn: boolean;
  /** They propose what is to be put right in books. */
  readonly corrects: boolean;
}

function attendanceView(
  activity: Activity,
  person: Attendance,
  { isKeeper, isOwn, corrects }: Reader,
): ActivityView['people'][number] {
  const { personId, name, role, mark, leave } = person;
  const points = isKeeper || isOwn ? postedPoints(activity, person) : null;
  return {
    personId,
    name,
    state: shownState(activity, person),
    ...(role && { role }),
    ...(person.walkIn && { walkIn: { branchName: person.walkIn.branchName, state: person.walkIn.state } }),
    ...(isRollFixed(activity) && person.state === 'expected' && { unmarked: true as const }),
    ...((isKeeper || isOwn) && leave && { leave: leaveView(leave) }),
    ...(isKeeper && mark && { markedBy: { name: mark.name, way: mark.way } }),
    ...(points !== null && { points }),
    ...(corrects && points === null && mayCorrect(activity, person) && { mayCorrect: true as const }),
  };
}

/** Whose own branch is this one, whose class has a standard: those of a guest are their branch's to put right. */
function mayCorrect({ state, rules, unfinished }: Activity, { walkIn, memberClass }: Attendance): boolean {
  const hasRule = rules.some((rule) => rule.memberClass === memberClass);
  return state === 'closed' && !unfinished && walkIn === undefined && hasRule;
}

function leaveView({ reason, state, decided }: Leave): NonNullable<ActivityView['people'][number]['leave']> {
  return { reason, state, ...(decided && { decidedBy: decided.name }) };
}
