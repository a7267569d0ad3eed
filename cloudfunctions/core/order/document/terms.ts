import type { HeadRule, RewardPolicy } from '../../reward/policy';
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
> & {
  /** What a courtyard head earns who vouches for it; absent from orders that were made before heads earned anything. */
  readonly vouching?: { readonly rule: HeadRule; readonly pairCap: number };
};

/** The terms of an order that is made under these sections of the policy. */
export function termsOf(policy: OrderPolicy, { heads, pairCap }: RewardPolicy): OrderTerms {
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
    vouching: { rule: heads.errand, pairCap },
  };
}
