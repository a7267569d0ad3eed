import { accessPolicySchema, defaultAccessPolicy, type AccessPolicy } from '../access/policy';
import {
  activityPolicySchema,
  defaultActivityPolicy,
  defaultMomentMinutes,
  type ActivityPolicy,
} from '../activity/policy';
import { defaultMaxPoints } from '../activity/rules/attendance-rules';
import { defaultDailyLimits } from '../order/limits/policy';
import { defaultMatchingPolicy } from '../order/matching/policy';
import { complaintPolicySchema, defaultComplaintPolicy, type ComplaintPolicy } from '../complaint/policy';
import { defaultPrivacyPolicy, privacyPolicySchema, type PrivacyPolicy } from '../privacy/policy';
import { defaultEnrolmentPolicy, enrolmentPolicySchema, type EnrolmentPolicy } from '../enrolment/policy';
import {
  defaultAnswerDays,
  defaultCallTries,
  defaultOrderPolicy,
  defaultKeepSeatHours,
  defaultModerateWithinHours,
  defaultNoShowAfterHours,
  defaultRatingChangeDays,
  defaultRemindAgainHours,
  defaultReplyWithinHours,
  defaultVouchWithinHours,
  defaultWishCapYuan,
  defaultWishSaturdays,
  orderPolicySchema,
  type OrderPolicy,
} from '../order/policy';
import { defaultMessagePolicy, messagePolicySchema, type MessagePolicy } from '../message/policy';
import { defaultPassbookPolicy, passbookPolicySchema, type PassbookPolicy } from '../passbook/policy';
import { defaultPlacePolicy, placePolicySchema, type PlacePolicy } from '../place/policy';
import { defaultReviewPolicy, reviewPolicySchema, type ReviewPolicy } from '../review/policy';
import { defaultRewardPolicy, rewardPolicySchema, type RewardPolicy } from '../reward/policy';
import { fullStationPolicy, stationPolicySchema, type StationPolicy } from '../station/policy';
import { defaultHelpPolicy, helpPolicySchema, type HelpPolicy } from '../help/policy';
import { defaultRecognitionPolicy, recognitionPolicySchema, type RecognitionPolicy } from '../recognition/policy';
import { defaultVisitPolicy, visitPolicySchema, type VisitPolicy } from '../visit/policy';
import type { Result } from '../platform/result';
import { object, optional, validate } from '../platform/validation';

/**
 * What a community decided, by noun. Data, changed only by a secretary and with a reason; each version stays
 * (`policy/version.ts`).
 */
export interface Policy {
  readonly order: OrderPolicy;
  readonly activity: ActivityPolicy;
  /** Absent where the community decided nothing: `defaultAccessPolicy` holds. */
  readonly access?: AccessPolicy;
  /** Absent where the community decided nothing: `defaultRewardPolicy` holds. */
  readonly reward?: RewardPolicy;
  /** Absent where the community decided nothing: `defaultPassbookPolicy` holds. */
  readonly passbook?: PassbookPolicy;
  /** Whatever is absent holds as `defaultStationPolicy` says. */
  readonly station?: StationPolicy;
  /** Absent where the community decided nothing: `defaultPlacePolicy` holds. */
  readonly place?: PlacePolicy;
  /** Absent where the community decided nothing: `defaultVisitPolicy` holds. */
  readonly visit?: VisitPolicy;
  /** Absent where the community decided nothing: `defaultHelpPolicy` holds. */
  readonly help?: HelpPolicy;
  /** Absent where the community decided nothing: `defaultMessagePolicy` holds. */
  readonly message?: MessagePolicy;
  /** Absent where the community decided nothing: `defaultReviewPolicy` holds. */
  readonly review?: ReviewPolicy;
  /** Absent where the community decided nothing: `defaultRecognitionPolicy` holds. */
  readonly recognition?: RecognitionPolicy;
  /** Absent where the community decided nothing: `defaultComplaintPolicy` holds. */
  readonly complaint?: ComplaintPolicy;
  /** Absent where the community named no channel of its own. */
  readonly enrolment?: EnrolmentPolicy;
  /** Absent where the community answers itself and entered no number. */
  readonly privacy?: PrivacyPolicy;
}

