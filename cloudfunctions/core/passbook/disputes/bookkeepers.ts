import { bookkeeperHats } from '../../../../miniprogram/contracts/hat';
import type { Database } from '../../platform/database';
import { posts } from '../../place/post';

/** A committee is smaller. */
const maxBookkeepers = 20;

/** Who keeps a community's books now. One read. */
export async function readBookkeepers(database: Database, communityId: string): Promise<readonly string[]> {
  const found = await database.find(posts, {
    where: { communityId, hat: { oneOf: bookkeeperHats } },
    limit: maxBookkeepers,
  });
  return found.flatMap(({ holder, until }) => (holder && until === undefined ? [holder.personId] : []));
}
