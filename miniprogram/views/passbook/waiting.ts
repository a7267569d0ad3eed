import type { WaitingLines } from '../../contracts/passbook';
import { waitingLine } from '../../text/passbook/waiting';

/** Entries that wait for somebody of the branch: how many, and which kind. */
export interface Waiting {
  readonly count: number;
  readonly line: string;
}

export function waiting(lines: WaitingLines): Waiting {
  return {
    count: lines.contests + lines.reversals,
    line: waitingLine(lines),
  };
}
