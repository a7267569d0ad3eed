import type { EntryCause, MemberClass, PointUnit } from '../../../miniprogram/contracts/passbook';
import type { RightCause } from '../../../miniprogram/contracts/right-cause';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { Account, Transfer } from './rules/accounts';
import type { Backdated } from './rules/effective';

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
  /** The branch's id; absent: whichever keeps the book. */
  readonly branchId?: string;
  /** When it is written. */
  readonly at: Date;
  /** When what it stands for happened, by `effectiveAtOf`; absent: when it is written. */
  readonly effectiveAt?: Date;
  readonly cause: EntryCause;
  /** The activity's title or the order's first words. */
  readonly title: string;
  /** Whose own words the title is: the resident who ordered; null where it is the branch's. */
  readonly titleBy: string | null;
  /** Signed whole points: above zero from the issuer to the person, below zero back. */
  readonly points: number;
  /** Where points move between other accounts than these two; `points` is what it does to the person's then. */
  readonly transfer?: Transfer;
  /** Whether it counts as “记一次” (S3-03): 1, 0, or -1 where a reversal takes the time back. */
  readonly countDelta: -1 | 0 | 1;
  readonly rule: { readonly id: string; readonly version: number };
  /** The order, activity or entry behind it. */
  readonly sourceId: string;
  readonly reversal: ReversalFact | null;
}

/**
 * Which line another one undoes; `ofAt`: when that one counts. An undo has a reason and two people; where held points
 * are released, one person ended it, or the clock did, and nobody signs.
 */
export interface ReversalFact {
  readonly ofEntryId: string;
  readonly ofSequence: number;
  readonly ofAt: Date;
  readonly reason: string;
  readonly by: string;
  readonly byId: string | null;
  readonly second: string;
  readonly secondId: string | null;
}

/** The entry that should have been in a line's place. */
export interface RightEntry {
  readonly cause: RightCause;
  readonly points: number;
  readonly rule: { readonly id: string; readonly version: number };
}

/** The salted digest of one person's words in an entry; '' where their salt was erased before it was written. */
export interface WordDigest {
  readonly personId: string;
  readonly digest: string;
}

/** One line of a book; written once, never changed but for words that are erased. */
export interface Entry extends Omit<Posting, 'postingKey' | 'transfer'> {
  readonly _id: string;
  readonly kind: 'entry';
  /** The version of the line's own form: which fields it has and how they are hashed. It stays for good. */
  readonly form: number;
  readonly bookId: string;
  readonly from: Account;
  readonly to: Account;
  /** How many points moved, above zero. */
  readonly amount: number;
  /** From form 2 on: whether it counts on an earlier day than it was written, and how much earlier. */
  readonly backdated?: Backdated | null;
  /** From form 2 on: all points that ever came in, after it; what of them ran out follows from it. */
  readonly earned?: number;
  /** From 1, without a gap. */
  readonly sequence: number;
  /** The person's account after it. */
  readonly balance: number;
  /** The account of what redemptions hold after it. */
  readonly held: number;
  /** The year in Asia/Shanghai, how often has been counted in it, and ever. */
  readonly year: number;
  readonly countThisYear: number;
  readonly count: number;
  /** In place of names and words, which do not enter the hash. */
  readonly digests: readonly WordDigest[];
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
