import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import type { ApiCloud } from '../support/api';

/** How far jobs have come is no part of what happened; what they count or sign follows from the rest. */
const aside = new Set(['forms', 'runs', 'tallies', 'sourceChanges', 'anchors', 'salts', 'usage']);
/**
 * What differs by chance or by the millisecond; inboxes are compared by themselves, and what a login remembers of calls
 * is a help that may be missing.
 */
const unstable = new Set([
  ...'hash previousHash finishCode messageId inboxSequence form traceId digests salt inbox recentRequests'.split(' '),
  ...['askedMs', 'signSecret'],
]);
const moment = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** Everything that is stored, in a form that is the same for two runs in which the same things happened. */
export interface World {
  readonly documents: Readonly<Record<string, unknown>>;
  /** By login: what it heard, in the order in which it stands. */
  readonly inboxes: Readonly<Record<string, readonly string[]>>;
  /** Subscription messages by login. */
  readonly sent: readonly string[];
}

/** @param sentBefore how many subscription messages were sent before it began */
export async function worldOf(cloud: ApiCloud, sentBefore: number): Promise<World> {
  const names = cloud.database.describe().map(({ name }) => name);
  const documents = names
    .filter((name) => !aside.has(name))
    .flatMap((name) =>
      cloud.stored<{ _id: string }>(name).map((document) => [`${name}/${document._id}`, stable(document)] as const),
    );
  const inboxes = cloud
    .stored<LoginWithInbox>('logins')
    .map(({ _id, inbox }) => [
      _id,
      inbox.map(({ kind, orderId, name, points }) => [kind, orderId, name, points].join()),
    ]);
  const sent = (await cloud.control('/local/subscribe-messages')) as { touser: string; templateId: string }[];
  return {
    documents: Object.fromEntries(documents.sort(([one], [other]) => (one < other ? -1 : 1))),
    inboxes: Object.fromEntries(inboxes) as World['inboxes'],
    sent: sent
      .slice(sentBefore)
      .map(({ touser, templateId }) => `${touser} ${templateId}`)
      .sort(),
  };
}

function stable(value: unknown): unknown {
  const text = JSON.stringify(value, (key, part: unknown) => (unstable.has(key) ? undefined : part));
  return JSON.parse(text.replace(moment, 'then'));
}

/** Calls that a login remembers more than once. */
export function notedTwice(cloud: ApiCloud): readonly string[] {
  return cloud.stored<LoginWithInbox>('logins').flatMap(({ _id, recentRequests }) => {
    const keys = recentRequests.map(({ requestKey }) => requestKey);
    return new Set(keys).size === keys.length ? [] : [_id];
  });
}
