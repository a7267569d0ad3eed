/** Several waiting orders that go to one: those that may, and who could go. */
import type { OrderSummary, OrderView } from '../../../contracts/order';
import type { SuggestionView } from '../../../contracts/suggestion';
import {
  captainLine,
  freeLine,
  loadLine,
  mustCallFirst,
  suggestionReason,
  teamBadge,
} from '../../../text/order/dispatch';
import { nameApart } from '../../../text/person/name-apart';
import { staffCard, type OrderCard } from '../../../views/order/order-card';
import type { Selectable } from '../../../views/selection';

export interface WaitingOrder extends OrderCard, Selectable {
  /** The one that the reader saw: what is sent names it. */
  readonly version: number;
}

/** A waiting order; one that somebody else decides on, or that is called first, cannot be chosen. */
export function waitingOrder(order: OrderSummary, nowMs: number): WaitingOrder {
  const card = staffCard(order, nowMs);
  const mayGo = order.actions.includes('dispatch') && !mustCallFirst(order);
  return {
    ...card,
    version: order.version,
    selectId: mayGo ? order.orderId : '',
    selectName: `${card.title} ${order.number}`,
  };
}

/** Somebody, or a team, who could go. */
export interface Helper {
  readonly memberId: string;
  readonly name: string;
  /** In the place of a picture; '' for a person. */
  readonly badge: string;
  readonly load: string;
  readonly reasons: readonly { readonly text: string; readonly tone: 'good' | 'warning' }[];
}

/** As the first of the chosen orders has them, best first. */
export function helperOf(view: SuggestionView, order: OrderView): Helper {
  const { memberId, team, load } = view;
  const captain = team === undefined ? [] : [captainLine(nameApart(view)), freeLine(team.free)];
  return {
    memberId,
    name: team?.name ?? nameApart(view),
    badge: team === undefined ? '' : teamBadge,
    load: loadLine(load),
    reasons: [
      ...captain.map((text) => ({ text, tone: 'good' as const })),
      ...view.reasons.map(({ reason, against }) => ({
        text: suggestionReason(reason, order),
        tone: against ? ('warning' as const) : ('good' as const),
      })),
    ],
  };
}
