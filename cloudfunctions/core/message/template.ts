import { gridStaffHats, memberHats, observerHats, type Hat } from '../../../miniprogram/contracts/hat';
import { dayText, wallClock } from '../time/shanghai';
import type { InboxMessage } from '../access/inbox';
import type { SubscriptionKind } from './subscription-kinds';
import { digestWords, subscriptionWords } from './text/subscription-words';

/**
 * What fills a template's fields: what happened, and the time that matters. What an order is about, and whose it is,
 * stands in the inbox alone.
 */
export function messageFields(kind: SubscriptionKind, { at, until }: Pick<InboxMessage, 'at' | 'until'>) {
  return { thing1: subscriptionWords(kind), time2: timeText(until ?? at) };
}

/** The same for a digest of so many messages. */
export function digestFields(count: number, at: Date): Record<string, string> {
  return { thing1: digestWords(count), time2: timeText(at) };
}

/** `2026-11-28 09:05`, Shanghai's clock. */
function timeText(at: Date): string {
  const { minute } = wallClock(at);
  return `${dayText(at)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The page that shows an order to whoever wears a hat; all others see it as a resident does. */
const orderPages: Readonly<Partial<Record<Hat, string>>> = Object.fromEntries([
  ...memberHats.map((hat) => [hat, 'packages/order/order/order'] as const),
  ...[...observerHats, ...gridStaffHats].map((hat) => [hat, 'packages/order/trail/trail'] as const),
]);

/** Where a tap on a digest leads: the inbox. */
export const inboxPage = 'packages/resident/messages/messages';

/** Where a tap on the message leads, in the hat that its reader uses. */
export function messagePage({ orderId }: InboxMessage, hat: Hat): string {
  if (orderId === undefined) return 'pages/home/home';
  return `${orderPages[hat] ?? 'packages/order/progress/progress'}?orderId=${encodeURIComponent(orderId)}`;
}
