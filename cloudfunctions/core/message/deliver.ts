import type { MessageKind, MessageTemplate } from '../../../miniprogram/contracts/message';
import { hatInUse } from '../access/caller';
import { creditOf, inboxLimit, kindFor, type InboxMessage } from '../access/inbox';
import { loginsWithInbox, type Login, type LoginWithInbox } from '../access/login';
import type { Context } from '../platform/context';
import type { Change } from '../platform/database';
import { pushed, resetCredits } from './credits';
import { findFlooded, type Flooded } from './find-flooded';
import type { OutgoingMessage } from './outgoing';
import { isSubscriptionKind, subscriptionKinds, type SubscriptionKind } from './subscription-kinds';
import { messageFields, messagePage } from './template';

export type DeliveryContext = Pick<Context, 'database' | 'openapi' | 'clock'>;

/**
 * Puts a message into the inboxes that do not hold it, and sends a subscription message to whoever granted one and had
 * not got it, unless so many rang already that it waits for a digest. One write, and one more for each kind of news of
 * which some have a grant and others none, and where some wait. The inbox is written first: where that write fails,
 * nothing was sent, and a repetition does both.
 */
export async function deliverMessage(
  context: DeliveryContext,
  recipients: readonly Login[],
  { messageId, at, content }: OutgoingMessage,
): Promise<void> {
  const message: InboxMessage = { ...content, messageId, at, read: false };
  const rings = await Promise.all(
    [content.kind, ...(content.otherKinds ?? []).map(({ kind }) => kind)].map((kind) =>
      ringsOf(
        context,
        recipients.filter(({ personId }) => kindFor(content, personId) === kind),
        { kind, urgent: content.urgent === true },
      ),
    ),
  );
  const loud = rings.flatMap(({ ringing, flooded }) => [...ringing, ...flooded.flatMap(({ held }) => held)]);
  const plain = recipients.filter((login) => !loud.includes(login));
  await Promise.all([write(context, plain, message), ...rings.map((ring) => deliverRinging(context, ring, message))]);
}

/** Whose phones ring for a message of one kind, by which template, and whose wait for a digest. */
interface Rings {
  readonly kind: SubscriptionKind | null;
  readonly ringing: readonly Login[];
  readonly flooded: readonly Flooded[];
}

async function ringsOf(
  context: DeliveryContext,
  recipients: readonly Login[],
  { kind, urgent }: { readonly kind: MessageKind; readonly urgent: boolean },
): Promise<Rings> {
  if (!isSubscriptionKind(kind)) return { kind: null, ringing: [], flooded: [] };
  const granted = recipients.filter(({ credits }) => credits[creditOf[subscriptionKinds[kind]]] > 0);
  const flooded = urgent ? [] : await findFlooded(context, granted);
  const waiting = flooded.flatMap(({ held }) => held);
  return { kind, ringing: granted.filter((login) => !waiting.includes(login)), flooded };
}

async function deliverRinging(
  context: DeliveryContext,
  { kind, ringing, flooded }: Rings,
  message: InboxMessage,
): Promise<void> {
  if (!kind) return;
  const template = subscriptionKinds[kind];
  const [changed] = await Promise.all([
    write(context, ringing, message, pushed(template, context.clock.now())),
    ...flooded.map(({ held, digestAt }) =>
      write(context, held, message, { increment: { held: 1 }, set: { digestAt } }),
    ),
  ]);
  // Fewer: the same message is being delivered by somebody else too, who sends what they wrote.
  if (changed === 0 || changed < ringing.length) return;
  await sendAll(context, ringing, { kind, template, message });
}

/** @returns how many inboxes did not hold the message before */
async function write(
  { database }: DeliveryContext,
  to: readonly Login[],
  message: InboxMessage,
  more: Change<LoginWithInbox> = {},
): Promise<number> {
  if (to.length === 0) return 0;
  return database.updateWhere(
    loginsWithInbox,
    { _id: { oneOf: to.map(({ _id }) => _id) }, 'inbox.messageId': { not: message.messageId } },
    {
      ...more,
      push: { ...more.push, inbox: { values: [message], sortBy: 'at', limit: inboxLimit } },
      increment: { ...more.increment, unread: 1, inboxSequence: 1 },
    },
  );
}

interface Sending {
  readonly kind: SubscriptionKind;
  readonly template: MessageTemplate;
  readonly message: InboxMessage;
}

/** Sends to each, and gives a grant back to our ledger, or takes the rest of them, as WeChat answers. */
async function sendAll(
  { database, openapi }: DeliveryContext,
  to: readonly Login[],
  { kind, template, message }: Sending,
): Promise<void> {
  const data = messageFields(kind, message);
  await Promise.all(
    to.map(async (login) => {
      const page = messagePage(message, hatInUse(login)?.hat ?? 'resident');
      const answer = await openapi.send({ openid: login._id, template, page, data });
      if (answer === 'no-credit') await resetCredits(database, login, template);
    }),
  );
}
