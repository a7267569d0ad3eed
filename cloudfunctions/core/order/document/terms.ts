import type { OrderPolicy } from '../policy';

/**
 * The policy that judges one order: copied into it when it is made, so that no promise moves later
 * (docs/adr/0003-terms.md).
 */
export type OrderTerms = Pick<
  OrderPolicy,
  | 'dispatchWithinHours'
  | 'acceptWithinHours'
  | 'warnAt'
  | 'escalateAfterHours'
  | 'returnsBeforeRuling'
  | 'silenceDays'
  | 'award'
  | 'pairCaps'
>;

/** The terms of an order that is made under this policy. */
export function termsOf(policy: OrderPolicy): OrderTerms {
  const {
    dispatchWithinHours,
    acceptWithinHours,
    warnAt,
    escalateAfterHours,
    returnsBeforeRuling,
    silenceDays,
    award,
    pairCaps,
  } = policy;
  return {
    dispatchWithinHours,
    acceptWithinHours,
    warnAt,
    escalateAfterHours,
    returnsBeforeRuling,
    silenceDays,
    award,
    pairCaps,
  };
}
