import type { PointUnit, EntryCause } from '../../../../miniprogram/contracts/passbook';
import type { Acts } from '../../access/act';
import type { Outbox } from '../../message/outbox';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';
import type { RightEntry } from '../entry';

interface Bookkeeper {
  readonly personId: string;
  readonly name: string;
}

/**
 * What is to be settled about one line, and how it was: contested or proposed, then signed, refused or kept. `_id` is
 * `reversal:<entryId>`.
 */
export interface Reversal extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  /** The branch that keeps the book: its people settle it. */
  readonly branchId: string;
  readonly entryId: string;
  readonly bookId: string;
  readonly personId: string;
  readonly personName: string;
  readonly unit: PointUnit;
  /** The line, copied: it never changes. */
  readonly at: Date;
  readonly title: string;
  readonly cause: EntryCause;
  readonly points: number;
  readonly balance: number;
  readonly state: 'contested' | 'proposed' | 'signed' | 'refused' | 'upheld';
  /** Whether somebody still has to answer, and since when. */
  readonly open: boolean;
  readonly since: Date;
  /** The owner's objection, until it is answered. */
  readonly contest: string | null;
  readonly proposal: (Bookkeeper & { readonly reason: string }) | null;
  /** What is to stand in its place, by the rule of then; null, or absent, where it is undone alone. */
  readonly right?: RightEntry | null;
  /** Nothing stands there to be undone: an activity wrote no line, and what is right alone is put down. */
  readonly missing?: true;
  /** Who settled it: the second person of an undo, or whoever kept the line. */
  readonly settled: (Bookkeeper & { readonly at: Date }) | null;
  /** The calls that proposed, signed and kept. */
  readonly requests: readonly RequestRecord[];
}

export const reversals = collection<Reversal>('reversals');
