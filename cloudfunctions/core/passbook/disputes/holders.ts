import { bookkeeperHats, type PostHat } from '../../../../miniprogram/contracts/hat';
import type { Database } from '../../platform/database';
import { postsOfBranch } from '../../place/branch';
import { posts } from '../../place/post';

/** A committee with all group leaders is smaller. */
const maxHolders = 60;

/** Who keeps the books of a branch now. One read. */
export function readBookkeepers(database: Database, branchId: string): Promise<readonly string[]> {
  return readHolders(database, branchId, bookkeeperHats);
}

/** Who holds a post of these hats in a branch now. One read. */
export async function readHolders(
  database: Database,
  branchId: string,
  hats: readonly PostHat[],
): Promise<readonly string[]> {
  const found = await database.find(posts, {
    where: { ...postsOfBranch(branchId), hat: { oneOf: hats } },
    limit: maxHolders,
  });
  return found.flatMap(({ holder }) => (holder ? [holder.personId] : []));
}
