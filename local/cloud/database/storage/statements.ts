import type { SqlFile } from '../platform/sqlite';

/** A document as a statement selects it. */
export interface RecordRow {
  readonly record: number;
  readonly body: string;
}

/**
 * Several documents as one text, because the driver takes its time for every value that it hands over: a line each,
 * of the parts that a statement names, with blanks between. Bodies are JSON, which has no line breaks.
 */
export interface PageRow {
  readonly lines: string | null;
}

/** Prepares every statement that the store runs. */
export function prepareStatements(file: SqlFile) {
  const documents = 'FROM entries e JOIN documents d ON d.record = e.record WHERE e.index_id = ?';
  const lines = 'SELECT group_concat(line, char(10)) AS lines FROM';
  const entries = `SELECT e.record || ' ' || hex(e.key) || ' ' || d.body AS line ${documents}`;
  return {
    byKey: file.prepare<RecordRow>(`SELECT d.record AS record, d.body AS body ${documents} AND e.key = ?`),
    recordWithKey: file.prepare<{ record: number }>(
      'SELECT record FROM entries WHERE index_id = ? AND key = ? AND record <> ? LIMIT 1',
    ),
    /** Record, key in hexadecimal digits, body. */
    forward: file.prepare<PageRow>(
      `${lines} (${entries} AND (e.key, e.record) > (?, ?) AND e.key < ? ORDER BY e.key, e.record LIMIT ?)`,
    ),
    /** The same. */
    backward: file.prepare<PageRow>(
      `${lines} (${entries} AND (e.key, e.record) < (?, ?) AND e.key >= ? ` +
        'ORDER BY e.key DESC, e.record DESC LIMIT ?)',
    ),
    /** Record, body. */
    natural: file.prepare<PageRow>(
      `${lines} (SELECT record || ' ' || body AS line FROM documents ` +
        'WHERE record > ? AND record < ? ORDER BY record LIMIT ?)',
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
