import { bookkeeperHats, type PostHat } from '../../../../miniprogram/contracts/hat';
import { notify, type MessageContent, type NotifyContext } from '../../message/notify';
import type { Database } from '../../platform/database';
import { errorFields } from '../../platform/log';
import { posts } from '../../place/post';

/** A committee is smaller. */
const maxHolders = 20;

/** Who keeps a community's books now. One read. */
export function readBookkeepers(database: Database, communityId: string): Promise<readonly string[]> {
  return readHolders(database, communityId, bookkeeperHats);
}

async function readHolders(
  database: Database,
  communityId: string,
  hats: readonly PostHat[],
): Promise<readonly string[]> {
  const found = await database.find(posts, { where: { communityId, hat: { oneOf: hats } }, limit: maxHolders });
  return found.flatMap(({ holder }) => (holder ? [holder.personId] : []));
}

interface HoldersNotification {
  readonly communityId: string;
  readonly hats: readonly PostHat[];
  readonly content: MessageContent;
  readonly except?: readonly string[];
}

/**
 * Notifies whoever holds a post of these hats, but whoever knows it already. Like all notifications it comes after the
 * commit, and never throws.
 */
export async function notifyHolders(
  context: NotifyContext,
  { communityId, hats, content, except = [] }: HoldersNotification,
): Promise<void> {
  try {
    const holders = await readHolders(context.database, communityId, hats);
    await notify(context, [{ personIds: holders.filter((personId) => !except.includes(personId)), content }]);
  } catch (error) {
    context.log.line('error', { event: 'notify', requestId: context.requestId, ...errorFields(error) });
  }
}
