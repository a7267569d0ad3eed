import type { Found, LookUp } from './look-up';
import type { Collection, Query, Stored, Where } from './query';
import type { Result } from './result';

export * from './query';

export interface Push {
  readonly values: readonly unknown[];
  /** The field of the list's objects by which the list is kept sorted. */
  readonly sortBy?: string;
  readonly limit?: number;
}

/** A change of some fields. `set` replaces a field whole, also where it holds an object. */
export interface Change<T extends Stored> {
  readonly set?: { readonly [Field in Exclude<keyof T, '_id'>]?: T[Field] };
  readonly unset?: readonly Exclude<keyof T, '_id'>[];
  /** Keys are field paths. */
  readonly increment?: Readonly<Record<string, number>>;
  /** Appends, or puts in by a field that grows; with `limit`, only the last so many stay. */
  readonly push?: {
    readonly [Field in Exclude<keyof T, '_id'>]?: Push;
  };
}

/**
 * A write met a value of a unique index that another document holds; nothing was written. Beside `_id`, only requests
 * are unique, so that the router answers `REQUEST_REUSED`.
 */
export class DuplicateValue extends Error {}

/** Something that a transaction read is not as it was: its work runs again, as after a conflict that the cloud saw. */
export class TransactionConflict extends Error {}

/** A document, the one that it names, and which of some values other documents hold. */
export interface Joined<T, Other> {
  readonly document: T;
  readonly other: Other | undefined;
  readonly held: ReadonlySet<string>;
}

/** The document that another one names by its `_id`. */
export interface Named<T, Other extends Stored> {
  readonly in: Collection<Other>;
  readonly by: keyof T & string;
}

/** Values of an indexed field, a text or a list of texts, of which documents may hold some. */
export interface MaybeHeld {
  readonly in: Collection<Stored>;
  readonly field: string;
  readonly values: readonly string[];
}

/** A query with the collection that it asks. */
export interface Question<T extends Stored = Stored> extends Query {
  readonly of: Collection<T>;
}

/** What each question finds, in the order of the questions. */
export type Answers<Asked extends readonly Question[]> = {
  readonly [Index in keyof Asked]: Asked[Index] extends Question<infer T> ? readonly T[] : never;
};

/** Where a look-up starts: one document by its id, without some of its top-level fields. */
export interface LookUpFrom {
  readonly id: string;
  readonly exclude: readonly string[];
  /** Of the document itself only its id comes back. */
  readonly isBare?: boolean;
  readonly lookUps: readonly LookUp[];
}

/** A document with what was looked up from it. */
export interface LookedUp<T> {
  readonly document: T;
  readonly found: Found;
}

/** Each method is one billed request. */
export interface Database {
  get<T extends Stored>(from: Collection<T>, id: string): Promise<T | undefined>;
  /** A document, the one whose `_id` a field of it names, and which of some values are taken, in one request. */
  getWith<T extends Stored, Other extends Stored>(
    from: Collection<T>,
    id: string,
    other: Named<T, Other> | null,
    maybeHeld?: MaybeHeld,
  ): Promise<Joined<T, Other> | undefined>;
  find<T extends Stored>(from: Collection<T>, query: Query): Promise<T[]>;
  /**
   * Several queries, of whatever collections, in one request. Undefined where `base` holds no document: the request
   * starts from one of it.
   */
  findTogether<const Asked extends readonly Question[]>(
    base: Collection<Stored>,
    questions: Asked,
  ): Promise<Answers<Asked> | undefined>;
  /** A document, and all that is looked up from it, in one request. Undefined where there is no such document. */
  lookUp<T extends Stored>(from: Collection<T>, wanted: LookUpFrom): Promise<LookedUp<T> | undefined>;
  count<T extends Stored>(from: Collection<T>, where: Where): Promise<number>;
  /** False when a document with this `_id`, or with this value of a unique index, exists; nothing is written then. */
  insert<T extends Stored>(into: Collection<T>, document: T): Promise<boolean>;
  /**
   * Several documents of one collection in one request, at most 99. False when one of them exists: those before it
   * stand then (`insert-missing.ts` adds the rest).
   */
  insertAll<T extends Stored>(into: Collection<T>, documents: readonly T[]): Promise<boolean>;
  /**
   * Changes every document that fits, each atomically, and says how many: 0 means that somebody was faster.
   * @throws DuplicateValue
   */
  updateWhere<T extends Stored>(within: Collection<T>, where: Where, change: Change<T>): Promise<number>;
  removeWhere<T extends Stored>(within: Collection<T>, where: Where): Promise<number>;
  /**
   * Runs `work` on a snapshot and commits when it answers `ok`; a refusal rolls back. After a conflict the whole work
   * runs again, a bounded number of times with a growing random pause, then answers `BUSY`: `work` must have no effect
   * of its own.
   * @throws DuplicateValue for a value that is still taken on a second run, unless `work` takes another one each time
   */
  transaction<T>(
    work: (transaction: Transaction) => Promise<Result<T>>,
    options?: TransactionOptions,
  ): Promise<Result<T>>;
}

export interface TransactionOptions {
  /** A value that another document holds is a conflict like any other: the next run takes the one behind it. */
  readonly duplicateIsConflict?: boolean;
}

/** WeChat's transactions take single documents by `_id` only, so every `_id` that one touches must be derivable. */
export interface Transaction {
  get<T extends Stored>(from: Collection<T>, id: string): Promise<T | undefined>;
  /** A document that exists already counts as a conflict: the work runs again and sees it with `get`. */
  insert<T extends Stored>(into: Collection<T>, document: T): Promise<void>;
  /** False when there is no such document, or the change changed nothing. */
  update<T extends Stored>(within: Collection<T>, id: string, change: Change<T>): Promise<boolean>;
}
