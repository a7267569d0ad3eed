import type { MessageKind, MessageTemplate } from '../../../miniprogram/contracts/message';

/** News that leave the inbox as subscription messages, where somebody granted any, and by which template. */
export const subscriptionKinds = {
  created: 'offer-news',
  offered: 'offer-news',
  published: 'order-news',
  relisted: 'order-news',
  expired: 'order-news',
  'to-vouch': 'offer-news',
  'passed-on': 'order-news',
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
  relocated: 'order-news',
  transferred: 'order-news',
  answered: 'order-news',
  'due-soon': 'deadline-news',
  overdue: 'deadline-news',
  'finish-soon': 'deadline-news',
  stalled: 'deadline-news',
  'to-call': 'deadline-news',
  uncalled: 'deadline-news',
  'answer-soon': 'deadline-news',
  unanswered: 'deadline-news',
  question: 'order-news',
  replied: 'order-news',
  'not-replied': 'deadline-news',
  removed: 'order-news',
  unreached: 'order-news',
  finished: 'order-news',
  unreachable: 'order-news',
  'lapse-soon': 'order-news',
  ruling: 'deadline-news',
  reminded: 'deadline-news',
  'part-waiting': 'deadline-news',
  'part-overdue': 'deadline-news',
  'ledger-alarm': 'deadline-news',
  enrolled: 'order-news',
  'visit-help': 'offer-news',
  'alert-urgent': 'offer-news',
  'alert-illness': 'offer-news',
} as const satisfies Partial<Record<MessageKind, MessageTemplate>>;

export type SubscriptionKind = keyof typeof subscriptionKinds;

export function isSubscriptionKind(kind: MessageKind): kind is SubscriptionKind {
  return Object.hasOwn(subscriptionKinds, kind);
}
