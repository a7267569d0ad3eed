import { logins, loginsWithInbox, type Login, type LoginWithInbox } from '../access/login';
import type { Context } from '../platform/context';
import type { Collection, Database } from '../platform/database';
import type { LookUp, Wanted } from '../platform/look-up';
import type { Notification } from './outgoing';

/** People whose logins are read in one request; some have a second phone. */
const peoplePerRead = 40;
const loginsPerRead = 99;

/** The logins of people who may have to be told, looked up in one request with the caller. */
export function recipientsBy(values: readonly Wanted[]): LookUp<Login> {
  return { name: 'recipients', of: logins, by: { field: 'personId', values }, exclude: ['inbox'] };
}

/** The logins of all recipients, without their inboxes. One read for each 40 people who were not looked up before. */
export async function readRecipients(
  { database, found }: Pick<Context, 'database' | 'found'>,
  messages: readonly Notification[],
): Promise<readonly Login[]> {
  const looked = recipientsBy([]);
  const known = found?.values(looked) ?? new Set<string>();
  const others = messages.map((message) => ({
    ...message,
    personIds: message.personIds.filter((personId) => !known.has(personId)),
  }));
  return [...(found?.documents(looked) ?? []), ...(await readLogins(database, logins, others, ['inbox']))];
}

/** The same with their inboxes, which tell who has heard what. */
export function readInboxes(database: Database, messages: readonly Notification[]): Promise<readonly LoginWithInbox[]> {
  return readLogins(database, loginsWithInbox, messages, []);
}

async function readLogins<T extends Login>(
  database: Database,
  from: Collection<T>,
  messages: readonly Notification[],
  exclude: readonly string[],
): Promise<readonly T[]> {
  const personIds = [...new Set(messages.flatMap((message) => message.personIds))];
  const chunks = Array.from({ length: Math.ceil(personIds.length / peoplePerRead) }, (_, index) =>
    personIds.slice(index * peoplePerRead, (index + 1) * peoplePerRead),
  );
  const found = await Promise.all(
    chunks.map((chunk) =>
      database.find(from, { where: { personId: { oneOf: chunk } }, limit: loginsPerRead, exclude }),
    ),
  );
  return found.flat();
}
