import { bookkeeperHats } from '../../../miniprogram/contracts/hat';
import { deliver, deliverMissing } from '../message/notify';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages } from '../message/outgoing';
import { readHolders } from '../passbook/disputes/holders';
import { branches } from '../branch/branch';
import type { Person } from '../person/person';
import type { NameApart } from '../../../miniprogram/contracts/name-apart';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import { activities, type Activity } from './activity';
import { attendanceId, attendances, type Attendance, type Mark } from './attendance';
import { isCalled, readClash } from './read-clash';
import { firstWalkIn } from './roll';
import { marksFrom } from './rules/times';

/** Who came, as their branch keeps them. */
export interface Guest {
  readonly personId: string;
  readonly name: string;
  /** What tells them from others of their name. */
  readonly apart: NameApart;
  readonly memberClass: Person['memberClass'] | null;
  readonly branchId: string;
  /** Where they stand in the roll, behind all who were invited. */
  readonly order: number;
}

/** Behind whoever signed in earlier, by seconds. */
export function arrivalOrder(activity: Activity, at: Date): number {
  return firstWalkIn + Math.max(0, Math.round((at.getTime() - marksFrom(activity).getTime()) / 1_000));
}

/**
 * Somebody of another branch came: a line of their own stands behind the roll, and earns in their own book once their
 * branch agrees, which is told. Who joined this branch after it invited needs nobody's word. Five reads, two writes; to
 * notify, one read, one write.
 */
export async function walkIn(
  context: Context,
  activity: Activity,
  { personId, name, apart, memberClass, branchId, order }: Guest,
  mark: Mark,
): Promise<Result<Attendance>> {
  const { database } = context;
  const { at } = mark;
  const isGuest = branchId !== activity.branchId;
  const [clash, branch, keepers] = await Promise.all([
    readClash(context, activity, [{ personId, state: 'present' }], isCalled),
    isGuest ? database.get(branches, branchId) : undefined,
    isGuest ? readHolders(database, branchId, bookkeeperHats) : [],
  ]);
  if (clash !== undefined) return refuse('ALREADY_PRESENT', 'activityId');
  const _id = attendanceId(activity._id, personId);
  const content = { kind: 'walk-in-asked', title: activity.title, name } as const;
  const told = keepers.filter((one) => one !== personId);
  const messages = told.length > 0 ? outgoingMessages(`${_id}:asked`, at, [{ personIds: told, content }]) : [];
  const guest = { branchId, branchName: branch?.name ?? '', state: 'asked', decided: null } as const;
  const line: Attendance = {
    ...{ _id, communityId: activity.communityId, activityId: activity._id, startKey: activity.startKey },
    ...{ order, personId, name, apart, memberClass: memberClass ?? null, role: null },
    ...{ state: 'present', call: activity.call, mark },
    ...(isGuest && { walkIn: guest }),
    ...addToOutbox({}, messages),
  };
  if (await database.insert(attendances, line)) {
    if (!(await isStillCalled(context, activity, line))) return refuse('ACTIVITY_CLOSED', 'activityId');
    await deliver(context, messages);
    return done(line);
  }
  const known = await database.get(attendances, _id);
  if (!known) return refuse('BUSY');
  await deliverMissing(context, known.outbox ?? []);
  return done(known);
}

/**
 * Whether the line came before the roll was fixed: what was written behind that is taken out again. A closing that
 * begins after this looked lifts the line with all others. One read.
 */
async function isStillCalled(
  { database }: Pick<Context, 'database'>,
  { _id: activityId }: Activity,
  { _id, call }: Attendance,
): Promise<boolean> {
  const now = await database.get(activities, activityId);
  if (now?.state === 'open') return true;
  return (await database.removeWhere(attendances, { _id, call })) === 0;
}
