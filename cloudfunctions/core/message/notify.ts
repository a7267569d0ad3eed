import { inboxLimit } from '../access/inbox';
import type { Login, LoginWithInbox } from '../access/login';
import type { Context } from '../platform/context';
import { errorFields } from '../platform/log';
import { deliverMessage, type DeliveryContext } from './deliver';
import type { Notification, OutgoingMessage } from './outgoing';
import { readInboxes, readRecipients } from './recipients';

export type { MessageContent, Notification } from './outgoing';

export type NotifyContext = DeliveryContext & Pick<Context, 'clock' | 'log' | 'requestId' | 'found'>;

/**
 * Starts to read whom messages go to, while what they are about is being written. Undefined where they could not be
 * read, which is logged.
 */
export async function prepareDelivery(
  context: NotifyContext,
  messages: readonly Notification[],
): Promise<readonly Login[] | undefined> {
  try {
    return await readRecipients(context, messages);
  } catch (error) {
    logFailure(context, error);
    return undefined;
  }
}

/**
 * Delivers messages right after what they are about was committed: one read of the recipients, and one write for each
 * message, two where some granted a subscription message and others none. Never throws: what could not be delivered
 * stays in the outbox that remembers it.
 * @param recipients their logins, where they are being read already
 * @returns false when a message may not have been delivered
 */
export async function deliver(
  context: NotifyContext,
  messages: readonly OutgoingMessage[],
  recipients: Promise<readonly Login[] | undefined> = prepareDelivery(context, messages),
): Promise<boolean> {
  const found = await recipients;
  if (!found) return false;
  return settle(
    context,
    messages.map((message) => deliverMessage(context, found.filter(isRecipientOf(message)), message)),
  );
}

/**
 * Delivers what recipients have not got yet. One read for 40 people, and no write where everybody has heard. Never
 * throws.
 * @returns false when a message may not have been delivered
 */
export async function deliverMissing(context: NotifyContext, messages: readonly OutgoingMessage[]): Promise<boolean> {
  if (messages.length === 0) return true;
  try {
    const found = await readInboxes(context.database, messages);
    // One by one: who has a grant and gets a message now is sent a subscription message, and nobody else.
    return await settle(
      context,
      messages.flatMap((message) =>
        found
          .filter(isRecipientOf(message))
          .filter((login) => !hasHeard(login, message))
          .map((login) => deliverMessage(context, [login], message)),
      ),
    );
  } catch (error) {
    logFailure(context, error);
    return false;
  }
}

function isRecipientOf({ personIds, exceptOpenid }: Notification): (login: Login) => boolean {
  return ({ _id, personId }) => personIds.includes(personId) && _id !== exceptOpenid;
}

/** A message is in the inbox, or was and fell out of it since, as an inbox that is full of later ones says. */
function hasHeard({ inbox }: LoginWithInbox, { messageId, at }: OutgoingMessage): boolean {
  if (inbox.some((message) => message.messageId === messageId)) return true;
  const [oldest] = inbox;
  return inbox.length >= inboxLimit && oldest !== undefined && oldest.at >= at;
}

/** Waits for all of them, so that one that fails keeps no other from arriving. */
async function settle(context: NotifyContext, deliveries: readonly Promise<void>[]): Promise<boolean> {
  const failed = (await Promise.allSettled(deliveries)).filter((result) => result.status === 'rejected');
  for (const { reason } of failed) logFailure(context, reason);
  return failed.length === 0;
}

function logFailure({ log, requestId }: NotifyContext, error: unknown): void {
  log.line('error', { event: 'notify', requestId, ...errorFields(error) });
}
