import type { QuotaWarning } from '../../../miniprogram/contracts/desk';
import type { Database } from '../platform/database';
import { tallies } from './tally';

interface WatchedQuota extends QuotaWarning {
  readonly state: 'fine' | 'near' | 'over';
}

/**
 * Keeps, for every desk, which limits of the environment's plan come near. One write; none where nothing is near, and
 * nothing was.
 */
export async function noteQuotas(database: Database, uses: readonly WatchedQuota[]): Promise<void> {
  const quotas = uses.filter(({ state }) => state !== 'fine').map(({ item, percent }) => ({ item, percent }));
  const everywhere = { _id: { gt: '' } };
  if (quotas.length === 0) {
    const [warned] = await database.find(tallies, { where: everywhere, sort: { _id: 'asc' }, limit: 1 });
    if ((warned?.quotas ?? []).length === 0) return;
  }
  await database.updateWhere(tallies, everywhere, { set: { quotas } });
}
