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
    },
  };
}

function wrap<Row>(statement: Sqlite.Statement): Statement<Row> {
  return {
    get: (...parameters) => statement.get(parameters) as Row | undefined,
    all: (...parameters) => statement.all(parameters) as Row[],
    run: (...parameters) => Number(statement.run(parameters).lastInsertRowid),
  };
}
