import { withholdTitles, withoutTitles } from '../../message/withhold-titles';
import type { Context } from '../../platform/context';
import type { BeforeWrite } from './move-order';

/**
 * Of an order that becomes private by this move, whoever makes it so: what inboxes and the outbox already say of it
 * loses its words first, so that they are gone once the order is private. It costs a write for each person who was
 * told, and nothing for an order that was private before or stays open to all.
 */
export function withholdWords(context: Context): BeforeWrite {
  return async (after, before) => {
    if (before.private || !after.private) return undefined;
    await withholdTitles(context, after._id);
    return { ...after, ...withoutTitles(after) };
  };
}
