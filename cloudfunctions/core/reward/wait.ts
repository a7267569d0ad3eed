import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * `waiting`: in the line. `offered`: what they want is put aside, and they are asked whether they take it. The others
 * end it.
 */
export type WaitState = 'waiting' | 'offered' | 'taken' | 'left' | 'lapsed';

/** Somebody who waits for a thing that was out of stock. `_id` is `<goodId>:<personId>`. */
export interface Wait extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly goodId: string;
  readonly goodName: string;
  readonly personId: string;
  readonly name: string;
  readonly quantity: number;
  readonly state: WaitState;
  /** Sorts by when they came and is unique: `timeKey(at, personId)`. */
  readonly sinceKey: string;
  /** Until when they are asked; null unless they are. */
  readonly offeredUntil: Date | null;
  /** Sorts by that moment and is unique; null unless they are asked. */
  readonly dueKey: string | null;
  /** The last calls of whoever waits. */
  readonly requests: readonly RequestRecord[];
}

export const waits = collection<Wait>('waits');

export function waitIdOf(goodId: string, personId: string): string {
  return `${goodId}:${personId}`;
}
