import type { OrderPolicy } from '../policy';

/**
 * The policy that judges one order: copied into it when it is made, so that no promise moves later
 * (docs/adr/0003-terms.md). An emergency's terms are what is promised of emergencies.
 */
export type OrderTerms = Pick<
  OrderPolicy,
  | 'dispatchWithinHours'
  | 'acceptWithinHours'
  | 'completeWithinDays'
  | 'callWithinHours'
  | 'warnAt'
  | 'escalateAfterHours'
  | 'returnsBeforeRuling'
  | 'silenceDays'
  | 'award'
  | 'pairCaps'
  | 'matching'
  | 'remindAgainHours'
>;

/** The terms of an order that is made under this policy. */
export function termsOf(policy: OrderPolicy, isUrgent: boolean): OrderTerms {
  const { callWithinHours, warnAt, returnsBeforeRuling, silenceDays, award, pairCaps } = policy;
  const { matching, remindAgainHours } = policy;
  const { dispatchWithinHours, acceptWithinHours, completeWithinDays, escalateAfterHours } = isUrgent
    ? policy.emergency
    : policy;
  return {
    dispatchWithinHours,
    acceptWithinHours,
    completeWithinDays,
    callWithinHours,
    warnAt,
    escalateAfterHours,
    returnsBeforeRuling,
    silenceDays,
    award,
    pairCaps,
    ...(matching && { matching }),
    ...(remindAgainHours !== undefined && { remindAgainHours }),
  };
}
