import type { MessageTemplate } from '../../../miniprogram/contracts/message';
import { logins } from '../access/login';
import type { Database } from '../platform/database';
import { creditOf } from '../access/inbox';

/**
 * Somebody switched these templates off in WeChat's settings: what they had granted is gone. One write, however often
 * it comes.
 */
export async function dropGrants(
  database: Database,
  openid: string,
  templates: readonly MessageTemplate[],
): Promise<void> {
  const login = await database.get(logins, openid);
  if (!login) return;
  const credits = { ...login.credits };
  for (const template of templates) credits[creditOf[template]] = 0;
  await database.updateWhere(
    logins,
    { _id: openid, inboxSequence: login.inboxSequence },
    { set: { credits }, increment: { inboxSequence: 1 } },
  );
}
