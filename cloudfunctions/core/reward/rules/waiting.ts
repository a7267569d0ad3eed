import type { RewardPolicy } from '../policy';
import type { Wait } from '../wait';
import { freeOf, type Stock } from './stock';

/** Whether somebody still stands in the line, or is asked. */
export function isWaiting({ state }: Pick<Wait, 'state'>): boolean {
  return state === 'waiting' || state === 'offered';
}

const hourMs = 3_600_000;

/** What is put aside for the first in the line: what they want, or what there is; null where there is nothing. */
export function offerOf(
  stock: Pick<Stock, 'onHand' | 'reserved'>,
  wait: Pick<Wait, 'quantity'>,
  { at, policy }: { readonly at: Date; readonly policy: Pick<RewardPolicy, 'answerHours'> },
): { readonly quantity: number; readonly until: Date } | null {
  const quantity = Math.min(freeOf(stock), wait.quantity);
  return quantity > 0 ? { quantity, until: new Date(at.getTime() + policy.answerHours * hourMs) } : null;
}
