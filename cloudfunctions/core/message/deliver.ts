import type { MessageKind, MessageTemplate } from '../../../miniprogram/contracts/message';
import { hatInUse } from '../access/caller';
import { creditOf, inboxLimit, type InboxMessage } from '../access/inbox';
import { logins, loginsWithInbox, type Login } from '../access/login';
import type { Context } from '../platform/context';
import type { OutgoingMessage } from './outgoing';
import { messageFields, messagePage } from './template';

export type DeliveryContext = Pick<Context, 'database' | 'openapi'>;

const templates: Readonly<Partial<Record<MessageKind, MessageTemplate>>> = {
  created: 'offer-news',
  offered: 'offer-news',
  dispatched: 'order-news',
  accepted: 'order-news',
  declined: 'order-news',
  returned: 'order-news',
  completed: 'order-news',
  solved: 'order-news',
  closed: 'order-news',
  reopened: 'order-news',
  unsolved: 'order-news',
  cancelled: 'order-news',
  refused: 'order-news',
  merged: 'order-news',
  restored: 'order-news',
  transferred: 'order-news',
  'due-soon': 'deadline-news',
  overdue: 'deadline-news',
  'finish-soon': 'deadline-news',
  stalled: 'deadline-news',
  'to-call': 'deadline-news',
  uncalled: 'deadline-news',
  unreached: 'order-news',
  finished: 'order-news',
  unreachable: 'order-news',
  'lapse-soon': 'order-news',
  ruling: 'deadline-news',
  reminded: 'deadline-news',
  'ledger-alarm': 'deadline-news',
  enrolled: 'order-news',
  'visit-help': 'offer-news',
};

/**
 * Puts a message into the inboxes that do not hold it, and sends a subscription message to whoever granted one and had
 * not got it. One write, and one more where some have a grant and others none. The inbox is written first: where that
 * write fails, nothing was sent, and a repetition does both.
 */
export async function deliverMessage(
  context: DeliveryContext,
  recipients: readonly Login[],
  { messageId, at, content }: OutgoingMessage,
): Promise<void> {
  const template = templates[content.kind];
  const granted = template ? recipients.filter(({ credits }) => credits[creditOf[template]] > 0) : [];
  const plain = recipients.filter((login) => !granted.includes(login));
  const message: InboxMessage = { ...content, messageId, at, read: false };
  const [, changed] = await Promise.all([write(context, plain, message), write(context, granted, message, template)]);
  // Fewer: the same message is being delivered by somebody else too, who sends what they wrote.
  if (!template || changed === 0 || changed < granted.length) return;
  const unsent = await sendAll(context, granted, template, message);
  await Promise.all(unsent.map((login) => resetCredits(context, login, template)));
}

/** @returns how many inboxes did not hold the message before */
async function write(
  { database }: DeliveryContext,
  to: readonly Login[],
  message: InboxMessage,
  spent?: MessageTemplate,
): Promise<number> {
  if (to.length === 0) return 0;
  return database.updateWhere(
    loginsWithInbox,
    { _id: { oneOf: to.map(({ _id }) => _id) }, 'inbox.messageId': { not: message.messageId } },
    {
      push: { inbox: { values: [message], sortBy: 'at', limit: inboxLimit } },
      increment: { unread: 1, inboxSequence: 1, ...(spent && { [`credits.${creditOf[spent]}`]: -1 }) },
    },
  );
}

/** @returns those of whose grants WeChat knows none */
async function sendAll(
  { openapi }: DeliveryContext,
  to: readonly Login[],
  template: MessageTemplate,
  message: InboxMessage,
): Promise<readonly Login[]> {
  const data = messageFields(message);
  const answers = await Promise.all(
    to.map((login) =>
      openapi.send({
        openid: login._id,
        template,
        page: messagePage(message, hatInUse(login)?.hat ?? 'resident'),
        data,
      }),
    ),
  );
  return to.filter((_login, index) => answers[index] === 'no-credit');
}

/** WeChat keeps the true count of grants: when it knows of none, ours is set to none. */
async function resetCredits(
  { database }: DeliveryContext,
  { _id, credits }: Login,
  template: MessageTemplate,
): Promise<void> {
  await database.updateWhere(logins, { _id }, { set: { credits: { ...credits, [creditOf[template]]: 0 } } });
}
