import { inboxLimit, type InboxMessage } from '../../../cloudfunctions/core/access/inbox';
import { after, dayMs } from './time';

/** A message that somebody got, and when. */
export interface Delivery {
  readonly personId: string;
  readonly message: InboxMessage;
}

const keptDays = 30;
const unreadDays = 1;

/** The inbox of everybody who got a message in the last month, oldest first; what is older than a day was read. */
export function inboxesOf(deliveries: readonly Delivery[], now: Date): Map<string, InboxMessage[]> {
  const inboxes = new Map<string, InboxMessage[]>();
  const unreadFrom = after(now, -unreadDays * dayMs).getTime();
  const kept = deliveries.filter(({ message }) => message.at.getTime() > after(now, -keptDays * dayMs).getTime());
  for (const { personId, message } of kept.sort((a, b) => a.message.at.getTime() - b.message.at.getTime())) {
    const inbox = inboxes.get(personId) ?? [];
    inboxes.set(personId, [...inbox, { ...message, read: message.at.getTime() < unreadFrom }].slice(-inboxLimit));
  }
  return inboxes;
}
