import { signedInEndpoint } from '../../access/endpoint';
import { loginsWithInbox } from '../../access/login';
import { pushRequest } from '../../access/recent-requests';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { inboxLimit } from '../../access/inbox';

/** News may arrive while we mark; each arrival makes us look again, so often at most. */
const maxAttempts = 4;

/**
 * Marks messages as read; what is not in the inbox is passed over.
 * Cost: 2 reads, 1 write.
 */
export const markMessagesRead = signedInEndpoint({
  name: 'message.markRead',
  input: object({ messageIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(inboxLimit)), requestId }),
  identity: 'caller',
  idempotency: 'inCaller',
  async run(context, _caller, { messageIds }) {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const marked = await markOnce(context, messageIds);
      if (marked) return marked;
    }
    return refuse('BUSY');
  },
});

/** @returns undefined when the inbox changed meanwhile */
async function markOnce(
  context: Context,
  messageIds: readonly string[],
): Promise<Result<{ unread: number }> | undefined> {
  const { database, openid } = context;
  const stored = await database.get(loginsWithInbox, openid);
  if (!stored) return refuse('NOT_SIGNED_IN');
  const replay = replayOf(stored.recentRequests, context.request, () => ({ unread: stored.unread }));
  if (replay) return replay;
  const inbox = stored.inbox.map((message) =>
    messageIds.includes(message.messageId) ? { ...message, read: true } : message,
  );
  const unread = inbox.filter(({ read }) => !read).length;
  const where = { _id: openid, inboxSequence: stored.inboxSequence };
  const changed = await database.updateWhere(loginsWithInbox, where, {
    set: { inbox, unread },
    increment: { inboxSequence: 1 },
    push: pushRequest(context.request),
  });
  return changed > 0 ? done({ unread }) : undefined;
}
