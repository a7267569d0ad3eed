/** What several views of one order have in common. */
import type { OrderAction, OrderSummary, OrderView } from '../../../contracts/order';
import { joinParts } from '../../../text/join';
import { evidenceLine } from '../text/evidence';
import { actionName, type Reader } from '../../../text/order/names';
import { byCall, changedRating, tagNames } from '../text/ratings';
import { shownPhoto, type ShownPhoto } from './photos';

export interface ActionButton {
  readonly action: OrderAction;
  readonly text: string;
}

/** Those of these actions that the reader may take now, in this order. */
export function actionButtons(
  order: Pick<OrderSummary, 'actions' | 'kind' | 'status'>,
  actions: readonly OrderAction[],
): ActionButton[] {
  return actions
    .filter((action) => order.actions.includes(action))
    .map((action) => ({ action, text: actionName(action, order) }));
}

/** The requester's words, where the title does not say them already. */
export function ownWords({ words, title }: OrderView): string {
  return words === undefined || words === title ? '' : words;
}

export interface Evidence {
  readonly line: string;
  readonly photos: readonly ShownPhoto[];
}

export function evidenceOf({ evidence }: OrderView, reader: Reader): Evidence | null {
  return evidence === undefined
    ? null
    : { line: evidenceLine(evidence, reader), photos: evidence.photos.map(shownPhoto) };
}

export interface Rating {
  readonly stars: number;
  readonly line: string;
}

export function ratingOf({ rating }: OrderView): Rating | null {
  if (rating === undefined) return null;
  const via = rating.via === 'call' ? byCall : '';
  return {
    stars: rating.stars,
    line: joinParts(rating.changed ? changedRating : '', via, tagNames(rating.tags), rating.words),
  };
}
