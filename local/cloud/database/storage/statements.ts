import type { SqlBlob, SqlFile } from '../platform/sqlite';

/** A document as a statement selects it. */
export interface RecordRow {
  readonly record: number;
  readonly body: string;
}

/** A document with the key of an index entry that refers to it. */
export interface EntryRow extends RecordRow {
  readonly key: SqlBlob;
}

/** Prepares every statement that the store runs. */
export function prepareStatements(file: SqlFile) {
  const documents = 'FROM entries e JOIN documents d ON d.record = e.record WHERE e.index_id = ?';
  const entries = `SELECT e.key AS key, e.record AS record, d.body AS body ${documents}`;
  return {
    byKey: file.prepare<RecordRow>(`SELECT d.record AS record, d.body AS body ${documents} AND e.key = ?`),
    recordWithKey: file.prepare<{ record: number }>(
      'SELECT record FROM entries WHERE index_id = ? AND key = ? AND record <> ? LIMIT 1',
    ),
    forward: file.prepare<EntryRow>(
      `${entries} AND (e.key, e.record) > (?, ?) AND e.key < ? ORDER BY e.key, e.record LIMIT ?`,
    ),
    backward: file.prepare<EntryRow>(
      `${entries} AND (e.key, e.record) < (?, ?) AND e.key >= ? ORDER BY e.key DESC, e.record DESC LIMIT ?`,
    ),
    natural: file.prepare<RecordRow>(
      'SELECT record, body FROM documents WHERE record > ? AND record < ? ORDER BY record LIMIT ?',
    ),
    countKeys: file.prepare<{ found: number }>(
      'SELECT count(*) AS found FROM (SELECT 1 FROM entries WHERE index_id = ? AND key >= ? AND key < ? LIMIT ?)',
    ),
    addEntry: file.prepare<never>('INSERT OR IGNORE INTO entries VALUES (?, ?, ?)'),
    removeEntry: file.prepare<never>('DELETE FROM entries WHERE index_id = ? AND key = ? AND record = ?'),
    put: file.prepare<never>('INSERT OR REPLACE INTO documents VALUES (?, ?)'),
    remove: file.prepare<never>('DELETE FROM documents WHERE record = ?'),
    setCount: file.prepare<never>('UPDATE collections SET count = ? WHERE id = ?'),
    setArrays: file.prepare<never>('UPDATE indexes SET arrays = ? WHERE id = ?'),
    addCollection: file.prepare<never>('INSERT INTO collections (name, count) VALUES (?, 0)'),
    addIndex: file.prepare<never>(
      `INSERT INTO indexes (collection, name, fields, options, arrays) VALUES (?, ?, ?, ?, '[]')`,
    ),
    dropIndex: file.prepare<never>('DELETE FROM indexes WHERE id = ?'),
    dropEntries: file.prepare<never>('DELETE FROM entries WHERE index_id = ?'),
  };
}

/** The statements by their names. */
export type Statements = ReturnType<typeof prepareStatements>;
