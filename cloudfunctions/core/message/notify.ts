import type { MessageKind, MessageTemplate } from '../../../miniprogram/contracts/message';
import { hatInUse } from '../access/caller';
import { logins, loginsWithInbox, type Login } from '../access/login';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { errorFields } from '../platform/log';
import { creditOf, inboxLimit, type InboxMessage } from '../access/inbox';
import { messageFields, messagePage } from './template';

export type MessageContent = Omit<InboxMessage, 'messageId' | 'at' | 'read'>;

export interface Notification {
  readonly personIds: readonly string[];
  readonly content: MessageContent;
}

export type NotifyContext = Pick<Context, 'database' | 'clock' | 'openapi' | 'log' | 'requestId'>;

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
  ruling: 'deadline-news',
  reminded: 'deadline-news',
  'ledger-alarm': 'deadline-news',
};

const maxRecipients = 40;

/**
 * The logins of all recipients, in one request. It may run while what they are notified of is being written.
 * Undefined where there is no recipient, or where they could not be read, which is logged.
 */
export async function readRecipients(
  context: NotifyContext,
  notifications: readonly Notification[],
): Promise<readonly Login[] | undefined> {
  const personIds = [...new Set(notifications.flatMap((notification) => notification.personIds))].slice(
    0,
    maxRecipients,
  );
  if (personIds.length === 0) return undefined;
  try {
    return await context.database.find(logins, {
      where: { personId: { oneOf: personIds } },
      limit: 99,
      exclude: ['inbox'],
    });
  } catch (error) {
    logFailure(context, error);
    return undefined;
  }
}

/**
 * Notifies people, after what they are notified of has been committed: into the inbox, and by a subscription message to
 * whoever has granted one. Each notification is one write, and one more where some have a grant and others none. Never
 * throws: a notification that fails does not undo what happened.
 * @param recipients their logins, where they were read already
 */
export async function notify(
  context: NotifyContext,
  notifications: readonly Notification[],
  recipients: Promise<readonly Login[] | undefined> = readRecipients(context, notifications),
): Promise<void> {
  const found = (await recipients) ?? [];
  try {
    await Promise.all(
      notifications.map(({ personIds, content }) =>
        sendNotification(
          context,
          found.filter(({ personId }) => personIds.includes(personId)),
          content,
        ),
      ),
    );
  } catch (error) {
    logFailure(context, error);
  }
}

function logFailure(context: NotifyContext, error: unknown): void {
  context.log.line('error', { event: 'notify', requestId: context.requestId, ...errorFields(error) });
}

async function sendNotification(
  context: NotifyContext,
  recipients: readonly Login[],
  content: MessageContent,
): Promise<void> {
  const template = templates[content.kind];
  const granted = template ? recipients.filter(({ credits }) => credits[creditOf[template]] > 0) : [];
  const plain = recipients.filter((login) => !granted.includes(login));
  const at = context.clock.now();
  const message: InboxMessage = {
    ...content,
    messageId: derivedId('m', context.requestId, content.kind, content.orderId ?? ''),
    at,
    read: false,
  };
  const [unsent] = await Promise.all([
    template ? sendAll(context, granted, template, message) : [],
    write(context, plain, message),
    write(context, granted, message, template),
  ]);
  if (template) await Promise.all(unsent.map((login) => resetCredits(context, login, template)));
}

async function write(
  { database }: NotifyContext,
  to: readonly Login[],
  message: InboxMessage,
  spent?: MessageTemplate,
): Promise<void> {
  if (to.length === 0) return;
  await database.updateWhere(
    loginsWithInbox,
    { _id: { oneOf: to.map(({ _id }) => _id) } },
    {
      push: { inbox: { values: [message], limit: inboxLimit } },
      increment: { unread: 1, inboxSequence: 1, ...(spent && { [`credits.${creditOf[spent]}`]: -1 }) },
    },
  );
}

/** @returns those of whose grants WeChat knows none */
async function sendAll(
  { openapi }: NotifyContext,
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
  { database }: NotifyContext,
  { _id, credits }: Login,
  template: MessageTemplate,
): Promise<void> {
  await database.updateWhere(logins, { _id }, { set: { credits: { ...credits, [creditOf[template]]: 0 } } });
}