/** The light-burden setting, with which a new community starts. */
export const defaultPolicy: Policy = { order: defaultOrderPolicy, activity: defaultActivityPolicy };

/** What may be set, and how far. */
export const policySchema = object({
  order: orderPolicySchema,
  activity: activityPolicySchema,
  access: optional(accessPolicySchema),
  reward: optional(rewardPolicySchema),
  passbook: optional(passbookPolicySchema),
  station: optional(stationPolicySchema),
  place: optional(placePolicySchema),
  visit: optional(visitPolicySchema),
  help: optional(helpPolicySchema),
  review: optional(reviewPolicySchema),
  recognition: optional(recognitionPolicySchema),
  message: optional(messagePolicySchema),
  complaint: optional(complaintPolicySchema),
  enrolment: optional(enrolmentPolicySchema),
  privacy: optional(privacyPolicySchema),
});

/**
 * A policy as somebody wants it to be; `INVALID_INPUT` names the first setting that cannot be, such as
 * `order.silenceDays`.
 */
export function checkPolicy(wanted: unknown): Result<Policy> {
  return validate(policySchema, wanted);
}

/**
 * A policy with the product's own settings wherever the community decided nothing; only standards of attendance are
 * missing where there are none.
 */
export function fullPolicy(policy: Policy): Policy {
  const { order, activity, access, reward, passbook, station, place, visit, help, message, enrolment } = policy;
  return {
    order: {
      ...order,
      limits: order.limits ?? defaultDailyLimits,
      matching: order.matching ?? defaultMatchingPolicy,
      ratingChangeDays: order.ratingChangeDays ?? defaultRatingChangeDays,
      answerWithinDays: order.answerWithinDays ?? defaultAnswerDays,
      callTries: order.callTries ?? defaultCallTries,
      acceptWithinDays: order.acceptWithinDays ?? 0,
      acceptWithinWorkingDays: order.acceptWithinWorkingDays ?? 0,
      remindAgainHours: order.remindAgainHours ?? defaultRemindAgainHours,
      wishSaturdays: order.wishSaturdays ?? defaultWishSaturdays,
      vouchWithinHours: order.vouchWithinHours ?? defaultVouchWithinHours,
      noShowAfterHours: order.noShowAfterHours ?? defaultNoShowAfterHours,
      keepSeatHours: order.keepSeatHours ?? defaultKeepSeatHours,
      completeWithinWorkingDays: order.completeWithinWorkingDays ?? 0,
      answerWithinWorkingDays: order.answerWithinWorkingDays ?? 0,
      replyWithinHours: order.replyWithinHours ?? defaultReplyWithinHours,
      moderateWithinHours: order.moderateWithinHours ?? defaultModerateWithinHours,
      wishCapYuan: order.wishCapYuan ?? defaultWishCapYuan,
    },
    activity: { momentMinutes: defaultMomentMinutes, maxPoints: defaultMaxPoints, ...activity },
    access: access ?? defaultAccessPolicy,
    reward: reward ?? defaultRewardPolicy,
    passbook: { ...defaultPassbookPolicy, ...passbook },
    station: fullStationPolicy(station),
    place: { ...defaultPlacePolicy, ...place },
    visit: visit ?? defaultVisitPolicy,
    help: help ?? defaultHelpPolicy,
    review: policy.review ?? defaultReviewPolicy,
    recognition: policy.recognition ?? defaultRecognitionPolicy,
    message: message ?? defaultMessagePolicy,
    complaint: policy.complaint ?? defaultComplaintPolicy,
    enrolment: { ...defaultEnrolmentPolicy, ...enrolment },
    privacy: { ...defaultPrivacyPolicy, ...policy.privacy },
  };
}
