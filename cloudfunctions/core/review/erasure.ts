import type { Database } from '../platform/database';
import { exchanges } from './exchange/exchange';
import { reviewRows } from './review';

/**
 * Blanks somebody's name and what was said of them in every month; the numbers stay. It may be repeated. Two writes.
 */
export async function blankReviews(database: Database, personId: string): Promise<void> {
  const blank = { name: '', nameKey: `:${personId}`, remark: '' };
  await database.updateWhere(reviewRows, { personId }, { set: blank });
  const { name, nameKey } = blank;
  await database.updateWhere(exchanges, { personId }, { set: { name, nameKey, notes: [], agreed: false } });
}
