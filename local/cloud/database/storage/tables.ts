import type { SqlFile } from '../platform/sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
    count INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,
    name TEXT NOT NULL, fields TEXT NOT NULL, options TEXT NOT NULL, arrays TEXT NOT NULL, UNIQUE (collection, name));
  CREATE TABLE IF NOT EXISTS documents (record INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS entries (index_id INTEGER NOT NULL, key BLOB NOT NULL, record INTEGER NOT NULL,
    PRIMARY KEY (index_id, key, record)) WITHOUT ROWID;`;

/** The version of the file; it grows whenever keys or bodies are written differently. */
const format = 1;

/**
 * Creates the tables of a new file.
 * @throws Error for a file whose keys another version of this program has written
 */
export function createTables(file: SqlFile, path: string): void {
  const found = file.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version;
  const tables =
    file.prepare<{ count: number }>("SELECT count(*) AS count FROM sqlite_master WHERE name = 'documents'").get()
      ?.count ?? 0;
  if (tables > 0 && found !== format) {
    file.close();
    throw new Error(`${path} has been written by another version; remove it to begin anew`);
  }
  file.exec(`PRAGMA user_version = ${String(format)}`);
  file.exec(schema);
}
