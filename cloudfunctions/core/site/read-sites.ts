import type { Database } from '../platform/database';
import { sites, type Site } from './site';

/** What one query surely returns. */
const atOnce = 99;

/** Every site of a community, by name. One read for each 99 of them, one at least. */
export async function readSites(database: Database, communityId: string): Promise<readonly Site[]> {
  const found: Site[] = [];
  for (let after = `${communityId}/`; ;) {
    const page = await database.find(sites, {
      where: { listKey: { gt: after, lt: `${communityId}0` } },
      sort: { listKey: 'asc' },
      limit: atOnce,
    });
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < atOnce) return found;
    after = last.listKey;
  }
}
