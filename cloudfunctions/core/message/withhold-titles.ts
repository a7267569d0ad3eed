import type { InboxMessage } from '../access/inbox';
import { loginsWithInbox, type LoginWithInbox } from '../access/login';
import type { Context } from '../platform/context';
import type { Outbox } from './outbox';

const inboxesAtOnce = 60;
/** News may arrive while an inbox is rewritten; each arrival makes us look again, so often at most. */
const maxAttempts = 6;

/**
 * Takes the words of an order, and the names beside them, out of every message about it that lies in an inbox. Reads 60
 * inboxes at once; a repetition finds nothing more to write.
 */
export async function withholdTitles({ database }: Pick<Context, 'database'>, orderId: string): Promise<void> {
  let after = '';
  for (;;) {
    const found = await database.find(loginsWithInbox, {
      where: { 'inbox.orderId': orderId, _id: { gt: after } },
      sort: { _id: 'asc' },
      limit: inboxesAtOnce,
    });
    for (const login of found) await withholdFrom({ database }, login, orderId);
    const last = found.at(-1);
    if (found.length < inboxesAtOnce || !last) return;
    after = last._id;
  }
}

async function withholdFrom(
  { database }: Pick<Context, 'database'>,
  login: LoginWithInbox,
  orderId: string,
): Promise<void> {
  let current: LoginWithInbox | undefined = login;
  for (let attempt = 0; attempt < maxAttempts && current; attempt += 1) {
    const { inbox, inboxSequence }: LoginWithInbox = current;
    if (!inbox.some((message) => isTelling(message, orderId))) return;
    const changed = await database.updateWhere(
      loginsWithInbox,
      { _id: login._id, inboxSequence },
      {
        set: { inbox: inbox.map((message) => (isTelling(message, orderId) ? withoutWords(message) : message)) },
        increment: { inboxSequence: 1 },
      },
    );
    if (changed > 0) return;
    current = await database.get(loginsWithInbox, login._id);
  }
  throw new Error(`the inbox of ${login._id} kept changing while an order became private`);
}

function isTelling({ orderId, title, name }: Partial<InboxMessage>, ofOrder: string): boolean {
  return orderId === ofOrder && (title !== undefined || name !== undefined);
}

function withoutWords<T extends Pick<InboxMessage, 'title' | 'name'>>({ title: _title, name: _name, ...rest }: T) {
  return rest;
}

/** The outbox of an order that became private: what was not delivered yet says no words of it either. */
export function withoutTitles({ outbox }: Outbox): Outbox {
  return outbox ? { outbox: outbox.map((message) => ({ ...message, content: withoutWords(message.content) })) } : {};
}
