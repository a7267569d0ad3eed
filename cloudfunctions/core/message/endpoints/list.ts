import type { MessageView } from '../../../../miniprogram/contracts/message';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { loginsWithInbox } from '../../access/login';
import { cutPage } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { kindFor, type InboxMessage } from '../../access/inbox';

/**
 * The caller's messages, newest first.
 * Cost: 2 reads.
 */
export const listMessages = signedInEndpoint({
  name: 'message.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { openid, login: { personId } }, input) {
    const stored = await database.get(loginsWithInbox, openid);
    const newest = [...(stored?.inbox ?? [])].reverse();
    // A message that fell out since the last page was shown leaves an empty rest, not the first page again.
    const start =
      input.cursor === undefined
        ? 0
        : newest.findIndex(({ messageId }) => messageId === input.cursor) + 1 || newest.length;
    const { shown, next } = cutPage(newest.slice(start), limits.pageSize, ({ messageId }) => messageId);
    return done({
      messages: shown.map((message) => messageView(message, personId)),
      ...(next !== undefined && { next }),
    });
  },
});

function messageView(
  { messageId, kind, otherKinds, at, read, until, ...about }: InboxMessage,
  personId: string,
): MessageView {
  return {
    messageId,
    kind: kindFor({ kind, otherKinds }, personId),
    at: at.toISOString(),
    read,
    ...about,
    ...(until && { until: until.toISOString() }),
  };
}
