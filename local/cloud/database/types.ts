/** What the database shows to the rest of the local cloud. Times are milliseconds, sizes are bytes. */

export interface DatabaseOptions {
  /** path of the SQLite file; `:memory:` keeps nothing */
  file: string;
  /** the product's clock: `serverDate` and `$$NOW` come from it */
  now(): Date;
  /** which of the two known texts a duplicate key is answered with */
  duplicateKeyForm: DuplicateKeyForm;
  /** how long a transaction may stay open, in the machine's own time; the cloud's limit, 30 s, when left out */
  transactionLimitMs?: number;
}

/** `E11000` is what users of wx-server-sdk report; `DATABASE_DUPLICATE_WRITE` is what the official list of codes says. */
export type DuplicateKeyForm = 'E11000' | 'DATABASE_DUPLICATE_WRITE';

/** What one database request cost and how it was planned. */
export interface OperationTrace {
  /** wire action without its `database.` prefix, e.g. `getDocument` */
  action: string;
  collection: string;
  /** `IDHACK`, `IXSCAN <index>`, `OR(<plan>, <plan>)`, `GEO_NEAR <index>`, `COLLSCAN`, `INSERT`, or `NONE` for the ends of a transaction */
  plan: string;
  sortedInMemory: boolean;
  /** documents that were fetched to be looked at */
  examined: number;
  /** documents that were sent back, counted, inserted, changed or removed */
  returned: number;
  /** 1 for a request that reads */
  reads: number;
  /** 1 for a request that writes, whether or not it changed anything */
  writes: number;
  /** size of the reply's documents, or of the documents that were sent to be written */
  bytes: number;
  ms: number;
}

/** Who asks: one invocation of a function, or a plain SDK outside any function. */
export interface Caller {
  /** requests with the same non-empty token belong to one invocation */
  token: string;
  strict: boolean;
  record(operation: OperationTrace): void;
}

export type WireReply =
  { requestId: string; data?: unknown; transactionId?: string } | { requestId: string; code: string; message: string };

export type IndexDirection = 1 | -1 | '2dsphere';

export interface IndexField {
  name: string;
  direction: IndexDirection;
}

export interface IndexSpecification {
  name: string;
  fields: readonly IndexField[];
  unique?: boolean;
  sparse?: boolean;
  /** false marks an index that the manifest does not know; strict mode refuses a plan that uses it */
  declared?: boolean;
}

export interface CollectionDescription {
  name: string;
  count: number;
  indexes: IndexSpecification[];
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
  /** Documents in the order of their `_id`. */
  browse(collection: string, page: { limit: number; afterId?: string }): object[];
  /** Drops every collection and ends every transaction. */
  reset(): void;
  close(): void;
}
