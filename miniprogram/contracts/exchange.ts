import type { EnrolmentState } from './enrolment';
import type { NameApart } from './name-apart';
import type { MemberClass, PointUnit } from './passbook';
import type { ReviewRowView } from './review';

/**
 * Who writes about a member: whoever speaks for their employer, and whoever keeps the books of their branch (S2-19).
 */
export const exchangeSides = ['employer', 'community'] as const;
export type ExchangeSide = (typeof exchangeSides)[number];

/** One note of the exchange; both sides read it, and so does the member. */
export interface ExchangeNoteView {
  readonly noteId: string;
  readonly side: ExchangeSide;
  readonly words: string;
  readonly name: string;
  readonly at: string;
}

/** One record of a member: registration, points, review, exchange (S2-17). */
export interface MemberRecordView {
  readonly personId: string;
  readonly name: string;
  readonly memberClass?: MemberClass;
  readonly employerName?: string;
  /** Absent where they never enrolled. */
  readonly registration?: { readonly state: EnrolmentState; readonly gridName: string; readonly askedAt: string };
  readonly books: readonly { readonly unit: PointUnit; readonly balance: number; readonly count: number }[];
  /** The newest month that was confirmed. */
  readonly latest?: { readonly month: string; readonly row: ReviewRowView };
  /** The member agreed that their employer reads this. */
  readonly shared: boolean;
  readonly notes: readonly ExchangeNoteView[];
  /** It is the reader's own, and they have an employer to agree for. */
  readonly mayShare: boolean;
  readonly mayWrite: boolean;
  /** The reader may open its twelve months; an employer reads the newest alone. */
  readonly mayReadYear: boolean;
}

/** A member in the list of those whose record an employer reads. */
export interface SharedMemberView extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly employerName: string;
  readonly shared: boolean;
  /** Whose answer the last note waits for; absent where nobody wrote. */
  readonly waitsFor?: ExchangeSide;
  readonly latest?: { readonly month: string; readonly row: ReviewRowView };
}

export interface ExchangeApi {
  /** One's own record, a member's of the branch, or, in an employer's hat, one that was shared with it. */
  'review.getRecord': { input: { personId?: string }; output: MemberRecordView };
  /** A member says whether their employer reads their record. */
  'review.share': { input: { agreed: boolean; requestId: string }; output: MemberRecordView };
  /** A note to the other side, which answers it with one of its own. */
  'review.sendNote': { input: { personId: string; words: string; requestId: string }; output: MemberRecordView };
  /** By name: who shares with the reader's employer; for who reads the books, everybody who ever did. */
  'review.listShared': { input: { cursor?: string }; output: { members: readonly SharedMemberView[]; next?: string } };
}
