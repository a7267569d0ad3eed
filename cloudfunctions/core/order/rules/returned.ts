import type { OrderState } from '../document/order';

/** To be sent again, and nobody's return. */
export const sentAnew = { status: 'submitted', pool: false } as const;

/** Returns do not stop the clock; after enough of them only the secretary dispatches. */
export function returned(order: OrderState) {
  const returns = order.returns + 1;
  return { status: 'submitted', returns, pool: false, ruling: returns >= order.terms.returnsBeforeRuling } as const;
}
