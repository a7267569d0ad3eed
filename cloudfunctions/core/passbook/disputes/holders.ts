import { bookkeeperHats, type PostHat } from '../../../../miniprogram/contracts/hat';
import type { Database } from '../../platform/database';
import { posts } from '../../place/post';

/** A committee with all group leaders is smaller. */
const maxHolders = 60;

/** Who keeps a community's books now. One read. */
export function readBookkeepers(database: Database, communityId: string): Promise<readonly string[]> {
  return readHolders(database, communityId, bookkeeperHats);
}

/** Who holds a post of these hats in a community now. One read. */
export async function readHolders(
  database: Database,
  communityId: string,
  hats: readonly PostHat[],
): Promise<readonly string[]> {
  const found = await database.find(posts, { where: { communityId, hat: { oneOf: hats } }, limit: maxHolders });
  return found.flatMap(({ holder }) => (holder ? [holder.personId] : []));
}
