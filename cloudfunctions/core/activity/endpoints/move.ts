import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import { id, instant, line, object, optional, requestId, version } from '../../platform/validation';
import type { Activity } from '../activity';
import { finishedRoll } from '../finish';
import { moveRoll } from '../move-roll';
import { activityNews } from '../news';
import { findCalled, type Called } from '../roll';
import { movingFault, rollFault } from '../rules/roll';
import { isPlannable } from '../rules/times';
import { afterLostRace, replaceActivity, requestLimit } from '../store';
import { viewOf } from '../view';

/**
 * Puts an activity to another time that is to come, or to another place too. Leave stays; everybody is told. Where
 * somebody was marked as there, it took place and is not moved.
 * Cost: 2 reads, 4 writes; to notify, 1 read, 1 write.
 */
export const moveActivity = signedInEndpoint({
  name: 'activity.move',
  input: object({
    activityId: id,
    version,
    startsAt: instant,
    placeName: optional(line(limits.activityPlace)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await findCalled(context, caller, input.activityId);
    if (!found.ok) return found;
    const called = await finishedRoll(context, found.data);
    const { activity: before } = called;
    const { personId, name } = caller.login;
    const moved =
      replayOf(before.requests, context.request, () => before) ??
      (await faultOf(context, called, input)) ??
      (await move(context, called, {
        ...before,
        ...movedTo(before, input),
        moved: { personId, name, at: context.clock.now(), from: before.startsAt },
        ...withAct(before, context, caller, 'activity.move'),
      }));
    if (!moved.ok) return moved;
    if (moved.data === before) await deliverMissing(context, before.outbox ?? []);
    if (moved.data.unfinished?.work === 'moving') await moveRoll(context, moved.data);
    return done(viewOf({ ...called, activity: moved.data }, caller, context.clock.now()));
  },
});

interface Wanted {
  readonly version: number;
  readonly startsAt: string;
  readonly placeName?: string | undefined;
}

async function faultOf(context: Context, { activity, roll }: Called, wanted: Wanted): Promise<Refusal | undefined> {
  const fault = rollFault(activity) ?? movingFault(roll);
  if (fault) return refuse(fault, 'activityId');
  if (activity.version !== wanted.version) return refuse('STALE_VERSION', 'version');
  const startsAt = new Date(wanted.startsAt);
  const now = context.clock.now();
  if (startsAt <= now || !isPlannable(startsAt, now)) return refuse('INVALID_INPUT', 'startsAt');
  return checkTexts(context, { placeName: wanted.placeName });
}

function movedTo({ _id, placeName }: Activity, wanted: Wanted): Pick<Activity, 'startsAt' | 'startKey' | 'placeName'> {
  const startsAt = new Date(wanted.startsAt);
  return { startsAt, startKey: timeKey(startsAt, _id), placeName: wanted.placeName ?? placeName };
}

async function move(
  context: Context,
  { activity: before, roll }: Called,
  moved: Activity & { readonly moved: NonNullable<Activity['moved']> },
): Promise<Result<Activity>> {
  const personIds = roll.map(({ personId }) => personId);
  const messages = activityNews(moved, 'meeting-moved', personIds, moved.moved);
  const after: Activity = {
    ...moved,
    unfinished: { work: 'moving', since: moved.moved.at },
    requests: [...before.requests, context.request].slice(-requestLimit),
    ...addToOutbox(before, messages),
  };
  if (!(await replaceActivity(context, before, after))) return afterLostRace(context, before._id);
  await deliver(context, messages);
  return done({ ...after, version: before.version + 1 });
}
