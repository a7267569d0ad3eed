import Sqlite from 'libsql';

export type SqlValue = number | string | Buffer | null;

/** One prepared statement; the caller names the columns that its SQL selects. Blobs come as {@link SqlBlob}. */
export interface Statement<Row> {
  get(...parameters: SqlValue[]): Row | undefined;
  all(...parameters: SqlValue[]): Row[];
  /** @returns the rowid of an inserted row */
  run(...parameters: SqlValue[]): number;
}

/** The driver hands out a Buffer for one row and a bare ArrayBuffer for many. */
export type SqlBlob = Buffer | ArrayBuffer;

export function toBuffer(blob: SqlBlob): Buffer {
  return Buffer.isBuffer(blob) ? blob : Buffer.from(blob);
}

/** The few things that the store needs of SQLite. */
export interface SqlFile {
  prepare<Row>(sql: string): Statement<Row>;
  exec(sql: string): void;
  close(): void;
}

/**
 * Opens or creates the file. WAL with `synchronous=NORMAL`: a commit is in the operating system's hands before it is
 * acknowledged, so the death of this process loses nothing; only a power cut could lose the last commits.
 */
export function openSqlFile(file: string): SqlFile {
  const release = claim(file);
  const database = new Sqlite(file);
  database.exec('PRAGMA journal_mode=WAL');
  database.exec('PRAGMA synchronous=NORMAL');
  database.exec('PRAGMA cache_size=-65536');
  return {
    prepare: (sql) => wrap(database.prepare(sql)),
    exec: (sql) => {
      database.exec(sql);
    },
    close: () => {
      database.close();
      release();
    },
  };
}

/**
 * Counts and locks live in this process, so that a second one on the same file would spoil them. A lock on a file beside
 * it is what the system takes back even from a process that is killed.
 * @returns what gives the claim up
 */
function claim(file: string): () => void {
  if (file === ':memory:') return () => undefined;
  const lock = new Sqlite(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new Error(`${file} is in use by another process`, { cause: error });
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function wrap<Row>(statement: Sqlite.Statement): Statement<Row> {
  return {
    get: (...parameters) => statement.get(parameters) as Row | undefined,
    all: (...parameters) => statement.all(parameters) as Row[],
    run: (...parameters) => Number(statement.run(parameters).lastInsertRowid),
  };
}
