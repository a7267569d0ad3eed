/** What the database offers to the rest of the local cloud. Times are milliseconds, sizes are bytes. */

export interface DatabaseOptions {
  /** Path of the SQLite file; `:memory:` stores nothing on disk. */
  readonly file: string;
  /** The cloud's clock: `serverDate` and `$$NOW` come from it. */
  now(): Date;
  /** Which of the two known texts a duplicate key is answered with. */
  readonly duplicateKeyForm: DuplicateKeyForm;
  /** How long a transaction may stay open, in the machine's own time; the cloud's limit, 30 s, when left out. */
  readonly transactionLimitMs?: number;
}

/**
 * `E11000` is what users of wx-server-sdk report; `DATABASE_DUPLICATE_WRITE` is what the official list of codes says.
 */
export type DuplicateKeyForm = 'E11000' | 'DATABASE_DUPLICATE_WRITE';

/** What one database request cost and how it was planned. */
export interface OperationTrace {
  /** Wire action without its `database.` prefix, e.g. `getDocument`. */
  readonly action: string;
  readonly collection: string;
  /**
   * `IDHACK`, `IXSCAN <index>`, `OR(<plan>, <plan>)`, `GEO_NEAR <index>`, `COLLSCAN`, `INSERT`, or `NONE` for the
   * ends of a transaction.
   */
  readonly plan: string;
  readonly sortedInMemory: boolean;
  /** Documents that were fetched to be tested. */
  readonly examined: number;
  /** Documents that were sent back, counted, inserted, changed or removed. */
  readonly returned: number;
  /** 1 for a request that reads. */
  readonly reads: number;
  /** 1 for a request that writes, whether or not it changed anything. */
  readonly writes: number;
  /** Size of the reply's documents, or of the documents that were sent to be written. */
  readonly bytes: number;
  readonly ms: number;
}

/** Who asks: one invocation of a function, or a plain SDK outside any function. */
export interface Caller {
  /** Requests with the same non-empty token belong to one invocation. */
  readonly token: string;
  readonly strict: boolean;
  record(operation: OperationTrace): void;
}

export type WireReply =
  { requestId: string; data?: unknown; transactionId?: string } | { requestId: string; code: string; message: string };

export type IndexDirection = 1 | -1 | '2dsphere';

export interface IndexField {
  readonly name: string;
  readonly direction: IndexDirection;
}

export interface IndexSpecification {
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique?: boolean;
  readonly sparse?: boolean;
  /** False marks an index that the manifest does not know; strict mode refuses a plan that uses it. */
  readonly declared?: boolean;
}

export interface CollectionDescription {
  readonly name: string;
  readonly count: number;
  readonly indexes: IndexSpecification[];
}

export type ChangeKind = 'add' | 'update' | 'replace' | 'remove';

/** One change of one committed document. */
export interface DocumentChange {
  readonly id: string;
  readonly kind: ChangeKind;
  /** The document before and after, null where there was none; absent where nobody watched when it was made. */
  readonly documents?: { readonly before: object | null; readonly after: object | null };
}

/** What changed lately in committed documents. */
export interface Changes {
  /** Grows with every change. */
  readonly version: number;
  /** The changes of a collection after a version, in their order; undefined where they are no longer known. */
  since(version: number, collection: string): readonly DocumentChange[] | undefined;
  /** From now on changes are kept with their documents. */
  keepDocuments(): void;
  /** Calls back at every change, until the answer is called. */
  onChange(listener: () => void): () => void;
}

export interface Database {
  /** Answers one wire action `database.*`; refusals are replies with a code, never rejections. */
  handle(request: Record<string, unknown>, caller: Caller): Promise<WireReply>;
  /** @throws DatabaseError when the collection exists */
  createCollection(name: string): void;
  /** Builds the index over what is there. The same index again changes nothing. @throws DatabaseError */
  createIndex(collection: string, index: IndexSpecification): void;
  /** @throws DatabaseError when there is no such index */
  dropIndex(collection: string, name: string): void;
  describe(): CollectionDescription[];
  /** Bulk load that bypasses the wire, in one SQLite transaction; a document without `_id` gets one. */
  load(collection: string, documents: readonly object[]): void;
  /** The document of an id, if there is one. @throws DatabaseError when there is no such collection */
  get(collection: string, id: string | number): object | undefined;
  /** Documents in the order of their `_id`. */
  browse(collection: string, page: { limit: number; afterId?: string }): object[];
  readonly changes: Changes;
  /** Drops every collection and ends every transaction. */
  reset(): void;
  /** Keeps all collections and documents of this moment under a name, for `restore`, until the database is closed. */
  keep(name: string): void;
  /** Sets all back to what was kept, and ends every transaction. @throws Error where nothing was kept */
  restore(name: string): void;
  close(): void;
}
