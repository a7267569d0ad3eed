import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { activities, type Activity } from '../activity';
import { attendanceId, attendances, type Attendance, type WalkIn } from '../attendance';
import { postAttendance } from '../post-attendance';
import { walkInView } from '../walk-in-view';

/** A call answers within ten seconds; so long it posts. */
const postingMs = 4_000;

/**
 * Their own branch's word on a member who walked in elsewhere. Agreed, they earn in their own book as soon as the roll
 * is signed, or at once where it is; refused, they earn nothing. They are told either way. Nobody decides on
 * themselves.
 * Where the roll is signed already, its lines are gone through once more, which grows with them.
 * Cost: 3 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const decideWalkIn = signedInEndpoint({
  name: 'activity.decideWalkIn',
  input: object({ activityId: id, personId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { activityId, personId, agree }) {
    const [activity, seen] = await Promise.all([
      context.database.get(activities, activityId),
      context.database.get(attendances, attendanceId(activityId, personId)),
    ]);
    if (!activity || seen?.walkIn?.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'personId');
    const decided = await decide(context, caller, { activity, seen, walkIn: seen.walkIn, agree });
    if (!decided.ok) return decided;
    const posted = agree ? await postLate(context, activityId) : done(0);
    return posted.ok ? done(walkInView(activity, decided.data, caller)) : posted;
  },
});

interface Decision {
  readonly activity: Activity;
  readonly seen: Attendance;
  readonly walkIn: WalkIn;
  readonly agree: boolean;
}

async function decide(
  context: Context,
  { login, hat }: SignedIn,
  { activity, seen, walkIn, agree }: Decision,
): Promise<Result<Attendance>> {
  const state = agree ? 'agreed' : 'refused';
  if (walkIn.state === state && walkIn.decided?.personId === login.personId) {
    await deliverMissing(context, seen.outbox ?? []);
    return done(seen);
  }
  if (walkIn.state !== 'asked') return refuse('ALREADY_SETTLED', 'personId');
  if (seen.personId === login.personId) return refuse('SECOND_PERSON_NEEDED', 'personId');
  const { personId, name } = login;
  const decided = { personId, name, hat: hat.hat, at: context.clock.now() };
  const content = { kind: `walk-in-${state}`, title: activity.title, name } as const;
  const messages = outgoingMessages(`${seen._id}:decided`, decided.at, [{ personIds: [seen.personId], content }]);
  const set = { walkIn: { ...walkIn, state, decided } as const, ...addToOutbox(seen, messages) };
  // what is posted from here on is not missed by who compares books with rolls meanwhile
  if (agree) await markPosting(context, activity._id);
  const where = { _id: seen._id, 'walkIn.state': 'asked' };
  if ((await context.database.updateWhere(attendances, where, { set })) === 0)
    return afterLostRace(context, seen._id, { state, personId });
  await deliver(context, messages);
  return done({ ...seen, ...set });
}

/** Somebody decided in between: the same call that came twice, or somebody else. One read. */
async function afterLostRace(
  { database }: Context,
  _id: string,
  wanted: { readonly state: WalkIn['state']; readonly personId: string },
): Promise<Result<Attendance>> {
  const now = await database.get(attendances, _id);
  const isSame = now?.walkIn?.state === wanted.state && now.walkIn.decided?.personId === wanted.personId;
  return isSame ? done(now) : refuse('ALREADY_SETTLED', 'personId');
}

/** A roll that is signed and posted has something to be posted again. */
async function markPosting({ database, clock }: Context, _id: string): Promise<void> {
  const where = { _id, state: 'closed', unfinished: null };
  await database.updateWhere(activities, where, { set: { unfinished: { work: 'posting', since: clock.now() } } });
}

async function postLate(context: Context, activityId: string): Promise<Result<number>> {
  await markPosting(context, activityId);
  const activity = await context.database.get(activities, activityId);
  if (activity?.unfinished?.work !== 'posting') return done(0);
  return postAttendance(context, activity, new Date(context.clock.now().getTime() + postingMs));
}
