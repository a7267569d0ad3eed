import type { Collection, Database, Stored } from './database';

/** The most that one request takes and one query gives. */
const documentsAtOnce = 99;

/**
 * Inserts those of some documents that do not exist yet; what stands is left alone, so that it may be repeated. One
 * write for 99, and where some of them stood, one read and one write for each that was missing.
 */
export async function insertMissing<T extends Stored>(
  database: Database,
  into: Collection<T>,
  documents: readonly T[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += documentsAtOnce) {
    const some = documents.slice(start, start + documentsAtOnce);
    if (await database.insertAll(into, some)) continue;
    const where = { _id: { oneOf: some.map(({ _id }) => _id) } };
    const found = new Set((await database.find(into, { where, limit: documentsAtOnce })).map(({ _id }) => _id));
    for (const document of some) if (!found.has(document._id)) await database.insert(into, document);
  }
}
