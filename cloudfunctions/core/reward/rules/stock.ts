import type { ErrorCode } from '../../../../miniprogram/contracts/error';

/** What moved of a thing in a month of Shanghai. Everything that changes what is on the shelf is in one of them. */
export interface GoodMonth {
  /** `2026-11` */
  readonly month: string;
  readonly received: number;
  readonly collected: number;
  /** What counting added, or took away: below zero. */
  readonly corrected: number;
  /** Points for which it was handed over. */
  readonly points: number;
  /** What was paid for what came, in cents. */
  readonly costCents: number;
}

/** How much there is of a thing. `reserved` is a part of `onHand`, unless counting found fewer than were put aside. */
export interface Stock {
  readonly onHand: number;
  readonly reserved: number;
  readonly waiting: number;
  readonly offerable: boolean;
  readonly months: readonly GoodMonth[];
}

/**
 * What may happen to a stock: things came; some are put aside, or no longer; some put aside were handed over; counting
 * found a difference; somebody begins or ends to wait.
 */
export type StockEvent =
  | { readonly kind: 'received'; readonly quantity: number; readonly costCents: number }
  | { readonly kind: 'reserved'; readonly quantity: number }
  | { readonly kind: 'released'; readonly quantity: number }
  | { readonly kind: 'collected'; readonly quantity: number; readonly points: number }
  | { readonly kind: 'corrected'; readonly difference: number }
  | { readonly kind: 'queued' }
  | { readonly kind: 'unqueued' };

/** Months that a thing remembers: this one, and a year before it. */
export const monthsKept = 13;

export const noStock: Stock = { onHand: 0, reserved: 0, waiting: 0, offerable: false, months: [] };

/** How many nobody put aside; never below zero. */
export function freeOf({ onHand, reserved }: Pick<Stock, 'onHand' | 'reserved'>): number {
  return Math.max(0, onHand - reserved);
}

function isCount(quantity: number): boolean {
  return Number.isSafeInteger(quantity) && quantity > 0;
}

/** Why something may not happen to a stock; null where it may. No redemption takes what is not there. */
export function stockFault(stock: Stock, event: StockEvent): ErrorCode | null {
  switch (event.kind) {
    case 'received':
      return isCount(event.quantity) && Number.isSafeInteger(event.costCents) && event.costCents >= 0
        ? null
        : 'INVALID_INPUT';
    case 'reserved':
      if (!isCount(event.quantity)) return 'INVALID_INPUT';
      return event.quantity <= freeOf(stock) ? null : 'OUT_OF_STOCK';
    case 'released':
      return isCount(event.quantity) && event.quantity <= stock.reserved ? null : 'INVALID_INPUT';
    case 'collected':
      if (!isCount(event.quantity) || event.quantity > stock.reserved) return 'INVALID_INPUT';
      return event.quantity <= stock.onHand ? null : 'OUT_OF_STOCK';
    case 'corrected':
      if (!Number.isSafeInteger(event.difference) || event.difference === 0) return 'INVALID_INPUT';
      return stock.onHand + event.difference >= 0 ? null : 'STOCK_CHANGED';
    case 'queued':
      return null;
    case 'unqueued':
      return stock.waiting > 0 ? null : 'INVALID_INPUT';
  }
}

/** The stock after what happened, in the month in which it did. @throws RangeError for what may not happen */
export function evolveStock(stock: Stock, event: StockEvent, month: string): Stock {
  const fault = stockFault(stock, event);
  if (fault) throw new RangeError(`${event.kind}: ${fault}`);
  const after = {
    onHand: stock.onHand + onHandBy(event),
    reserved: stock.reserved + reservedBy(event),
    waiting: stock.waiting + waitingBy(event),
  };
  return {
    ...after,
    offerable: after.waiting > 0 && freeOf(after) > 0,
    months: monthsAfter(stock.months, event, month),
  };
}

function onHandBy(event: StockEvent): number {
  if (event.kind === 'received') return event.quantity;
  if (event.kind === 'collected') return -event.quantity;
  return event.kind === 'corrected' ? event.difference : 0;
}

function reservedBy(event: StockEvent): number {
  if (event.kind === 'reserved') return event.quantity;
  return event.kind === 'released' || event.kind === 'collected' ? -event.quantity : 0;
}

function waitingBy({ kind }: StockEvent): number {
  if (kind === 'queued') return 1;
  return kind === 'unqueued' ? -1 : 0;
}

function monthsAfter(months: readonly GoodMonth[], event: StockEvent, month: string): readonly GoodMonth[] {
  if (onHandBy(event) === 0) return months;
  const found = months.find((one) => one.month === month) ?? emptyMonth(month);
  const after: GoodMonth = {
    ...found,
    received: found.received + (event.kind === 'received' ? event.quantity : 0),
    costCents: found.costCents + (event.kind === 'received' ? event.costCents : 0),
    collected: found.collected + (event.kind === 'collected' ? event.quantity : 0),
    points: found.points + (event.kind === 'collected' ? event.points : 0),
    corrected: found.corrected + (event.kind === 'corrected' ? event.difference : 0),
  };
  return [...months.filter((one) => one.month !== month), after]
    .sort((one, other) => (one.month < other.month ? -1 : 1))
    .slice(-monthsKept);
}

export function emptyMonth(month: string): GoodMonth {
  return { month, received: 0, collected: 0, corrected: 0, points: 0, costCents: 0 };
}

/** How a month changed what is on the shelf. */
function changeIn({ received, collected, corrected }: GoodMonth): number {
  return received - collected + corrected;
}

/** A month of a thing with what was on the shelf when it began and when it ended, reckoned back from today. */
export function monthOf(
  { onHand, months }: Pick<Stock, 'onHand' | 'months'>,
  month: string,
): GoodMonth & { readonly opening: number; readonly closing: number } {
  const later = months.filter((one) => one.month > month);
  const closing = onHand - later.reduce((sum, one) => sum + changeIn(one), 0);
  const found = months.find((one) => one.month === month) ?? emptyMonth(month);
  return { ...found, opening: closing - changeIn(found), closing };
}
