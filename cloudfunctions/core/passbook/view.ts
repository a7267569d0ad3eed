import type { ContestView, EntryView } from '../../../miniprogram/contracts/passbook';
import type { BookLine, Contest, Entry, Mark } from './entry';
import type { Reader } from './reader';
import { contestFault, keepFault, proposeFault } from './rules/disputes';

/** Splits lines as they were read into entries, in the order in which they came, and what happened to them. */
export function sorted(lines: readonly BookLine[]): {
  readonly entries: readonly Entry[];
  readonly marks: ReadonlyMap<string, Mark>;
} {
  const entries: Entry[] = [];
  const marks = new Map<string, Mark>();
  for (const line of lines) {
    if (line.kind === 'entry') entries.push(line);
    else marks.set(line.entryId, line);
  }
  return { entries, marks };
}

/** A line as its reader may see it: the words of an objection are for its owner and for those who keep the books. */
export function entryView(entry: Entry, mark: Mark | undefined, reader: Reader): EntryView {
  const { reversal } = entry;
  const isOwner = entry.personId === reader.personId;
  return {
    entryId: entry._id,
    sequence: entry.sequence,
    at: entry.at.toISOString(),
    title: entry.title,
    cause: entry.cause,
    points: entry.points,
    balance: entry.balance,
    ...(reversal && {
      reversal: {
        ofSequence: reversal.ofSequence,
        ofAt: reversal.ofAt.toISOString(),
        reason: reversal.reason,
        by: reversal.by,
        second: reversal.second,
      },
    }),
    reversed: mark?.reversed ?? false,
    proposed: mark?.proposed ?? false,
    ...(mark?.contest && { contest: contestView(mark.contest, isOwner || reader.isKeeper) }),
    mayContest: isOwner && contestFault(entry, mark, reader.now) === null,
    mayPropose: reader.isKeeper && proposeFault(entry, mark) === null,
    mayKeep: reader.isKeeper && keepFault(entry, mark, reader.personId) === null,
  };
}

function contestView({ state, words, answer }: Contest, whole: boolean): ContestView {
  return { state, ...(whole && { words, ...(answer && { answer }) }) };
}
