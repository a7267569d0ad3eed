import { derivedId } from '../platform/ids';
import type { Notification } from './notification';
import { joinSameContent } from './rules/same-content';

export type { MessageContent, Notification } from './notification';

/** A notification with the id under which every inbox holds it once, however often it is delivered. */
export interface OutgoingMessage extends Notification {
  readonly messageId: string;
  /** When it happened; an inbox is sorted by it. */
  readonly at: Date;
}

/**
 * Gives notifications their ids. Those that differ by kind alone become one message, so that one write delivers them.
 * @param source what they are about, such as an order and its revision: the same source gives the same ids
 */
export function outgoingMessages(
  source: string,
  at: Date,
  notifications: readonly Notification[],
): readonly OutgoingMessage[] {
  return joinSameContent(notifications).map((notification, index) => ({
    ...notification,
    messageId: derivedId('m', source, notification.content.kind, String(index)),
    at,
  }));
}
