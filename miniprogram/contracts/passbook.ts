import type { BookFault, BrokenBook } from './book-fault';
import type { Hat } from './hat';
import type { NameApart } from './name-apart';
import type { PairView } from './pair';
import type { RightCause } from './right-cause';

export { bookFaults, type BookFault } from './book-fault';

/** Three units that never convert. Only `courtyard` buys goods. */
export const pointUnits = ['organization', 'service', 'courtyard'] as const;
export type PointUnit = (typeof pointUnits)[number];

/** The four classes of S3-06. */
export const memberClasses = ['committee', 'young', 'senior', 'special'] as const;
export type MemberClass = (typeof memberClasses)[number];

/**
 * What an entry was made for. A courtyard head earns by errands that they vouched for, tenants registered and visits
 * made; what they redeem is held, then collected, or released. What is written by hand: a balance brought in from paper
 * (`opening`), a `grant`. What ran out is `expired`.
 */
export const entryCauses = [
  'order',
  'attended',
  'absent',
  'organised',
  'guided',
  'reversal',
  'correction',
  'vouched',
  'tenant',
  'visit',
  'held',
  'collected',
  'released',
  'opening',
  'grant',
  'expired',
] as const;
export type EntryCause = (typeof entryCauses)[number];

/** The owner's objection to a line, and what came of it. Its words are for the owner and those who keep the books. */
export interface ContestView {
  readonly state: 'open' | 'upheld' | 'reversed';
  readonly words?: string;
  /** Why the line was upheld. */
  readonly answer?: { readonly words: string; readonly by: string };
}

export interface EntryView {
  readonly entryId: string;
  readonly sequence: number;
  /** When it was written. */
  readonly at: string;
  /** The day on which it counts, where that is an earlier one: `2026-11-20`. */
  readonly effectiveOn?: string;
  /** The activity's title, the order's first words, or why it was written by hand. */
  readonly title: string;
  readonly cause: EntryCause;
  /** Signed whole points. */
  readonly points: number;
  readonly balance: number;
  /** `ofAt`: when the line that it undoes counts. */
  readonly reversal?: {
    readonly ofSequence: number;
    readonly ofAt: string;
    readonly reason: string;
    readonly by: string;
    readonly second: string;
  };
  /** Of a line that gives back what was held: the line that did, and who ended it; '' for the clock. */
  readonly release?: {
    readonly ofSequence: number;
    readonly ofAt: string;
    readonly reason: string;
    readonly by: string;
  };
  /** Of a line that was written by hand: who proposed it, and who signed. */
  readonly byHand?: { readonly by: string; readonly second: string };
  readonly reversed: boolean;
  /** An undo of it waits for its second person. */
  readonly proposed: boolean;
  readonly contest?: ContestView;
  readonly mayContest: boolean;
  readonly mayPropose: boolean;
  readonly mayUphold: boolean;
}

export interface PassbookView {
  readonly personId: string;
  readonly name: string;
  readonly unit: PointUnit;
  /** The units that this person has a book of, in the order of the tabs. */
  readonly units: readonly PointUnit[];
  readonly memberClass?: MemberClass;
  /** The branch that keeps the book, as its seal reads; '' before its first line. */
  readonly branchName: string;
  /** The day at whose end the book is shown, `2026-10-31`; absent for now. */
  readonly on?: string;
  readonly balance: number;
  /**
   * With `on`: the balance by the days on which lines count, and how many of them were written later. `balance` goes by
   * when they were written.
   */
  readonly effective?: { readonly balance: number; readonly later: number };
  /** Entries that year that count as “记一次”. */
  readonly countThisYear: number;
  readonly entries: readonly EntryView[];
  readonly next?: string;
  /**
   * First eight characters of the head's hash, as printed at the foot: `7F3A-92C1`. Nothing was sealed in a book
   * without lines.
   */
  readonly checkCode?: string;
  readonly mine: boolean;
  /** The reader may ask that its owner's name and words are erased; on its first page. */
  readonly mayRequestErasure?: true;
  /** The reader may propose a line by hand; on its first page. */
  readonly mayGrant?: true;
  /** The first line of this page that does not follow from those before it, or that the head contradicts. */
  readonly broken?: { readonly sequence: number; readonly why: BookFault };
  /** What a night's check found in this book and nobody has settled; on its first page. */
  readonly alarm?: { readonly sequence: number; readonly day: string };
}

/** A book in the branch's list of all. */
export interface BookSummary extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly balance: number;
  /** This year. */
  readonly countThisYear: number;
  /** Lines whose owner waits for an answer. */
  readonly contested: number;
}

/** `partly`: the lines up to this number hold, and the next call goes on from there. */
export type VerifyView =
  | { readonly state: 'partly'; readonly entries: number; readonly next: string }
  | { readonly state: 'sound'; readonly entries: number; readonly balance: number; readonly checkCode: string }
  | {
      readonly state: 'broken';
      readonly firstBrokenSequence: number;
      readonly why: BookFault;
      /** The day of the anchor that the book contradicts: `2026-11-28`. */
      readonly day?: string;
    };

