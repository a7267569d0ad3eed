import type { EntryCause, PointUnit, ReversalView } from '../../../contracts/passbook';
import { signedPoints } from '../../../text/passbook/points';
import {
  notAllowedLine,
  objectionLine,
  proposalLine,
  reversalTitle,
  reversedEntryLine,
  signingLine,
} from '../text/reversals';

/** An entry that waits: for an answer to its owner's objection, or for the second person of a reversal. */
export interface ReversalRow {
  readonly reversalId: string;
  readonly entryId: string;
  readonly personId: string;
  readonly unit: PointUnit;
  readonly cause: EntryCause;
  readonly title: string;
  readonly line: string;
  readonly points: string;
  readonly contest: string;
  readonly proposal: string;
  /** Why the reader may do nothing here. */
  readonly notAllowed: string;
  readonly mayPropose: boolean;
  readonly mayUphold: boolean;
  readonly maySign: boolean;
  /** What signing does, said before it is done. */
  readonly signing: string;
}

export function reversalRow(view: ReversalView, nowMs: number): ReversalRow {
  const { reversalId, entryId, personId, unit, cause, mayPropose, mayUphold, maySign } = view;
  return {
    reversalId,
    entryId,
    personId,
    unit,
    cause,
    mayPropose,
    mayUphold,
    maySign,
    title: reversalTitle(view),
    line: reversedEntryLine(view, nowMs),
    points: signedPoints(view.points),
    contest: objectionLine(view),
    proposal: proposalLine(view),
    notAllowed: notAllowedLine(view),
    signing: signingLine(view),
  };
}
