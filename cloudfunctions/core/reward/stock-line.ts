import { collection } from '../platform/database';

/**
 * A delivery, or a difference that two people counted; written once. With what was collected these say how much must be
 * on the shelf. `_id` is `<goodId>:<number>`.
 */
export interface StockLine {
  readonly _id: string;
  readonly communityId: string;
  readonly goodId: string;
  /** From 1, without a gap. */
  readonly number: number;
  readonly kind: 'received' | 'corrected';
  /** Below zero where counting found too few. */
  readonly quantity: number;
  /** What was paid for a delivery, in cents; 0 for a difference. */
  readonly costCents: number;
  /** On the shelf after it. */
  readonly onHand: number;
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
  /** The second person of a difference, and why it is one; null for a delivery. */
  readonly second: { readonly personId: string; readonly name: string } | null;
  readonly reason: string | null;
}

export const stockLines = collection<StockLine>('stockLines');

export function stockLineIdOf(goodId: string, number: number): string {
  return `${goodId}:${number}`;
}
