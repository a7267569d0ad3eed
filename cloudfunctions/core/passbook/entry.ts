import type { EntryCause, MemberClass, PointUnit } from '../../../miniprogram/contracts/passbook';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** What moves points: everything of an entry that the ledger does not derive. */
export interface Posting {
  /** The posting key, which is the entry's `_id`: `order:<id>:award`, `activity:<id>:<person>`, `reversal:<entry>`. */
  readonly postingKey: string;
  readonly communityId: string;
  readonly unit: PointUnit;
  readonly personId: string;
  readonly name: string;
  readonly memberClass: MemberClass | null;
  /** The branch that keeps the book, as its seal reads. */
  readonly branchName: string;
  readonly at: Date;
  readonly cause: EntryCause;
  /** The activity's title or the order's first words. */
  readonly title: string;
  /** Signed whole points: above zero from the issuer to the person, below zero back. */
  readonly points: number;
  /** Whether it counts as “记一次” (S3-03): 1, 0, or -1 where a reversal takes the time back. */
  readonly countDelta: -1 | 0 | 1;
  readonly rule: { readonly id: string; readonly version: number };
  /** The order, activity or entry behind it. */
  readonly sourceId: string;
  readonly reversal: ReversalFact | null;
}

/** Undo has a reason and two people. */
export interface ReversalFact {
  readonly ofEntryId: string;
  readonly ofSequence: number;
  readonly ofAt: Date;
  readonly reason: string;
  readonly by: string;
  readonly second: string;
}

/** One line of a book; written once, never changed. */
export interface Entry extends Omit<Posting, 'postingKey'> {
  readonly _id: string;
  readonly kind: 'entry';
  readonly bookId: string;
  readonly from: string;
  readonly to: string;
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly balance: number;
  /** The year in Asia/Shanghai, and how often it has been counted in it. */
  readonly year: number;
  readonly countThisYear: number;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * What happened to an entry later; it stands beside it (same book, same sequence), so that the entry itself never
 * changes.
 */
export interface EntryAnnotation {
  /** `annotation:<entryId>`. */
  readonly _id: string;
  readonly kind: 'annotation';
  readonly communityId: string;
  readonly bookId: string;
  readonly entryId: string;
  readonly sequence: number;
  readonly reversed: boolean;
  /** An undo waits for its second person. */
  readonly proposed: boolean;
  readonly contest: Contest | null;
}

/** The owner's objection to a line, and how it ended: the line was kept, for a reason, or undone. */
export interface Contest {
  readonly state: 'open' | 'upheld' | 'reversed';
  readonly words: string;
  readonly at: Date;
  readonly request: RequestRecord;
  readonly answer: { readonly words: string; readonly by: string } | null;
}
export type BookLine = Entry | EntryAnnotation;

/** Entries with their annotations: one request reads a page of a book with what happened to its lines. */
export const bookLines = collection<BookLine>('entries');
