import type { NameApart } from './name-apart';

/**
 * What may be shown of who did well. Each is off until the community decides otherwise, and says on its page that it is
 * its own choice.
 */
export const recognitionParts = ['ranking', 'thanks', 'star'] as const;
export type RecognitionPart = (typeof recognitionParts)[number];

/** What somebody must have done in the time to be commended, and never been away without an excuse. */
export interface CommendationRule {
  readonly meetings: number;
  readonly services: number;
}

/** Somebody on a list, with what put them there. */
export interface CommendedView extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly meetings: number;
  readonly services: number;
}

/** A month, `2026-10`, or a year, `2026`. */
export type CommendationPeriod = string;

/** Who is commended for a month or a year (S3-10); there is no list of anybody else. */
export interface CommendationView {
  readonly period: CommendationPeriod;
  /** `draft`: follows from confirmed reviews and the rule, and is read by the bookkeepers alone. */
  readonly state: 'draft' | 'approved';
  readonly rule: CommendationRule;
  readonly people: readonly CommendedView[];
  /** Of a year: months without a confirmed review, which are not in it. */
  readonly missing: readonly string[];
  readonly approved?: { readonly name: string; readonly at: string };
  /** Who is not on it though the rule would have them, and why; for bookkeepers. */
  readonly leftOut?: { readonly names: readonly string[]; readonly reason: string };
  /** Names the draft that was read, which approving repeats. */
  readonly digest: string;
  readonly mayApprove: boolean;
}

/** One place of a ranking; people with the same points share it. */
export interface RankedView extends NameApart {
  readonly place: number;
  readonly name: string;
  readonly points: number;
}

export interface RankingView {
  /** The community decided to show it. */
  readonly shown: boolean;
  /** Of the newest confirmed review; absent before the first, and where nothing is shown. */
  readonly month?: string;
  readonly organization: readonly RankedView[];
  readonly service: readonly RankedView[];
  /** Where the reader does not want to be shown. */
  readonly hidden: readonly RecognitionPart[];
}

export interface RecognitionApi {
  /**
   * The list of a period, the newest without one. Bookkeepers read drafts, everybody else of the branch what was
   * approved.
   */
  'recognition.getCommendation': {
    input: { period?: CommendationPeriod; branchId?: string };
    /** `periods`: those that the reader may choose, the newest first. */
    output: { periods: readonly CommendationPeriod[]; commendation?: CommendationView };
  };
  /** Approves the draft that was read, without those who are left out, for a reason. */
  'recognition.approveCommendation': {
    input: {
      period: CommendationPeriod;
      digest: string;
      leftOut: readonly string[];
      reason?: string;
      requestId: string;
    };
    output: CommendationView;
  };
  /**
   * Who has most points of the branch in its newest confirmed month: the top alone, and nobody who does not want it.
   */
  'recognition.getRanking': { input: Record<string, never>; output: RankingView };
  /** Whether somebody is shown in a part of it. */
  'recognition.saveChoice': {
    input: { part: RecognitionPart; hidden: boolean; requestId: string };
    output: { hidden: readonly RecognitionPart[] };
  };
}
