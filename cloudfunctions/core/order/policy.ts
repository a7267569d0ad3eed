import { limits } from '../../../miniprogram/contracts/limits';
import { maxPapers } from '../../../miniprogram/contracts/category';
import { categoryKinds, categoryPrivacies, type Category } from '../../../miniprogram/contracts/category';
import { memberSkills } from '../../../miniprogram/contracts/skill';
import { line, object, optional, v } from '../platform/validation';
import { dailyLimitsSchema, type DailyLimits } from './limits/policy';
import { matchingPolicySchema, type MatchingPolicy } from './matching/policy';
import { maxCategories } from './rules/categories';

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
  /** A rating may be changed for these days. Absent: `defaultRatingChangeDays`. */
  readonly ratingChangeDays?: number;
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
  /** What a wish may cost at most. Absent: `defaultWishCapYuan`. */
  readonly wishCapYuan?: number;
  /** What orders can be about. Absent where the community decided nothing: `defaultCategories` hold. */
  readonly categories?: readonly Category[];
  /** Absent where the community decided nothing: `defaultDailyLimits` holds. */
  readonly limits?: DailyLimits;
  /** Absent where the community decided nothing: `defaultMatchingPolicy` holds. */
  readonly matching?: MatchingPolicy;
  /** The same person reminds of an order once in so many hours. Absent: `defaultRemindAgainHours`. */
  readonly remindAgainHours?: number;
  /** A wish is in the pool for so many Saturdays. Absent: `defaultWishSaturdays`. */
  readonly wishSaturdays?: number;
  /** The head of a courtyard vouches for an errand within so many hours. Absent: `defaultVouchWithinHours`. */
  readonly vouchWithinHours?: number;
  /**
   * So many hours after the hours that a helper had named, nobody has come, and their seat is free again. Absent:
   * `defaultNoShowAfterHours`.
   */
  readonly noShowAfterHours?: number;
  /** A seat that got free is kept so many hours for whoever waited for one. Absent: `defaultKeepSeatHours`. */
  readonly keepSeatHours?: number;
  /** Whoever accepted has done it by the end of so many working days, instead of days; 0 or absent: the days hold. */
  readonly completeWithinWorkingDays?: number;
  /** Somebody outside has answered by the end of so many working days; 0 or absent: the days hold. */
  readonly answerWithinWorkingDays?: number;
  /**
   * While a requester is asked something, the clock of an order stands still for so many hours at most, all questions
   * together; of an emergency for no longer than there is time to accept it. Absent: `defaultReplyWithinHours`.
   */
  readonly replyWithinHours?: number;
  /**
   * A person decides within so many hours whether others read what waits for it; of an emergency no later than there is
   * to accept it. Absent: `defaultModerateWithinHours`.
   */
  readonly moderateWithinHours?: number;
}

export const defaultRemindAgainHours = 4;
export const defaultCallTries = 3;
export const defaultAnswerDays = 15;
export const defaultVouchWithinHours = 24;
export const defaultNoShowAfterHours = 2;
export const defaultKeepSeatHours = 12;
export const defaultReplyWithinHours = 168;
export const defaultModerateWithinHours = 24;
export const defaultRatingChangeDays = 7;
export const defaultWishSaturdays = 4;

export const defaultWishCapYuan = 200;

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

/** What may be said of a category. */
export const categoryKeys = {
  name: line(limits.categoryName),
  skill: v.nullable(v.picklist(memberSkills)),
  kind: v.picklist(categoryKinds),
  privacy: v.picklist(categoryPrivacies),
  checklist: v.pipe(v.array(line(limits.paperName)), v.maxLength(maxPapers)),
  emergency: v.boolean(),
  promise: optional(
    object({
      dispatchWithinHours: optional(hours),
      acceptWithinHours: optional(hours),
      completeWithinDays: optional(whole(1, 90)),
    }),
  ),
};
export const categoryKey = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const categorySchema = object({ key: categoryKey, ...categoryKeys, retired: optional(v.literal(true)) });

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
  ratingChangeDays: optional(whole(1, 60)),
  emergency: object(promises),
  award: object({
    ruleId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
    version: whole(1, 1_000_000),
    points: whole(0, 100),
  }),
  pairCaps: object({ confirmed: whole(0, 100), called: whole(0, 100) }),
  wishCapYuan: optional(whole(1, 10_000)),
  categories: optional(v.pipe(v.array(categorySchema), v.minLength(1), v.maxLength(maxCategories))),
  limits: optional(dailyLimitsSchema),
  matching: optional(matchingPolicySchema),
  remindAgainHours: optional(hours),
  wishSaturdays: optional(whole(1, 12)),
  vouchWithinHours: optional(hours),
  noShowAfterHours: optional(hours),
  keepSeatHours: optional(hours),
  completeWithinWorkingDays: optional(whole(0, 60)),
  answerWithinWorkingDays: optional(whole(0, 60)),
  replyWithinHours: optional(hours),
  moderateWithinHours: optional(hours),
});
