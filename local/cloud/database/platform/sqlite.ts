import Sqlite from 'libsql';

export type SqlValue = number | string | Buffer | null;

/** One prepared statement; the caller names the columns that its SQL selects. */
export interface Statement<Row> {
  get(...parameters: SqlValue[]): Row | undefined;
  all(...parameters: SqlValue[]): Row[];
  /** @returns the rowid of an inserted row */
  run(...parameters: SqlValue[]): number;
}

/** The few things that the store needs of SQLite. */
export interface SqlFile {
  prepare<Row>(sql: string): Statement<Row>;
  exec(sql: string): void;
  close(): void;
}

/**
 * Opens or creates the file. WAL with `synchronous=NORMAL`: a commit is with the operating system before it is
 * acknowledged, so that a kill of this process loses nothing; only a power cut could lose the last commits.
 */
export function openSqlFile(file: string): SqlFile {
  const release = lockFile(file);
  const database = new Sqlite(file);
  database.exec('PRAGMA journal_mode=WAL');
  database.exec('PRAGMA synchronous=NORMAL');
  // each checkpoint waits for the disk: after 40 MB of changes, not after 4
  database.exec('PRAGMA wal_autocheckpoint=10000');
  database.exec('PRAGMA cache_size=-65536');
  return {
    prepare: (sql) => statementOf(database.prepare(sql)),
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
 * Counts and locks live in this process, so that a second process on the same file would break
 * them. The system releases the lock on a file beside it even when this process is killed.
 * @returns releases the lock
 */
function lockFile(file: string): () => void {
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

function statementOf<Row>(statement: Sqlite.Statement): Statement<Row> {
  return {
    get: (...parameters) => statement.get(parameters) as Row | undefined,
    all: (...parameters) => statement.all(parameters) as Row[],
    run: (...parameters) => Number(statement.run(parameters).lastInsertRowid),
  };
}
