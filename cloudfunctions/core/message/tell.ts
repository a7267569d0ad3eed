import type { MessageKind, MessageTemplate } from '../../../miniprogram/contracts/message';
import { wornHat } from '../person/actor';
import { logins, loginsWithInbox, type Login } from '../person/login';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { errorFields } from '../platform/log';
import { creditOf, inboxSize, type InboxMessage } from './message';
import { messageFields, messagePage } from './template';

export type News = Omit<InboxMessage, 'messageId' | 'at' | 'read'>;

export interface Telling {
  readonly personIds: readonly string[];
  readonly news: News;
}

type TellContext = Pick<Context, 'database' | 'clock' | 'openapi' | 'log' | 'requestId'>;

const templates: Readonly<Partial<Record<MessageKind, MessageTemplate>>> = {
  offered: 'offer-news', dispatched: 'order-news', accepted: 'order-news', declined: 'order-news', completed: 'order-news', closed: 'order-news',
  reopened: 'order-news', ended: 'order-news', 'due-soon': 'deadline-news', overdue: 'deadline-news', ruling: 'deadline-news', reminded: 'deadline-news',
};

const mostTold = 40;

/**
 * Tells people, after what they are told of has been committed: into the inbox, and by a subscription message to whoever has
 * granted one. All of them are read in one request; each telling is one write, and one more where some have a grant and
 * others none. Never throws: news that cannot be told does not undo what happened.
 */
export async function tell(context: TellContext, tellings: readonly Telling[]): Promise<void> {
  const personIds = [...new Set(tellings.flatMap((telling) => telling.personIds))].slice(0, mostTold);
  if (personIds.length === 0) return;
  try {
    const found = await context.database.find(logins, { where: { personId: { oneOf: personIds } }, limit: 99, without: ['inbox'] });
    await Promise.all(tellings.map(({ personIds: told, news }) => tellOne(context, found.filter(({ personId }) => told.includes(personId)), news)));
  } catch (error) {
    context.log.line('error', { event: 'telling', requestId: context.requestId, ...errorFields(error) });
  }
}

async function tellOne(context: TellContext, told: readonly Login[], news: News): Promise<void> {
  const template = templates[news.kind];
  const granted = template ? told.filter(({ credits }) => credits[creditOf[template]] > 0) : [];
  const plain = told.filter((login) => !granted.includes(login));
  const at = context.clock.now();
  const message: InboxMessage = { ...news, messageId: derivedId('m', context.requestId, news.kind, news.orderId ?? ''), at, read: false };
  await Promise.all([write(context, plain, message), write(context, granted, message, template)]);
  if (template) await Promise.all(granted.map((login) => send(context, login, template, message)));
}

async function write({ database }: TellContext, to: readonly Login[], message: InboxMessage, spent?: MessageTemplate): Promise<void> {
  if (to.length === 0) return;
  await database.updateWhere(loginsWithInbox, { _id: { oneOf: to.map(({ _id }) => _id) } }, {
    push: { inbox: { values: [message], keep: inboxSize } },
    increment: { unread: 1, inboxSequence: 1, ...(spent && { [`credits.${creditOf[spent]}`]: -1 }) },
  });
}

/** WeChat keeps the true count of grants: when it knows of none, ours is set to none. */
async function send(context: TellContext, login: Login, template: MessageTemplate, message: InboxMessage): Promise<void> {
  const answer = await context.openapi.send({ openid: login._id, template, page: messagePage(message, wornHat(login)?.hat ?? 'resident'), data: messageFields(message) });
  if (answer === 'no-credit') await context.database.updateWhere(logins, { _id: login._id }, { set: { credits: { ...login.credits, [creditOf[template]]: 0 } } });
}
