import type { TrailLine } from '../document/order';

/** Moves that make somebody a part of how an order went. */
const handling: ReadonlySet<TrailLine['action']> = new Set(['create', 'dispatch', 'accept', 'complete', 'relocate']);

/** Who had a hand in an order after one more line of its trail. */
export function handlersAfter(before: readonly string[], { action, by }: TrailLine): readonly string[] {
  if (by === null || !handling.has(action) || before.includes(by.personId)) return before;
  return [...before, by.personId];
}
