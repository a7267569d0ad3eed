import type { MessageTemplate } from '../../../miniprogram/contracts/message';
import { creditOf } from '../access/inbox';
import { logins, type Login } from '../access/login';
import type { Change, Database } from '../platform/database';
import { mostAtOnce } from './policy';

type LoginChange = Pick<Required<Change<Login>>, 'increment' | 'push'>;

/** What one subscription message takes off a login's ledger of grants, and the note that it rang. */
export function pushed(template: MessageTemplate, at: Date): LoginChange {
  return {
    increment: { [`credits.${creditOf[template]}`]: -1 },
    push: { pushedAt: { values: [at], limit: mostAtOnce } },
  };
}

/** WeChat keeps the true count of grants: when it knows of none (43101), ours is set to none. */
export async function resetCredits(
  database: Database,
  { _id, credits }: Login,
  template: MessageTemplate,
): Promise<void> {
  await database.updateWhere(logins, { _id }, { set: { credits: { ...credits, [creditOf[template]]: 0 } } });
}
