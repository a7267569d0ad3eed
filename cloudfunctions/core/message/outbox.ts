import type { OutgoingMessage } from './outgoing';

/**
 * What a document remembers of its own news, written by the very write that makes the news, until a job has seen that
 * everybody heard them. Both fields are absent while there is nothing to tell.
 */
export interface Outbox {
  readonly outbox?: readonly OutgoingMessage[];
  /** When the newest of them was written. */
  readonly outboxAt?: Date;
}

/** More than the moves that an order has room for make in the minutes between two runs of the job. */
const outboxLimit = 120;

/** The outbox of a document with more news in it. */
export function addToOutbox({ outbox = [] }: Outbox, messages: readonly OutgoingMessage[]): Outbox {
  const last = messages.at(-1);
  return last ? { outbox: [...outbox, ...messages].slice(-outboxLimit), outboxAt: last.at } : {};
}
