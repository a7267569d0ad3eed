import { limits } from '../../../../miniprogram/contracts/limits';
import { branchStaffHats } from '../../../../miniprogram/contracts/hat';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../../message/outgoing';
import { readHolders } from '../../passbook/disputes/holders';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import type { Activity } from '../activity';
import { attendances, type Attendance, type Leave } from '../attendance';
import { findCalled } from '../roll';
import { askLeaveFault } from '../rules/leave';
import { keepsRoll, viewOf } from '../view';
import { openRoll } from '../write-marks';

/**
 * A member asks not to be expected, for a reason that the branch alone reads; whoever planned the activity is told, or,
 * where that is the member, whoever else keeps it, which takes one read more.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const askLeave = signedInEndpoint({
  name: 'activity.askLeave',
  input: object({ activityId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { activityId, reason }) {
    const found = await findCalled(context, caller, activityId, keepsRoll(caller));
    if (!found.ok) return found;
    const { activity } = found.data;
    const own = found.data.roll.find(({ personId }) => personId === caller.login.personId);
    const asked = await ask(context, caller, activity, { own, reason });
    if (!asked.ok) return asked;
    const roll = found.data.roll.map((one) => (one._id === asked.data._id ? asked.data : one));
    return done(viewOf({ ...found.data, roll }, caller, context.clock.now()));
  },
});

async function ask(
  context: Context,
  caller: SignedIn,
  activity: Activity,
  { own: seen, reason }: { readonly own: Attendance | undefined; readonly reason: string },
): Promise<Result<Attendance>> {
  if (seen?.leave?.request.requestKey === context.request.requestKey) {
    await deliverMissing(context, seen.outbox ?? []);
    return done(seen);
  }
  const fault = askLeaveFault(activity, seen);
  if (fault || !seen) return refuse(fault ?? 'NOT_INVITED', 'activityId');
  const refused = await checkTexts(context, { reason });
  if (refused) return refused;
  const [own = seen] = await openRoll(context.database, activity, [seen]);
  const { personId, name } = caller.login;
  const asked = { personId, name, hat: caller.hat.hat, at: context.clock.now() };
  const leave: Leave = { reason, state: 'asked', asked, decided: null, request: context.request };
  const messages = await newsOf(context, activity, own, leave);
  const set = { leave, ...addToOutbox(own, messages) };
  const where = { _id: own._id, state: 'expected', call: activity.call };
  if ((await context.database.updateWhere(attendances, where, { set })) === 0) return refuse('BUSY');
  await deliver(context, messages);
  return done({ ...own, ...set });
}

async function newsOf(
  { database }: Context,
  { createdBy, branchId, title, startsAt }: Activity,
  own: Attendance,
  { asked, request }: Leave,
): Promise<readonly OutgoingMessage[]> {
  const isOwn = createdBy.personId === own.personId;
  const keepers = isOwn ? await readHolders(database, branchId, branchStaffHats) : [createdBy.personId];
  const personIds = keepers.filter((personId) => personId !== own.personId);
  const content = { kind: 'leave-asked', title, name: own.name, until: startsAt } as const;
  return outgoingMessages(`leave:${own._id}:${request.requestKey}`, asked.at, [{ personIds, content }]);
}
