/** What an order and its moves bring: reasons out of closed lists that `text/` names, times, pictures, evidence. */

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

/** `record`: what was done, in writing; pictures may stand beside it. */
export type EvidenceKind = 'photo' | 'code' | 'phone' | 'record';
export type EvidenceInput =
  | { kind: 'photo'; fileIds: string[]; note?: string }
  | { kind: 'code'; code: string; note?: string }
  | { kind: 'phone'; note: string }
  | { kind: 'record'; note: string; fileIds?: string[] };

export const visitTimes = ['today-afternoon', 'today-evening', 'saturday', 'any'] as const;
export type VisitTime = (typeof visitTimes)[number];

/** A photo appears only after its content check. */
export interface PhotoView {
  readonly fileId: string;
  readonly state: 'checking' | 'shown' | 'hidden';
  /** Only when shown. */
  readonly url?: string;
  /** The reader may black out a part of it. */
  readonly mayRedact?: true;
}
