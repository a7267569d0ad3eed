import { limits } from '../../../miniprogram/contracts/limits';
import type { Context } from '../platform/context';
import type { Question } from '../platform/database';
import { behindLine } from '../platform/page';
import { refuse, type Result } from '../platform/result';
import { branchOf, reachesBranch, type SignedIn } from '../access/caller';
import { activities, type Activity } from './activity';
import { branches, type Branch } from '../branch/branch';
import { attendanceId, attendances, type Attendance } from './attendance';

type WithDatabase = Pick<Context, 'database'>;

/** One query surely answers so many. */
const peopleAtOnce = 99;
/** Who walked in stands behind all who were invited. */
export const firstWalkIn = 1_000;

/** An activity with those of its people whom the reader may see. */
export interface Called {
  readonly activity: Activity;
  /** Its branch lets members sign in by the code on the host's phone. */
  readonly signInByCode: boolean;
  readonly roll: readonly Attendance[];
}

/** The whole roll, in parts that one query each answers: those who were invited, then those who walked in. */
function rollQuestions(activityId: string): readonly Question<Attendance>[] {
  const parts = Math.ceil(limits.activityPeople / peopleAtOnce);
  const bounds = Array.from({ length: parts }, (_, part) => ({
    gte: part * peopleAtOnce,
    lt: (part + 1) * peopleAtOnce,
  }));
  return [...bounds, { gte: firstWalkIn }].map((order) => ({
    of: attendances,
    where: { activityId, order },
    sort: { order: 'asc', _id: 'asc' },
    limit: peopleAtOnce,
  }));
}

/**
 * All of what the questions found, and of those who walked in the ones whom one query did not answer: many may have the
 * same place in the order. No read for 98 of them, one for each further 99.
 */
async function wholeRoll(
  { database }: WithDatabase,
  activityId: string,
  parts: readonly (readonly Attendance[])[],
): Promise<readonly Attendance[]> {
  const roll = parts.flat();
  let page = parts.at(-1) ?? [];
  for (let last = page.at(-1); last && page.length === peopleAtOnce; last = page.at(-1)) {
    const behind = behindLine({ activityId }, 'order', `${last.order}>${last._id}`, Number);
    page = await database.find(attendances, { ...behind, limit: peopleAtOnce });
    roll.push(...page);
  }
  return roll;
}

/** Everybody of an activity, in the order of the roll. One read, and one for each 99 who walked in. */
export async function readRoll(context: WithDatabase, activityId: string): Promise<readonly Attendance[]> {
  const parts = await context.database.findTogether(activities, rollQuestions(activityId));
  return wholeRoll(context, activityId, parts ?? []);
}

/** One person's line and those who lead. */
function ownQuestions(activityId: string, personId: string): readonly Question<Attendance>[] {
  return [
    { of: attendances, where: { activityId, order: { lt: 2 } }, sort: { order: 'asc' }, limit: 2 },
    { of: attendances, where: { _id: attendanceId(activityId, personId) }, limit: 1 },
  ];
}

/**
 * An activity of the caller's branch with its people; with `isWhole` false the caller's own line, and who leads. One
 * read.
 */
export async function findCalled(
  { database }: WithDatabase,
  caller: SignedIn,
  activityId: string,
  isWhole = true,
): Promise<Result<Called>> {
  const questions = isWhole ? rollQuestions(activityId) : ownQuestions(activityId, caller.login.personId);
  const one: Question<Activity> = { of: activities, where: { _id: activityId }, limit: 1 };
  const asked: readonly [Question<Activity>, Question<Branch>, ...Question<Attendance>[]] = [
    one,
    ownBranch(caller),
    ...questions,
  ];
  const [[activity] = [], [branch] = [], ...parts] = (await database.findTogether(activities, asked)) ?? [];
  if (!activity || !reachesBranch(caller, activity)) return refuse('NOT_FOUND', 'activityId');
  const roll = isWhole
    ? await wholeRoll({ database }, activityId, parts)
    : ownAndLeaders(parts.flat(), caller.login.personId);
  return { ok: true, data: { activity, signInByCode: takesCodes(branch, activity), roll } };
}

/** The branch for which the caller acts, asked for along with what belongs to it. */
export function ownBranch(caller: SignedIn): Question<Branch> {
  return { of: branches, where: { _id: branchOf(caller) }, limit: 1 };
}

function takesCodes(branch: Branch | undefined, { branchId }: Pick<Activity, 'branchId'>): boolean {
  return branch?._id === branchId && branch.signInByCode === true;
}

function ownAndLeaders(found: readonly Attendance[], personId: string): readonly Attendance[] {
  const shown = found.filter((one) => one.role !== null || one.personId === personId);
  return [...new Map(shown.map((one) => [one._id, one])).values()];
}

/** An activity that somebody signs in at, whichever branch of their community it is of, and their line. One read. */
export async function findForSignIn(
  { database }: WithDatabase,
  { login }: SignedIn,
  activityId: string,
): Promise<Result<{ readonly activity: Activity; readonly own: Attendance | undefined }>> {
  const one: Question<Activity> = { of: activities, where: { _id: activityId }, limit: 1 };
  const line = { of: attendances, where: { _id: attendanceId(activityId, login.personId) }, limit: 1 } as const;
  const [[activity] = [], [own] = []] = (await database.findTogether(activities, [one, line])) ?? [];
  if (activity?.communityId !== login.communityId) return refuse('NOT_FOUND', 'activityId');
  return { ok: true, data: { activity, own } };
}

/**
 * Lifts everybody to the calling that the activity is in, so that what was marked for an earlier one is not marked any
 * more; repeated, it changes nothing. One write.
 */
export async function liftRoll({ database }: WithDatabase, { _id, call }: Activity): Promise<number> {
  const where = { activityId: _id, call: { lt: call } };
  return database.updateWhere(attendances, where, { set: { call } });
}
