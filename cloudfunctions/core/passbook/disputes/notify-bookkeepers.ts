import { bookkeeperHats } from '../../../../miniprogram/contracts/hat';
import { notify, type MessageContent } from '../../message/notify';
import type { Context } from '../../platform/context';
import type { Database } from '../../platform/database';
import { errorFields } from '../../platform/log';
import { posts } from '../../place/post';

/** A committee is smaller. */
const maxBookkeepers = 20;

async function readBookkeepers(database: Database, communityId: string): Promise<readonly string[]> {
  const found = await database.find(posts, {
    where: { communityId, hat: { oneOf: bookkeeperHats } },
    limit: maxBookkeepers,
  });
  return found.flatMap(({ holder, until }) => (holder && until === undefined ? [holder.personId] : []));
}

/**
 * Tells those who keep a community's books, but whoever knows it already. Like all telling it comes after the commit,
 * and never throws.
 */
export async function notifyBookkeepers(
  context: Context,
  communityId: string,
  content: MessageContent,
  except: readonly string[],
): Promise<void> {
  try {
    const bookkeepers = await readBookkeepers(context.database, communityId);
    await notify(context, [
      { personIds: bookkeepers.filter((personId) => !except.includes(personId)), content: content },
    ]);
  } catch (error) {
    context.log.line('error', { event: 'notify', requestId: context.requestId, ...errorFields(error) });
  }
}
