import { tell, type News } from '../../message/tell';
import { scopeOf } from '../../access/permissions';
import type { Context } from '../../platform/context';
import type { Database } from '../../platform/database';
import { errorFields } from '../../platform/log';
import { postHats, posts } from '../../place/post';

/** Who may settle what happens to a line, by their posts. */
const keeperHats = postHats.filter((hat) => scopeOf(hat, 'passbook.sign') === 'community');
/** A committee is smaller. */
const mostKeepers = 20;

async function keepersOf(database: Database, communityId: string): Promise<readonly string[]> {
  const found = await database.find(posts, { where: { communityId, hat: { oneOf: keeperHats } }, limit: mostKeepers });
  return found.flatMap(({ holder, until }) => (holder && until === undefined ? [holder.personId] : []));
}

/**
 * Tells those who keep a community's books, but whoever knows it already. Like all telling it comes after the commit,
 * and never throws.
 */
export async function tellKeepers(
  context: Context,
  communityId: string,
  news: News,
  but: readonly string[],
): Promise<void> {
  try {
    const keepers = await keepersOf(context.database, communityId);
    await tell(context, [{ personIds: keepers.filter((personId) => !but.includes(personId)), news }]);
  } catch (error) {
    context.log.line('error', { event: 'telling', requestId: context.requestId, ...errorFields(error) });
  }
}
