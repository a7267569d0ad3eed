import type { BranchPatterns } from '../../../contracts/pattern';
import { patternLine, patternReason } from '../text/patterns';

/** What stands out in one branch, or in the community as a whole. */
export interface BranchCard {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly { readonly key: string; readonly what: string; readonly why: string }[];
}

export function branchCard({ branchId = '', branchName, patterns }: BranchPatterns): BranchCard {
  return {
    key: branchId,
    name: branchName,
    lines: patterns.map((pattern, index) => ({
      key: `${pattern.kind}-${index}`,
      what: patternLine(pattern),
      why: patternReason(pattern),
    })),
  };
}
