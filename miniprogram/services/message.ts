import type { MessageTemplate } from '../contracts/message';
import { call, write } from './platform/call';
import { promptForNews } from './platform/news';

export const inbox = (cursor?: string) => call('message.list', cursor === undefined ? {} : { cursor });

export const read = (messageIds: string[]) => write('message.markRead', { messageIds });

/** Lets WeChat ask whether it may tell news, once for each kind; answers whether it now may. */
export async function offerNews(templates: readonly MessageTemplate[]): Promise<boolean> {
  const accepted = await promptForNews(templates);
  return accepted.length > 0 && (await write('message.grant', { accepted })).ok;
}
