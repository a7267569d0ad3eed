import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import type { Activity } from '../activity';
import { attendances, type Attendance, type Leave } from '../attendance';
import { findCalled } from '../roll';
import { decideLeaveFault } from '../rules/leave';
import { viewOf } from '../view';

/**
 * The branch's answer to somebody's leave, which they are told: granted, they count as excused, else they are expected
 * as before. Nobody answers their own.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const decideLeave = signedInEndpoint({
  name: 'activity.decideLeave',
  input: object({ activityId: id, personId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { activityId, personId, agree }) {
    const found = await findCalled(context, caller, activityId);
    if (!found.ok) return found;
    const { activity, roll } = found.data;
    const asker = roll.find((one) => one.personId === personId);
    if (!asker) return refuse('NOT_FOUND', 'personId');
    const decided = await decide(context, caller, { activity, asker, agree });
    if (!decided.ok) return decided;
    const after = roll.map((one) => (one._id === decided.data._id ? decided.data : one));
    return done(viewOf({ ...found.data, roll: after }, caller, context.clock.now()));
  },
});

interface Decision {
  readonly activity: Activity;
  readonly asker: Attendance;
  readonly agree: boolean;
}

async function decide(
  context: Context,
  { hat, login }: SignedIn,
  { activity, asker, agree }: Decision,
): Promise<Result<Attendance>> {
  const state = agree ? 'granted' : 'declined';
  const { leave } = asker;
  const isDecided = ({ leave: one }: Attendance): boolean =>
    one?.state === state && one.decided?.personId === login.personId;
  if (isDecided(asker)) {
    await deliverMissing(context, asker.outbox ?? []);
    return done(asker);
  }
  const fault = decideLeaveFault(activity, asker, login.personId);
  if (fault || !leave) return refuse(fault ?? 'WRONG_STATUS', 'personId');
  const { personId, name } = login;
  const decided = { personId, name, hat: hat.hat, at: context.clock.now() };
  const after: Leave = { ...leave, state, decided };
  const content = { kind: `leave-${state}`, title: activity.title, name, until: activity.startsAt } as const;
  const source = `leave:${asker._id}:${leave.request.requestKey}:decided`;
  const messages = outgoingMessages(source, decided.at, [{ personIds: [asker.personId], content }]);
  const attendance = agree ? ('excused' as const) : ('expected' as const);
  const set = { leave: after, state: attendance, ...addToOutbox(asker, messages) };
  const where = { _id: asker._id, state: 'expected', 'leave.state': 'asked', call: activity.call };
  if ((await context.database.updateWhere(attendances, where, { set })) === 0) {
    // The same word, delivered twice at once, is one.
    const now = await context.database.get(attendances, asker._id);
    return now && isDecided(now) ? done(now) : refuse('STALE_VERSION');
  }
  await deliver(context, messages);
  return done({ ...asker, ...set });
}
