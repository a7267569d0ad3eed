import { dayText, wallClock } from '../time/shanghai';
import type { InboxMessage } from './message';

/** WeChat refuses a `thing` above 20 characters or with a line break. */
const thingLength = 20;

/** What fills a template's fields: what it is about, and the time that matters. The words around them are the template's own. */
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

/** Where a tap on the message leads. */
export function messagePage(message: InboxMessage): string {
  return message.orderId === undefined ? 'pages/home/home' : `pages/orders/orders?orderId=${message.orderId}`;
}
