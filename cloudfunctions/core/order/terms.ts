import type { AwardRule, Policy } from '../place/community';

/** The policy that judges one order: copied into it when it is made, so that no promise moves later (docs/adr/0003-terms.md). */
export interface OrderTerms {
  /** Somebody is sent within these hours of its making; the clock's levels are the same as after a dispatch. */
  readonly dispatchWithinHours: number;
  /** Somebody accepts within these hours of the first dispatch (S2-12). */
  readonly acceptWithinHours: number;
  /** The part of that time after which the people concerned are warned. */
  readonly warnAt: number;
  /** Hours after the deadline at which it reaches grid worker, grid leader, secretary. */
  readonly escalateAfterHours: readonly number[];
  /** After so many returns only the secretary dispatches. */
  readonly returnsBeforeRuling: number;
  /** So many silent days after completion close an order as unrated. */
  readonly silenceDays: number;
  /** What a confirmation moves to the member. */
  readonly award: AwardRule;
}

/** The terms of an order that is made under this policy. */
export function termsOf(policy: Policy): OrderTerms {
  const { dispatchWithinHours, acceptWithinHours, warnAt, escalateAfterHours, returnsBeforeRuling, silenceDays, award } = policy;
  return { dispatchWithinHours, acceptWithinHours, warnAt, escalateAfterHours, returnsBeforeRuling, silenceDays, award };
}
