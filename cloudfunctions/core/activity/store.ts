import type { Prefetch } from '../platform/prefetch';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { refuse, type Result } from '../platform/result';
import { reachesBranch, type SignedIn } from '../access/caller';
import { activities, type Activity } from './activity';

/** Longest name of a meeting place. */

/** Writes that an activity remembers. */
export const requestLimit = 10;

/** The activity that a call names is read side by side with the login. */
export function prefetchActivity({ activityId }: { readonly activityId: string }): Prefetch {
  return { from: activities, id: activityId };
}

export async function findActivity(
  { database }: Pick<Context, 'database'>,
  caller: SignedIn,
  activityId: string,
): Promise<Result<Activity>> {
  const activity = await database.get(activities, activityId);
  return activity && reachesBranch(caller, activity) ? { ok: true, data: activity } : refuse('NOT_FOUND', 'activityId');
}

/**
 * The answer of a write that somebody was faster than: what was written, where it was the same call, delivered twice.
 * One read.
 */
export async function afterLostRace(
  { database, request }: Pick<Context, 'database' | 'request'>,
  activityId: string,
): Promise<Result<Activity>> {
  const stored = await database.get(activities, activityId);
  return (stored && replayOf(stored.requests, request, () => stored)) ?? refuse('STALE_VERSION', 'version');
}

/** One conditional write; false when somebody was faster. */
export async function replaceActivity(
  { database }: Pick<Context, 'database'>,
  before: Activity,
  after: Activity,
): Promise<boolean> {
  const { startsAt, startKey, placeName, state, call, closing, signature, returned } = after;
  const { closedAt, requests, outbox, outboxAt, acts, unfinished, moved, calledOff } = after;
  const news = outbox && outboxAt && outboxAt !== before.outboxAt && { outbox, outboxAt };
  const where = { _id: before._id, version: before.version, state: before.state };
  return (
    (await database.updateWhere(activities, where, {
      set: {
        startsAt,
        startKey,
        placeName,
        state,
        call,
        closing,
        signature,
        returned,
        closedAt,
        requests,
        version: before.version + 1,
        ...(acts && { acts }),
        ...(moved && { moved }),
        ...(calledOff && { calledOff }),
        ...(unfinished && { unfinished }),
        ...news,
      },
    })) > 0
  );
}
