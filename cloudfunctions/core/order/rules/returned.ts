import type { OrderState } from '../document/order';
import { freshClock } from './deadlines';
import type { OrderChange } from './evolve';
import { listedWish } from './wish';

/** To be sent again, and nobody's return. */
export const sentAnew = { status: 'submitted', pool: false } as const;

/** Returns do not stop the clock; after enough of them only the secretary dispatches. */
export function returned(order: OrderState) {
  const returns = order.returns + 1;
  return { status: 'submitted', returns, pool: false, ruling: returns >= order.terms.returnsBeforeRuling } as const;
}

/**
 * What becomes of a published wish that nobody is at any more: it is in the pool again, for the Saturday that comes.
 * One that became private is in no pool; it is to be sent, under a clock that does not end with a Saturday. Nothing of
 * one that staff gave to somebody by name: nobody saw how it reads to all.
 */
export function givenUpWish({ kind, private: isPrivate, published }: OrderState, at: Date): OrderChange {
  if (kind !== 'wish' || !published || published.listed === 0) return {};
  return isPrivate ? freshClock(at) : listedWish(at, published.listed);
}
