import type { InboxMessage } from '../access/inbox';

/** What a message says to whoever gets it. */
export type MessageContent = Omit<InboxMessage, 'messageId' | 'at' | 'read'>;

/** Whom somebody wants to notify, and of what. */
export interface Notification {
  readonly personIds: readonly string[];
  /** The one login of theirs that is not told, since it is what the others are told of. */
  readonly exceptOpenid?: string;
  readonly content: MessageContent;
}
