import { orderCategories, type OrderCategory } from '../../../miniprogram/contracts/order';
import { object, optional, v } from '../platform/validation';
import { dailyLimitsSchema, type DailyLimits } from './limits/policy';
import { matchingPolicySchema, type MatchingPolicy } from './matching/policy';

/** What a confirmed order is worth. A rule is never changed: a new version follows it. */
export interface AwardRule {
  readonly ruleId: string;
  readonly version: number;
  readonly points: number;
}

/** How often a month one member earns by one requester: by their own word, and by a call of staff to them. */
export interface OrderPairCaps {
  readonly confirmed: number;
  readonly called: number;
}

/** What is promised of an emergency, in the place of what is promised of every other order. */
export type EmergencyPolicy = Pick<
  OrderPolicy,
  'dispatchWithinHours' | 'acceptWithinHours' | 'completeWithinDays' | 'escalateAfterHours'
>;

/** What is promised about orders. An order takes a copy when it is made, so that no promise moves later. */
export interface OrderPolicy {
  /** Somebody is sent within these hours of an order's making. */
  readonly dispatchWithinHours: number;
  /** Somebody accepts within these hours of the first dispatch (S2-12). */
  readonly acceptWithinHours: number;
  /** By the end of so many days after it, instead; 0 or absent: the hours hold. */
  readonly acceptWithinDays?: number;
  /** By the end of so many working days after it, by the State Council's calendar; 0 or absent: the others hold. */
  readonly acceptWithinWorkingDays?: number;
  /** Whoever accepted has done it within these days. */
  readonly completeWithinDays: number;
  /** Within these hours of a completion somebody without WeChat is asked on the phone whether it is solved. */
  readonly callWithinHours: number;
  /** Somebody outside has answered within these days of a transfer. Absent: `defaultAnswerDays`. */
  readonly answerWithinDays?: number;
  /** The part of each time after which the people concerned are warned: 2/3. */
  readonly warnAt: number;
  /** Hours after a deadline at which grid worker, grid leader, secretary are told in turn. */
  readonly escalateAfterHours: readonly number[];
  /** After so many returns only the secretary dispatches. */
  readonly returnsBeforeRuling: number;
  /** So many silent days close a completed order as unrated, from when its requester was asked. */
  readonly silenceDays: number;
  /**
   * After calls in vain on so many days the office has done what it can to ask; `silenceDays` later the order closes as
   * unreachable. Absent: `defaultCallTries`.
   */
  readonly callTries?: number;
  readonly emergency: EmergencyPolicy;
  /** What a confirmation moves to the member. */
  readonly award: AwardRule;
  /** What is above it in a month moves nothing, and is listed. */
  readonly pairCaps: OrderPairCaps;
  /** Orders of these categories are private whatever the requester ticks. */
  readonly privateCategories: readonly OrderCategory[];
  /** Absent where the community decided nothing: `defaultDailyLimits` holds. */
  readonly limits?: DailyLimits;
  /** Absent where the community decided nothing: `defaultMatchingPolicy` holds. */
  readonly matching?: MatchingPolicy;
  /** The same person reminds of an order once in so many hours. Absent: `defaultRemindAgainHours`. */
  readonly remindAgainHours?: number;
  /** The head of a courtyard vouches for an errand within so many hours. Absent: `defaultVouchWithinHours`. */
  readonly vouchWithinHours?: number;
  /**
   * So many hours after the hours that a helper had named, nobody has come, and their seat is free again. Absent:
   * `defaultNoShowAfterHours`.
   */
  readonly noShowAfterHours?: number;
  /** A seat that got free is kept so many hours for whoever waited for one. Absent: `defaultKeepSeatHours`. */
  readonly keepSeatHours?: number;
  /** Orders of these categories are agency: a paper to be filed (S1-18). Absent: `defaultAgencyCategories`. */
  readonly agencyCategories?: readonly OrderCategory[];
}

export const defaultRemindAgainHours = 4;
export const defaultCallTries = 3;
export const defaultAnswerDays = 15;
export const defaultVouchWithinHours = 24;
export const defaultNoShowAfterHours = 2;
export const defaultKeepSeatHours = 12;

/** A paper to be filed, not a hand to be lent. */
export const defaultAgencyCategories: readonly OrderCategory[] = ['birth', 'schooling', 'registration'];

/** Three days to accept (S2-12); the other numbers are the product's own. */
export const defaultOrderPolicy: OrderPolicy = {
  dispatchWithinHours: 24,
  acceptWithinHours: 72,
  completeWithinDays: 14,
  callWithinHours: 48,
  answerWithinDays: defaultAnswerDays,
  warnAt: 2 / 3,
  escalateAfterHours: [0, 4, 8],
  returnsBeforeRuling: 2,
  silenceDays: 7,
  emergency: { dispatchWithinHours: 1, acceptWithinHours: 2, completeWithinDays: 3, escalateAfterHours: [0, 0.5, 1] },
  award: { ruleId: 'order-confirmed', version: 1, points: 2 },
  pairCaps: { confirmed: 8, called: 4 },
  privateCategories: ['birth'],
};

const hours = v.pipe(v.number(), v.minValue(0.25), v.maxValue(720));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** What an emergency has of its own, and every other order, too. */
const promises = {
  dispatchWithinHours: hours,
  acceptWithinHours: hours,
  completeWithinDays: whole(1, 90),
  escalateAfterHours: v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(240))), v.length(3)),
};

/** What may be set, and how far. */
export const orderPolicySchema = object({
  ...promises,
  callWithinHours: hours,
  warnAt: v.pipe(v.number(), v.minValue(0.1), v.maxValue(0.95)),
  returnsBeforeRuling: whole(1, 10),
  silenceDays: whole(1, 60),
  callTries: optional(whole(2, 10)),
  acceptWithinDays: optional(whole(0, 30)),
  acceptWithinWorkingDays: optional(whole(0, 30)),
  answerWithinDays: optional(whole(1, 90)),
  emergency: object(promises),
  award: object({
    ruleId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
    version: whole(1, 1_000_000),
    points: whole(0, 100),
  }),
  pairCaps: object({ confirmed: whole(0, 100), called: whole(0, 100) }),
  privateCategories: v.array(v.picklist(orderCategories)),
  limits: optional(dailyLimitsSchema),
  matching: optional(matchingPolicySchema),
  remindAgainHours: optional(hours),
  vouchWithinHours: optional(hours),
  noShowAfterHours: optional(hours),
  keepSeatHours: optional(hours),
  agencyCategories: optional(v.array(v.picklist(orderCategories))),
});
