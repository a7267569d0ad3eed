import type { EntryCause, EntryView } from '../../../contracts/passbook';
import { bookDate } from '../../../text/dates';
import { entryLine, entryTitle, proposedLine } from '../text/entries';
import { signedPoints, pointsText } from '../../../text/passbook/points';

/** One entry of a passbook, as its book draws it. */
export interface LedgerLine {
  readonly entryId: string;
  readonly day: string;
  /** Where it is not this one. */
  readonly year: string;
  readonly title: string;
  readonly line: string;
  readonly cause: EntryCause;
  readonly points: string;
  readonly isGain: boolean;
  readonly balance: string;
  readonly mayContest: boolean;
  readonly mayPropose: boolean;
  readonly mayUphold: boolean;
}

export const noLine: LedgerLine = {
  entryId: '',
  day: '',
  year: '',
  title: '',
  line: '',
  cause: 'opening',
  points: '',
  isGain: false,
  balance: '',
  mayContest: false,
  mayPropose: false,
  mayUphold: false,
};

/** `isMine`: the reader is the owner. */
export function ledgerLine(entry: EntryView, isMine: boolean, nowMs: number): LedgerLine {
  const { entryId, cause, points, balance, mayContest, mayPropose, mayUphold } = entry;
  return {
    entryId,
    ...bookDate(entry.at, nowMs),
    title: entryTitle(entry),
    line: entryLine(entry, isMine, nowMs),
    cause,
    points: signedPoints(points),
    isGain: points > 0,
    balance: pointsText(balance),
    mayContest,
    mayPropose,
    mayUphold,
  };
}

/** A line that was just proposed to be reversed, before the book is read again. */
export function withProposal(shown: LedgerLine): LedgerLine {
  return {
    ...shown,
    line: proposedLine,
    mayPropose: false,
    mayUphold: false,
  };
}
