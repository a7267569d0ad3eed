import type { PairWay } from './pair';

/**
 * What somebody who inspects the books may want to look at: each has a plain explanation in most cases, accuses nobody
 * and costs nobody anything.
 */
export type PatternView =
  /** Many lines by hand, proposed by one person within an hour; `at`: the first of them. */
  | { readonly kind: 'burst'; readonly name: string; readonly lines: number; readonly at: string }
  /** One person gave another by hand again and again. */
  | { readonly kind: 'givenPair'; readonly name: string; readonly to: string; readonly lines: number }
  /** What one person gave by hand came near the monthly cap. */
  | { readonly kind: 'nearGrantCap'; readonly name: string; readonly points: number; readonly cap: number }
  /** Points moved between two nearly as often as a month allows; the giver of a private order is unnamed. */
  | {
      readonly kind: 'nearPairCap';
      readonly way: PairWay;
      readonly name?: string;
      readonly to: string;
      readonly times: number;
      readonly cap: number;
    }
  /** Services that counted on the word of whoever rang up, and not on the residents' own. */
  | { readonly kind: 'unsaid'; readonly name: string; readonly lines: number; readonly of: number }
  /** Nearly all rolls of a branch were closed by one person. */
  | { readonly kind: 'oneHand'; readonly name: string; readonly lines: number; readonly of: number };

export type PatternKind = PatternView['kind'];

/** What stands out in one branch; `branchId` is missing for what is counted in the community as a whole. */
export interface BranchPatterns {
  readonly branchId?: string;
  readonly branchName: string;
  readonly patterns: readonly PatternView[];
}

export interface PatternApi {
  /** A month of a community's books, `2026-11`. `isPartial`: there was more than one call looks through. */
  'passbook.getPatterns': {
    input: { month: string };
    output: { month: string; branches: readonly BranchPatterns[]; isPartial: boolean };
  };
}
