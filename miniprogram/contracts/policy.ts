import type { CategoriesView, Category, OfferedCategory } from './category';
import type { MemberClass } from './passbook';

/** What a community decides itself, one setting each; its place in the policy is its name. */
export const policySettings = [
  'order.dispatchWithinHours',
  'order.acceptWithinHours',
  'order.acceptWithinDays',
  'order.acceptWithinWorkingDays',
  'order.completeWithinDays',
  'order.completeWithinWorkingDays',
  'order.escalateAfterHours',
  'order.callWithinHours',
  'order.warnAt',
  'order.returnsBeforeRuling',
  'order.silenceDays',
  'order.callTries',
  'order.answerWithinDays',
  'order.answerWithinWorkingDays',
  'order.replyWithinHours',
  'order.moderateWithinHours',
  'order.ratingChangeDays',
  'order.remindAgainHours',
  'order.noShowAfterHours',
  'order.keepSeatHours',
  'order.wishCapYuan',
  'order.emergency.dispatchWithinHours',
  'order.emergency.acceptWithinHours',
  'order.emergency.completeWithinDays',
  'order.emergency.escalateAfterHours',
  'order.award.points',
  'order.pairCaps.confirmed',
  'order.pairCaps.called',
  'order.wishSaturdays',
  'order.vouchWithinHours',
  'order.limits.newcomerOrders',
  'order.limits.residentOrders',
  'order.limits.emergencies',
  'order.limits.cardOrders',
  'order.limits.cardEmergencies',
  'order.limits.intakeOrders',
  'order.limits.reveals',
  'order.limits.revealDays',
  'order.matching.similarDays',
  'order.matching.weights.same-courtyard',
  'order.matching.weights.same-grid',
  'order.matching.weights.skill',
  'order.matching.weights.free-then',
  'order.matching.weights.free-on-saturday',
  'order.matching.weights.little-load',
  'order.matching.weights.at-work-then',
  'order.matching.loadWeight',
  'activity.pairCap',
  'activity.momentMinutes',
  'activity.maxPoints',
  'activity.attendance',
  'access.guardedHats',
  'place.levels',
  'place.teamKinds',
  'enrolment.free1',
  'enrolment.free2',
  'privacy.body',
  'privacy.filingNumber',
  'reward.heads.errand.points',
  'reward.heads.tenant.points',
  'reward.heads.visit.points',
  'reward.pairCap',
  'reward.pickUpDays',
  'reward.answerHours',
  'passbook.contestDays',
  'passbook.grantCap',
  'passbook.expiry.organization.months',
  'passbook.expiry.organization.carryOver',
  'passbook.expiry.service.months',
  'passbook.expiry.service.carryOver',
  'passbook.expiry.courtyard.months',
  'passbook.expiry.courtyard.carryOver',
  'station.reportRetentionDays',
  'station.reports',
  'station.ordersAgain',
  'visit.everyDays',
  'visit.aloneEveryDays',
  'visit.noteDays',
  'visit.confirmDays',
  'help.visitEveryDays',
  'help.keepDays',
  'review.sources',
  'review.weights.organization',
  'review.weights.attendance',
  'review.weights.absence',
  'review.weights.service',
  'review.weights.residents',
  'recognition.shown',
  'recognition.month.meetings',
  'recognition.month.services',
  'recognition.year.meetings',
  'recognition.year.services',
  'recognition.finalists',
  'recognition.voteDays',
  'message.atOnce',
  'message.withinMinutes',
  'message.digestHours',
  'complaint.answerWithinDays',
] as const;
export type PolicySetting = (typeof policySettings)[number];

/** Settings that were; changes of them stand in the record. */
export const formerSettings = ['order.privateCategories', 'order.agencyCategories'] as const;
export type FormerSetting = (typeof formerSettings)[number];

/** What one activity moves for members of one class (S3-06); `absent` is 0 or below it. */
export interface AttendanceStandard {
  readonly memberClass: MemberClass;
  readonly present: number;
  readonly absent: number;
  readonly organised: number;
  readonly guided: number;
}

/**
 * A number, several numbers, a choice, words as a list of one, or the standards of attendance: none where the branch
 * keeps no such book.
 */
export type PolicyValue = number | readonly number[] | readonly string[] | readonly AttendanceStandard[];

/** How far a number may go, or what can be chosen. */
export interface PolicyRange {
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  readonly options?: readonly string[];
  /** Of words: how many characters there may be; none at all takes them away. */
  readonly maxLength?: number;
}

/** One setting as it is, as the product has it, and how far it may be changed. */
export interface PolicySettingView {
  readonly setting: PolicySetting;
  readonly value: PolicyValue;
  readonly standard: PolicyValue;
  readonly range: PolicyRange;
}

/** Who changed a setting, when and why. */
export interface PolicyChangeView {
  readonly setting: PolicySetting | FormerSetting;
  readonly from: PolicyValue;
  readonly to: PolicyValue;
  readonly at: string;
  readonly name: string;
  readonly reason: string;
}

/** What is decided, and the latest changes, the newest first. */
export interface PolicyView {
  readonly settings: readonly PolicySettingView[];
  readonly changes: readonly PolicyChangeView[];
  /** Whether the reader may change them. */
  readonly mine: boolean;
}

export interface PolicyApi {
  'policy.get': { input: Record<string, never>; output: PolicyView };
  /** `policy`: the settings to be changed, nested as the policy is: `{ order: { silenceDays: 10 } }`. */
  'policy.change': { input: { policy: object; reason: string; requestId: string }; output: PolicyView };
  /** What can be asked for, at the card's community or else the caller's own, those that are asked for most first. */
  'policy.listOffered': {
    input: { token?: string };
    output: { categories: readonly OfferedCategory[] };
  };
  'policy.listCategories': { input: Record<string, never>; output: CategoriesView };
  /** Changes the category with this key; without a key, adds one. Nothing is ever taken out of the list. */
  'policy.saveCategory': {
    input: {
      category: Omit<Category, 'key' | 'retired'> & { readonly key?: string; readonly retired?: boolean };
      reason: string;
      requestId: string;
    };
    output: CategoriesView;
  };
}
