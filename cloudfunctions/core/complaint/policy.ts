import { object, v } from '../platform/validation';

/** What a community decides itself on complaints and suggestions. */
export interface ComplaintPolicy {
  /** So many days after it was written it is answered; one that was written keeps the day that it was given. */
  readonly answerWithinDays: number;
}

/** The product's own number: a week. */
export const defaultComplaintPolicy: ComplaintPolicy = { answerWithinDays: 7 };

/** What may be set, and how far: 60 days, the most that the Regulations on Petitions (信访工作条例) give an answer. */
export const complaintPolicySchema = object({
  answerWithinDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
});

/** What the community decided on complaints, or what stands where it decided nothing. Pure. */
export function complaintPolicyOf({
  policy,
}: {
  readonly policy: { readonly complaint?: ComplaintPolicy };
}): ComplaintPolicy {
  return policy.complaint ?? defaultComplaintPolicy;
}
