/** Why somebody makes a move of an order, and what came of it: closed lists, each named in `text/`. */

export const declineReasons = ['no-time', 'too-far', 'not-my-skill', 'unwell', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const releaseReasons = ['something-came-up', 'cannot-reach', 'needs-a-professional', 'unwell', 'other'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];
export const cancelReasons = ['no-longer-needed', 'solved-myself', 'entered-by-mistake', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];
export const refuseReasons = ['not-ours', 'not-allowed', 'unclear', 'other'] as const;
export type RefuseReason = (typeof refuseReasons)[number];
export const ratingTags = ['on-time', 'patient', 'skilled', 'tidy', 'warm', 'late', 'careless'] as const;
export type RatingTag = (typeof ratingTags)[number];

/** What came of a telephone call to a requester. */
export const callResults = ['reached', 'unanswered', 'wrong-number'] as const;
export type CallResult = (typeof callResults)[number];
