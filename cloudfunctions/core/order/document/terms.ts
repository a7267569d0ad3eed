import type { HeadRule, RewardPolicy } from '../../reward/policy';
import type { Category } from '../../../../miniprogram/contracts/category';
import { defaultModerateWithinHours, defaultReplyWithinHours, type OrderPolicy } from '../policy';

/**
 * The policy that judges one order: copied into it when it is made, so that no promise moves later
 * (docs/adr/0003-terms.md). An emergency's terms are what is promised of emergencies.
 */
export type OrderTerms = Pick<
  OrderPolicy,
  | 'dispatchWithinHours'
  | 'acceptWithinHours'
  | 'acceptWithinDays'
  | 'acceptWithinWorkingDays'
  | 'completeWithinDays'
  | 'callWithinHours'
  | 'warnAt'
  | 'escalateAfterHours'
  | 'returnsBeforeRuling'
  | 'silenceDays'
  | 'award'
  | 'pairCaps'
  | 'matching'
  | 'callTries'
  | 'answerWithinDays'
  | 'ratingChangeDays'
  | 'remindAgainHours'
  | 'vouchWithinHours'
  | 'noShowAfterHours'
  | 'keepSeatHours'
  | 'wishSaturdays'
  | 'completeWithinWorkingDays'
  | 'answerWithinWorkingDays'
  | 'replyWithinHours'
  | 'moderateWithinHours'
> & {
  /** What a courtyard head earns who vouches for it; absent from orders that were made before heads earned anything. */
  readonly vouching?: { readonly rule: HeadRule; readonly pairCap: number };
};

/** Days or working days in which somebody accepts; an emergency has hours alone. */
function acceptDaysOf({ acceptWithinDays = 0, acceptWithinWorkingDays = 0 }: OrderPolicy): Partial<OrderTerms> {
  return {
    ...(acceptWithinDays > 0 && { acceptWithinDays }),
    ...(acceptWithinWorkingDays > 0 && { acceptWithinWorkingDays }),
  };
}

/** How long a question stops the clock, and a decision about what is public may take: an emergency waits for nobody. */
function answerHoursOf(
  { replyWithinHours, moderateWithinHours, emergency: urgent }: OrderPolicy,
  { emergency }: Pick<Category, 'emergency'>,
): Partial<OrderTerms> {
  const within = (hours: number | undefined, otherwise: number) =>
    emergency ? Math.min(hours ?? otherwise, urgent.acceptWithinHours) : hours;
  const reply = within(replyWithinHours, defaultReplyWithinHours);
  const decision = within(moderateWithinHours, defaultModerateWithinHours);
  return {
    ...(reply !== undefined && { replyWithinHours: reply }),
    ...(decision !== undefined && { moderateWithinHours: decision }),
  };
}

/** Working days of what comes after it. */
function laterDaysOf(policy: OrderPolicy, { emergency, promise }: Pick<Category, 'emergency' | 'promise'>) {
  const { completeWithinWorkingDays = 0, answerWithinWorkingDays = 0 } = policy;
  const countsDays = completeWithinWorkingDays > 0 && !emergency && promise?.completeWithinDays === undefined;
  return {
    ...(countsDays && { completeWithinWorkingDays }),
    ...(answerWithinWorkingDays > 0 && !emergency && { answerWithinWorkingDays }),
  };
}

/** The terms of an order that is made under these sections of the policy. */
export function termsOf(
  policy: OrderPolicy,
  { heads, pairCap }: RewardPolicy,
  { emergency, promise }: Pick<Category, 'emergency' | 'promise'>,
): OrderTerms {
  const { callWithinHours, warnAt, returnsBeforeRuling, silenceDays, award, pairCaps } = policy;
  const { matching, callTries, answerWithinDays, remindAgainHours, vouchWithinHours, noShowAfterHours, keepSeatHours } =
    policy;
  const { ratingChangeDays, wishSaturdays } = policy;
  const { dispatchWithinHours, acceptWithinHours, completeWithinDays, escalateAfterHours } = {
    ...(emergency ? policy.emergency : policy),
    ...promise,
  };
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
    vouching: { rule: heads.errand, pairCap },
    ...(matching && { matching }),
    ...(callTries !== undefined && { callTries }),
    ...(ratingChangeDays !== undefined && { ratingChangeDays }),
    ...(answerWithinDays !== undefined && { answerWithinDays }),
    ...(remindAgainHours !== undefined && { remindAgainHours }),
    ...(vouchWithinHours !== undefined && { vouchWithinHours }),
    ...(!emergency && promise?.acceptWithinHours === undefined && acceptDaysOf(policy)),
    ...(noShowAfterHours !== undefined && { noShowAfterHours }),
    ...(keepSeatHours !== undefined && { keepSeatHours }),
    ...(wishSaturdays !== undefined && { wishSaturdays }),
    ...laterDaysOf(policy, { emergency, ...(promise && { promise }) }),
    ...answerHoursOf(policy, { emergency }),
  };
}
