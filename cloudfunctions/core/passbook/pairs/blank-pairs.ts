import type { Database } from '../../platform/database';
import { pairCounts } from './pair-count';

/** Takes somebody's name out of who earned by whose word; how often stays. It may be repeated. Two writes. */
export async function blankPairs(
  database: Database,
  { personId, communityId }: { readonly personId: string; readonly communityId: string },
): Promise<void> {
  const nobody = { personId, name: '' };
  await database.updateWhere(pairCounts, { communityId, 'giver.personId': personId }, { set: { giver: nobody } });
  await database.updateWhere(pairCounts, { communityId, 'earner.personId': personId }, { set: { earner: nobody } });
}
