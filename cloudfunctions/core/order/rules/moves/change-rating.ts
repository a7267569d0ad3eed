import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { defaultRatingChangeDays } from '../../policy';
import { withoutCases } from '../../../moderation/rules/case';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { ratingPart } from '../public-parts';
import { ratingProblem } from './confirm';

const dayMs = 24 * 3_600_000;

/** Whether the rating of a solved order may still be changed: so many days after it was given first. */
export function isRatingChangeable(
  { outcome, closedAt, terms }: Pick<OrderState, 'outcome' | 'closedAt' | 'terms'>,
  now: Date,
): boolean {
  const days = terms.ratingChangeDays ?? defaultRatingChangeDays;
  return outcome === 'solved' && closedAt !== null && now.getTime() <= closedAt.getTime() + days * dayMs;
}

/**
 * Another rating in the place of the one that was given; what the confirmation moved stays. By staff only where staff
 * entered the first one: nobody rates over the requester's own word (S2-14).
 */
export function changeRating(
  order: OrderState,
  { stars, tags, words }: CommandFor<'changeRating'>,
  { actor, at, relations }: MoveContext,
): Result<MoveEffect> {
  if (order.outcome !== 'solved' || !order.rating) return { ok: false, code: 'WRONG_STATUS' };
  if (!isRatingChangeable(order, at)) return { ok: false, code: 'RATING_TOO_LATE' };
  const via = relations.has('requester') ? 'requester' : 'call';
  if (via === 'call' && order.rating.via === 'requester') return { ok: false, code: 'REQUESTER_CONFIRMS' };
  const problem = ratingProblem(order, actor, { stars, tags });
  if (problem) return problem;
  // Stars where none were given are the first.
  const isFirst = order.rating.stars === 0;
  const rating = { stars, tags, words, via, ...(!isFirst && { changedAt: at }) } as const;
  return {
    ok: true,
    data: { change: { rating, ...withoutCases(order, [ratingPart]) }, line: { note: words, count: stars } },
  };
}
