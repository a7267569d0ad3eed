import type { HandoverView, StockView } from '../../../contracts/reward';
import { amountText } from '../text/rewards';
import { handoverLine, shelfLine, stocktakeLine, termsLine } from '../text/stock';

/** A thing as those see it who keep the shelf. */
export interface StockRow {
  readonly goodId: string;
  readonly name: string;
  readonly picture: string;
  readonly shelf: string;
  readonly terms: string;
  /** What was counted and waits for a second person; '' for nothing. */
  readonly stocktake: string;
  readonly maySign: boolean;
}

export function stockRow(view: StockView): StockRow {
  const { goodId, name, picture, stocktake } = view;
  return {
    goodId,
    name,
    picture,
    shelf: shelfLine(view),
    terms: termsLine(view),
    stocktake: stocktakeLine(view),
    maySign: stocktake?.maySign ?? false,
  };
}

export const noRow: StockRow = {
  goodId: '',
  name: '',
  picture: 'other',
  shelf: '',
  terms: '',
  stocktake: '',
  maySign: false,
};

/** What a scanned voucher collects. */
export interface Handover {
  readonly redemptionId: string;
  readonly person: string;
  readonly title: string;
  readonly picture: string;
  readonly line: string;
  readonly isHeld: boolean;
  readonly mayCollect: boolean;
}

export function handover(view: HandoverView): Handover {
  const { redemptionId, personName, picture, quantity, state, mayCollect } = view;
  return {
    redemptionId,
    person: personName,
    title: amountText(view, quantity),
    picture,
    line: handoverLine(view),
    isHeld: state === 'held',
    mayCollect,
  };
}
