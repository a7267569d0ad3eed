import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { isPrivateOrder } from '../categories';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';
import { firstTurn } from '../head-turn';
import type { Reclassified } from '../triage';

/**
 * Staff look at an order before anybody is sent: what it is about, how urgent it is, whether it is a hand, a paper or a
 * wish. What was promised changes only with what it is. What becomes an errand is first for the head of its courtyard.
 */
export function reclassify(
  order: OrderState,
  { action: _, ...to }: Reclassified & { action: 'reclassify' },
  { at }: Pick<MoveContext, 'at'>,
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
        ...(isOther && { terms: to.terms }),
        ...turnOf(order, to, isPrivate, at),
        ...(to.wish ? { wish: to.wish } : order.wish && { wish: null }),
      },
      line: { reason: key, note: to.note },
    },
  };
}

/**
 * The head’s turn of what was no errand before, with a clock that starts with it (S1-17). Who was sent it already has
 * seen it: its time runs on, and no head is asked.
 */
function turnOf(order: OrderState, { kind, head }: Omit<Reclassified, 'action'>, isPrivate: boolean, at: Date) {
  if (kind !== 'agency' || order.kind === 'agency' || order.dispatchedAt !== null) return {};
  const turn = firstTurn({ ...order, kind, private: isPrivate }, head);
  return turn.headTurn?.state === 'asked' ? { ...turn, ...freshClock(at) } : turn;
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
