import { limits } from '../../../../../miniprogram/contracts/limits';
import type { Result } from '../../../platform/result';
import type { CommandFor } from '../command';
import type { OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';
import { seatOf } from '../seats';

/** The requester's own word that it is solved, with a rating; never by whoever did the work (S2-14). */
export function confirm(order: OrderState, command: CommandFor<'confirm'>, context: MoveContext): Result<MoveEffect> {
  const { stars, tags, words } = command;
  if (seatOf(order, context.actor?.personId ?? '')) return { ok: false, code: 'OWN_ORDER' };
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return { ok: false, code: 'INVALID_INPUT', field: 'stars' };
  if (tags.length > limits.ratingTags || new Set(tags).size < tags.length)
    return { ok: false, code: 'INVALID_INPUT', field: 'tags' };
  const via = context.relations.has('requester') ? 'requester' : 'call';
  return {
    ok: true,
    data: {
      change: { ...closing(order, 'solved', context.at), rating: { stars, tags, words, via } },
      line: { note: words, count: stars },
    },
  };
}
