import type { MessageTemplate } from '../contracts/message';
import { call, write } from './platform/call';
import { requestSubscriptions } from './platform/subscriptions';

export const list = (cursor?: string) => call('message.list', cursor === undefined ? {} : { cursor });

export const markRead = (messageIds: string[]) => write('message.markRead', { messageIds });

/** Lets WeChat ask whether it may send news, once for each kind; answers whether it now may. */
export async function subscribe(templates: readonly MessageTemplate[]): Promise<boolean> {
  const accepted = await requestSubscriptions(templates);
  return accepted.length > 0 && (await write('message.grant', { accepted })).ok;
}
