import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { isPrivateOrder } from '../categories';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';
import { hastened } from '../hasten';
import { firstTurn } from '../head-turn';
import { ticksOf } from '../papers';
import { withoutCases } from '../../../moderation/rules/case';
import { publicWordsPart } from '../public-parts';
import type { Reclassified } from '../triage';

/**
 * Staff look at an order before anybody is sent: what it is about, how urgent it is, whether it is a hand, a paper or a
 * wish. What was promised changes only with what it is; what becomes urgent waits no longer than an emergency from now
 * on. What becomes an errand is first for the head of its courtyard.
 */
export function reclassify(
  order: OrderState,
  { action: _, ...to }: Reclassified & { action: 'reclassify' },
  context: Pick<MoveContext, 'at' | 'calendar'>,
): Result<MoveEffect> {
  const isPrivate = order.private || to.private || isPrivateOrder(to.category, undefined);
  const refused = refusalOf(order, to, isPrivate);
  if (refused) return { ok: false, code: 'INVALID_INPUT', field: refused };
  const { key, name, skill, checklist } = to.category;
  const isOther = key !== order.category || to.urgent !== order.urgent;
  return {
    ok: true,
    data: {
      change: {
        kind: to.kind,
        urgent: to.urgent,
        private: isPrivate,
        ...(key !== order.category && { category: key, categoryName: name, skill, checklist }),
        ...(key !== order.category && order.ticks && { ticks: ticksOf(order, checklist) }),
        ...(isOther && { terms: to.terms }),
        // A paper and a wish are done by one.
        ...(to.kind !== 'service' && { capacity: 1 }),
        ...(to.urgent && !order.urgent && hastened(order, to.terms, context)),
        ...turnOf(order, to, isPrivate, context.at),
        ...(to.wish ? { wish: to.wish } : order.wish && { wish: null }),
        // What was decided about other words says nothing of these.
        ...(to.wish?.publicWords !== order.wish?.publicWords && withoutCases(order, [publicWordsPart])),
      },
      line: { reason: key, note: to.note },
    },
  };
}

/**
 * The head’s turn of what was no errand before, with a clock that starts with it (S1-17). Who was sent it already has
 * seen it: its time runs on, and no head is asked. While the requester is asked something, it begins with their answer.
 */
function turnOf(order: OrderState, { kind, head }: Omit<Reclassified, 'action'>, isPrivate: boolean, at: Date) {
  if (kind !== 'agency' || order.kind === 'agency' || order.dispatchedAt !== null) return {};
  const turn = firstTurn({ ...order, kind, private: isPrivate }, head);
  return turn.headTurn?.state === 'asked' ? { ...turn, ...freshClock(order.question?.at ?? at) } : turn;
}

/** The field that is to blame; undefined where it may be so. */
function refusalOf(
  order: OrderState,
  to: Reclassified | Omit<Reclassified, 'action'>,
  isPrivate: boolean,
): string | undefined {
  const isShared = order.joined.some(({ mergedFrom }) => mergedFrom === undefined);
  // Neighbours who need the same would lose what they wait for.
  if (isShared && isPrivate) return 'private';
  if (isShared && to.kind !== 'service') return 'kind';
  if (to.kind !== 'wish') return to.wish ? 'wish' : undefined;
  if (isPrivate) return 'private';
  if (!to.wish) return 'wish';
  return to.wish.valueYuan > to.wishCapYuan ? 'wish.valueYuan' : undefined;
}
