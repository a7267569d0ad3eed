import { accessPolicySchema, type AccessPolicy } from '../access/policy';
import { activityPolicySchema, defaultActivityPolicy, type ActivityPolicy } from '../activity/policy';
import { enrolmentPolicySchema, type EnrolmentPolicy } from '../enrolment/policy';
import { defaultOrderPolicy, orderPolicySchema, type OrderPolicy } from '../order/policy';
import { passbookPolicySchema, type PassbookPolicy } from '../passbook/policy';
import { rewardPolicySchema, type RewardPolicy } from '../reward/policy';
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
  /** Absent where the community named no channel of its own. */
  readonly enrolment?: EnrolmentPolicy;
}

/** The light-burden setting, with which a new community starts. */
export const defaultPolicy: Policy = { order: defaultOrderPolicy, activity: defaultActivityPolicy };

const schema = object({
  order: orderPolicySchema,
  activity: activityPolicySchema,
  access: optional(accessPolicySchema),
  reward: optional(rewardPolicySchema),
  passbook: optional(passbookPolicySchema),
  enrolment: optional(enrolmentPolicySchema),
});

/**
 * A policy as somebody wants it to be; `INVALID_INPUT` names the first setting that cannot be, such as
 * `order.silenceDays`.
 */
export function checkPolicy(wanted: unknown): Result<Policy> {
  return validate(schema, wanted);
}
