/** Three units that never convert. Only `courtyard` buys goods. */
export const pointUnits = ['organization', 'service', 'courtyard'] as const;
export type PointUnit = (typeof pointUnits)[number];

/** The four classes of S3-06. */
export const memberClasses = ['committee', 'young', 'senior', 'special'] as const;
export type MemberClass = (typeof memberClasses)[number];

/** What an entry was made for. */
export const entryCauses = ['order', 'attended', 'absent', 'organised', 'guided', 'reversal', 'opening', 'grant'] as const;
export type EntryCause = (typeof entryCauses)[number];

export interface EntryView {
  readonly entryId: string;
  readonly sequence: number;
  readonly at: string;
  /** The activity's title or the order's first words. */
  readonly title: string;
  readonly cause: EntryCause;
  /** Signed whole points. */
  readonly points: number;
  readonly balance: number;
  readonly reversal?: { readonly ofSequence: number; readonly reason: string; readonly by: string; readonly second: string };
  readonly reversed: boolean;
  readonly contest?: { readonly state: 'open' | 'kept' | 'reversed'; readonly words: string };
}

export interface PassbookView {
  readonly personId: string;
  readonly name: string;
  readonly unit: PointUnit;
  /** The units that this person has a book of, in the order of the tabs. */
  readonly units: readonly PointUnit[];
  readonly memberClass?: MemberClass;
  /** The branch that keeps the book, as its seal reads. */
  readonly branchName: string;
  readonly balance: number;
  /** Entries this year that count as “记一次”. */
  readonly timesThisYear: number;
  readonly entries: readonly EntryView[];
  readonly next?: string;
  /** First eight characters of the head's hash, as printed at the foot: `7F3A-92C1`. */
  readonly checkCode: string;
  readonly mine: boolean;
}

export type VerifyView =
  | { readonly state: 'sound'; readonly entries: number; readonly balance: number; readonly checkCode: string }
  | { readonly state: 'broken'; readonly firstBrokenSequence: number; readonly why: 'hash' | 'sequence' | 'balance' | 'head' };

export interface ReversalView {
  readonly reversalId: string;
  readonly entryId: string;
  readonly personName: string;
  readonly title: string;
  readonly points: number;
  readonly reason: string;
  readonly proposedBy: string;
  readonly mine: boolean;
}

export interface PassbookApi {
  'passbook.open': { input: { unit?: PointUnit; personId?: string; cursor?: string }; output: PassbookView };
  'passbook.people': { input: { cursor?: string; unit: PointUnit }; output: { people: readonly { personId: string; name: string; balance: number; times: number }[]; next?: string } };
  'passbook.verify': { input: { unit: PointUnit; personId: string; cursor?: string }; output: VerifyView };
  /** All books of the community in one unit, a page of people at a time. */
  'passbook.audit': { input: { unit: PointUnit; cursor?: string }; output: { books: number; broken: readonly { personId: string; name: string; firstBrokenSequence: number }[]; next?: string } };
  'passbook.contest': { input: { entryId: string; words: string; requestId: string }; output: EntryView };
  /** Undo is one reversing entry with a reason and a second person: the first proposes, another signs. */
  'passbook.propose': { input: { entryId: string; reason: string; requestId: string }; output: ReversalView };
  'passbook.reversals': { input: Record<string, never>; output: { reversals: readonly ReversalView[] } };
  'passbook.sign': { input: { reversalId: string; agree: boolean; requestId: string }; output: ReversalView };
}
