import { gridStaffHats, memberHats, observerHats, type Hat } from '../../../miniprogram/contracts/hat';
import { dayText, wallClock } from '../time/shanghai';
import type { InboxMessage } from '../access/inbox';

/** WeChat refuses a `thing` above 20 characters or with a line break. */
const thingLength = 20;

/**
 * What fills a template's fields: what it is about, and the time that matters. The words around them are the template's
 * own.
 */
export function messageFields(message: InboxMessage): Record<string, string> {
  const title = (message.title ?? message.name ?? '').replace(/\s+/g, ' ').trim();
  return { thing1: shortened(title === '' ? '-' : title), time2: timeText(message.until ?? message.at) };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= thingLength ? text : `${letters.slice(0, thingLength - 1).join('')}…`;
}

/** `2026-11-28 09:05`, Shanghai's clock. */
function timeText(at: Date): string {
  const { minute } = wallClock(at);
  return `${dayText(at)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The page that shows an order to whoever wears a hat; all others see it as a resident does. */
const orderPages: Readonly<Partial<Record<Hat, string>>> = Object.fromEntries([
  ...memberHats.map((hat) => [hat, 'packages/member/order/order'] as const),
  ...[...observerHats, ...gridStaffHats].map((hat) => [hat, 'packages/branch/trail/trail'] as const),
]);

/** Where a tap on the message leads, in the hat that its reader uses. */
export function messagePage({ orderId }: InboxMessage, hat: Hat): string {
  if (orderId === undefined) return 'pages/home/home';
  return `${orderPages[hat] ?? 'packages/resident/progress/progress'}?orderId=${encodeURIComponent(orderId)}`;
}
