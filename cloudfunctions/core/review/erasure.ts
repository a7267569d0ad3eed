import type { Database } from '../platform/database';
import { reviewRows } from './review';

/** Blanks somebody's name and what was said of them in every month; the numbers stay. It may be repeated. One write. */
export async function blankReviews(database: Database, personId: string): Promise<void> {
  const blank = { name: '', nameKey: `:${personId}`, remark: '' };
  await database.updateWhere(reviewRows, { personId }, { set: blank });
}
