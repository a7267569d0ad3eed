import type { Transaction } from '../platform/database';
import { noTally, tallies } from './tally';

/** Keeps the desk's number of reversals that wait; they are rare, so that their transactions may share one document. One read, one write. */
export async function countReversals(transaction: Transaction, communityId: string, by: 1 | -1, now: Date): Promise<void> {
  const tally = await transaction.get(tallies, communityId);
  const reversals = Math.max(0, (tally?.reversals ?? 0) + by);
  if (tally) await transaction.update(tallies, communityId, { set: { reversals } });
  else await transaction.insert(tallies, { ...noTally(communityId, now), reversals });
}
