import type { Database } from '../platform/database';
import { complaints } from './complaint';

/** Removes what an erased person complained about. It may be repeated. One write. */
export async function removeComplaints(database: Database, personId: string): Promise<void> {
  await database.removeWhere(complaints, { 'author.personId': personId });
}