/** One month of a book, to be printed or kept: what was true then, and proof of it. */
export interface SlipView {
  readonly personId: string;
  readonly name: string;
  readonly unit: PointUnit;
  /** `2026-11` */
  readonly month: string;
  /** The balance before the month's first line, and after its last. */
  readonly opening: number;
  readonly closing: number;
  readonly lines: readonly Pick<EntryView, 'entryId' | 'sequence' | 'at' | 'title' | 'cause' | 'points' | 'balance'>[];
  /** The newest line up to the month's end, and its hash. */
  readonly sequence: number;
  readonly hash: string;
  /** The night's anchor that covers it; absent before the next night. */
  readonly anchor?: { readonly day: string; readonly hash: string };
  /** In groups of four, to be typed when it is verified. */
  readonly code: string;
  /** Absent where the environment signs nothing. */
  readonly signature?: string;
  readonly publicKey?: string;
  /** The first eight hexadecimal digits of the key's SHA-256: which of several keys it is. */
  readonly keyId?: string;
}

/** A line that somebody has to look at: contested by its owner, or proposed to be undone. */
export interface ReversalView extends NameApart {
  readonly reversalId: string;
  readonly state: 'contested' | 'proposed' | 'signed' | 'refused' | 'upheld';
  readonly entryId: string;
  readonly personId: string;
  readonly personName: string;
  readonly unit: PointUnit;
  /** The line, as the book has it. */
  readonly at: string;
  readonly title: string;
  readonly cause: EntryCause;
  readonly points: number;
  readonly balance: number;
  /** The owner's objection. */
  readonly contest?: string;
  /** Why it is to be undone, and who says so. */
  readonly reason?: string;
  readonly proposedBy?: string;
  /** What stands in its place once it is undone. */
  readonly right?: { readonly cause: RightCause; readonly points: number };
  /** No line stands there: what is right alone is put down. */
  readonly missing?: true;
  /** Why somebody else than the reader decides: it stands in their own book, or they proposed it. */
  readonly mine?: 'book' | 'proposal';
  readonly mayPropose: boolean;
  readonly mayUphold: boolean;
  readonly maySign: boolean;
}

/** What was found in a book, and who has looked into it. */
export interface AlarmView extends NameApart {
  readonly alarmId: string;
  /** Whose book; absent where a night's anchor itself does not hold. */
  readonly personId?: string;
  readonly name: string;
  readonly unit?: PointUnit;
  readonly why: BookFault;
  /** The first line that does not hold; 0 where no line can be named. */
  readonly sequence: number;
  /** The day of the anchor that says otherwise, or on which it was found: `2026-11-28`. */
  readonly day: string;
  readonly foundAt: string;
  readonly open: boolean;
  /** What the inspector said, or one bookkeeper and then another. */
  readonly closings: readonly {
    readonly name: string;
    readonly hat: Hat;
    readonly at: string;
    readonly reason: string;
  }[];
  readonly mayClose: boolean;
}

/** What waits: objections for an answer, undos for their second person, findings for somebody who looks into them. */
export interface WaitingLines {
  readonly contests: number;
  readonly reversals: number;
  readonly alarms: number;
  /** Lines by hand that wait for their second person; absent where none does. */
  readonly grants?: number;
}

/** What waits for somebody of the branch. */
export interface WaitingView extends WaitingLines {
  /** Months whose draft waits to be confirmed, and the last Saturday of the newest; absent where none does. */
  readonly reviews?: { readonly count: number; readonly day: string };
}

export interface PassbookApi {
  /** With `on`, as it stood at the end of that day (S3-05). */
  'passbook.get': {
    input: { unit?: PointUnit; personId?: string; on?: string; cursor?: string };
    output: PassbookView;
  };
  /** By name; `name` finds those whose name begins with it. */
  'passbook.list': {
    input: { cursor?: string; unit: PointUnit; name?: string };
    output: { people: readonly BookSummary[]; next?: string };
  };
  'passbook.verify': { input: { unit: PointUnit; personId: string; cursor?: string }; output: VerifyView };
  /** All books of the community in one unit, a page of people at a time. */
  'passbook.audit': {
    input: { unit: PointUnit; cursor?: string };
    output: {
      books: number;
      broken: readonly BrokenBook[];
      next?: string;
    };
  };
  /** One month of a book; without `personId` the caller's own. */
  'passbook.slip': { input: { unit: PointUnit; month: string; personId?: string }; output: SlipView };
  'passbook.contest': { input: { entryId: string; words: string; requestId: string }; output: EntryView };
  /** The objection is heard, and the line stays; the owner reads why. */
  'passbook.uphold': { input: { entryId: string; reason: string; requestId: string }; output: EntryView };
  /**
   * Undo is one reversing entry with a reason and a second person: the first proposes, another signs. With `right`, the
   * entry that should have been stands behind it, by the same signature. `activity:<activity>:<person>` of a line that
   * a signed activity never wrote is put down alone, by `right`.
   */
  'passbook.proposeReversal': {
    input: { entryId: string; reason: string; right?: RightCause; requestId: string };
    output: ReversalView;
  };
  /** Lines that wait, oldest first: objections for an answer, undos for their second person. */
  'passbook.listReversals': {
    input: { cursor?: string };
    output: { reversals: readonly ReversalView[]; next?: string };
  };
  /** What came near a monthly cap of a pair, the newest month first. */
  'passbook.listPairs': { input: { cursor?: string }; output: { pairs: readonly PairView[]; next?: string } };
  /** What the nights found, newest first. */
  'passbook.listAlarms': {
    input: { state: 'open' | 'closed'; cursor?: string };
    output: { alarms: readonly AlarmView[]; next?: string };
  };
  /** Says that it was looked into: the inspector alone closes it, else two people one after the other. */
  'passbook.closeAlarm': { input: { alarmId: string; reason: string; requestId: string }; output: AlarmView };
  /** Who does not agree says why. */
  'passbook.signReversal': {
    input: { reversalId: string; agree: boolean; reason?: string; requestId: string };
    output: ReversalView;
  };
}
