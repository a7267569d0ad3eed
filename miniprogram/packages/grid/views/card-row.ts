import type { IssuedCardView } from '../../../contracts/card';
import { issuedCardLine } from '../text/issuing';

/** A card in the ledger of those that were given out. */
export interface CardRow {
  readonly token: string;
  readonly place: string;
  readonly line: string;
  /** In use: it may be shown, and given out anew. */
  readonly isOpen: boolean;
}

export const noCard: CardRow = { token: '', place: '', line: '', isOpen: false };

export function cardRow(view: IssuedCardView, nowMs: number): CardRow {
  return {
    token: view.token,
    place: view.placeName,
    line: issuedCardLine(view, nowMs),
    isOpen: view.state === 'open',
  };
}
