import { bookkeeperHats } from '../../../miniprogram/contracts/hat';
import { branchOfLogin, type SignedIn } from '../access/caller';
import { deliver, deliverMissing } from '../message/notify';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages } from '../message/outgoing';
import { readHolders } from '../passbook/disputes/holders';
import { branches } from '../branch/branch';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import type { Activity } from './activity';
import { attendanceId, attendances, type Attendance, type Mark } from './attendance';
import { isCalled, readClash } from './read-clash';
import { firstWalkIn } from './roll';
import { marksFrom } from './rules/times';

/**
 * Somebody of another branch came: a line of their own stands behind the roll, and earns in their own book once their
 * branch agrees, which is told. Who joined this branch after it invited needs nobody's word. Four reads, two writes; to
 * notify, one read, one write.
 */
export async function walkIn(context: Context, caller: SignedIn, activity: Activity): Promise<Result<Attendance>> {
  const { database, clock } = context;
  const { personId, name, memberClass = null } = caller.login;
  const branchId = branchOfLogin(caller.login);
  const isGuest = branchId !== activity.branchId;
  const [clash, branch, keepers] = await Promise.all([
    readClash(context, activity, [{ personId, state: 'present' }], isCalled),
    isGuest ? database.get(branches, branchId) : undefined,
    isGuest ? readHolders(database, branchId, bookkeeperHats) : [],
  ]);
  if (clash !== undefined) return refuse('ALREADY_PRESENT', 'activityId');
  const at = clock.now();
  const mark: Mark = { personId, name, hat: caller.hat.hat, at, way: 'code' };
  const _id = attendanceId(activity._id, personId);
  const content = { kind: 'walk-in-asked', title: activity.title, name } as const;
  const told = keepers.filter((one) => one !== personId);
  const messages = told.length > 0 ? outgoingMessages(`${_id}:asked`, at, [{ personIds: told, content }]) : [];
  const guest = { branchId, branchName: branch?.name ?? '', state: 'asked', decided: null } as const;
  const line: Attendance = {
    ...{ _id, communityId: activity.communityId, activityId: activity._id, startKey: activity.startKey },
    order: firstWalkIn + Math.max(0, Math.round((at.getTime() - marksFrom(activity).getTime()) / 1_000)),
    ...{ personId, name, memberClass, role: null, state: 'present', call: activity.call, mark },
    ...(isGuest && { walkIn: guest }),
    ...addToOutbox({}, messages),
  };
  if (await database.insert(attendances, line)) {
    await deliver(context, messages);
    return done(line);
  }
  const known = await database.get(attendances, _id);
  if (!known) return refuse('BUSY');
  await deliverMissing(context, known.outbox ?? []);
  return done(known);
}
