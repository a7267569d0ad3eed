import type { PointUnit } from '../../../../miniprogram/contracts/passbook';
import type { Outbox } from '../../message/outbox';
import { collection } from '../../platform/database';

/**
 * One lot of a book that is about to run out: its owner was warned, and what is left of it then moves to `expired`.
 * `_id` is the posting key, `expired:<bookId>:<lot>`.
 */
export interface Expiry extends Outbox {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly bookId: string;
  readonly personId: string;
  readonly personName: string;
  readonly unit: PointUnit;
  /** The last month, or the year, in which its points came in: `2025-10`, `2026`. */
  readonly lot: string;
  /** What came in before this moment runs out, but for so many points that are carried over. */
  readonly earnedBefore: Date;
  readonly carriedOver: number;
  /** At least 30 days after the warning. */
  readonly dueAt: Date;
  /** What would run out, as the owner was warned. */
  readonly warned: number;
  readonly open: boolean;
  /** When it was settled, and what ran out; 0 where it was used up meanwhile. */
  readonly settledAt: Date | null;
  readonly expired: number | null;
}

export const expiries = collection<Expiry>('expiries');

export function expiryKey(bookId: string, lot: string): string {
  return `expired:${bookId}:${lot}`;
}
