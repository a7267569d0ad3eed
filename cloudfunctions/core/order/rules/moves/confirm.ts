import { limits } from '../../../../../miniprogram/contracts/limits';
import type { RatingTag } from '../../../../../miniprogram/contracts/order';
import type { Refusal, Result } from '../../../platform/result';
import type { CommandFor } from '../command';
import type { OrderState } from '../../document/order';
import type { OrderActor } from '../relations';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';
import { seatOf } from '../seats';

/** Why this is no rating of this order by this person; undefined where it is one. Its stars are 1 to 5. */
export function ratingProblem(
  order: OrderState,
  actor: OrderActor | null,
  { stars, tags }: { readonly stars: number; readonly tags: readonly RatingTag[] },
  fewestStars = 1,
): Refusal | undefined {
  if (seatOf(order, actor?.personId ?? '')) return { ok: false, code: 'OWN_ORDER' };
  if (!Number.isInteger(stars) || stars < fewestStars || stars > 5)
    return { ok: false, code: 'INVALID_INPUT', field: 'stars' };
  const areTagsGiven = tags.length <= limits.ratingTags && new Set(tags).size === tags.length;
  return areTagsGiven ? undefined : { ok: false, code: 'INVALID_INPUT', field: 'tags' };
}

/**
 * The requester's own word that it is solved; never by whoever did the work (S2-14). Who gives no star says 0, and may
 * give some for as long as a rating may be changed.
 */
export function confirm(order: OrderState, command: CommandFor<'confirm'>, context: MoveContext): Result<MoveEffect> {
  const { stars, tags, words } = command;
  const problem = ratingProblem(order, context.actor, command, 0);
  if (problem) return problem;
  const via = context.relations.has('requester') ? 'requester' : 'call';
  return {
    ok: true,
    data: {
      change: { ...closing(order, 'solved', context.at), rating: { stars, tags, words, via } },
      line: { note: words, count: stars },
    },
  };
}
