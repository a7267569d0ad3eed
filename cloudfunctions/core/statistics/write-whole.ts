import type { Collection, Database, Stored } from '../platform/database';

/** Writes a document whole, whether it stands already or not. One write, two the first time. */
export async function writeWhole<T extends Stored>(
  database: Database,
  into: Collection<T>,
  document: T,
): Promise<void> {
  const { _id, ...set } = document;
  const changed = await database.updateWhere(into, { _id }, { set });
  if (changed === 0) await database.insert(into, document);
}
