import type { Database } from '../platform/database';
import { stations, type Station } from './station';

/** What one query surely returns. */
const atOnce = 99;

/** Every open station and shop of a community, by street and name. One read for each 99 of them, one at least. */
export async function readOpenStations(database: Database, communityId: string): Promise<readonly Station[]> {
  const found: Station[] = [];
  for (let after = `${communityId}/`; ;) {
    const page = await database.find(stations, {
      where: { state: 'open', listKey: { gt: after, lt: `${communityId}0` } },
      sort: { listKey: 'asc' },
      limit: atOnce,
    });
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < atOnce) return found;
    after = last.listKey;
  }
}
