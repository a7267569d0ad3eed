import type { EntryView, ReversalView } from '../../../miniprogram/contracts/passbook';
import type { BookLine, Entry, Mark, Reversal } from './entry';

/** Splits lines as they were read into entries, in the order in which they came, and what happened to them. */
export function sorted(lines: readonly BookLine[]): { readonly entries: readonly Entry[]; readonly marks: ReadonlyMap<string, Mark> } {
  const entries: Entry[] = [];
  const marks = new Map<string, Mark>();
  for (const line of lines) {
    if (line.kind === 'entry') entries.push(line);
    else marks.set(line.entryId, line);
  }
  return { entries, marks };
}

export function entryView(entry: Entry, mark: Mark | undefined): EntryView {
  const { reversal } = entry;
  const contest = mark?.contest;
  return {
    entryId: entry._id, sequence: entry.sequence, at: entry.at.toISOString(), title: entry.title, cause: entry.cause, points: entry.points, balance: entry.balance,
    ...(reversal && { reversal: { ofSequence: reversal.ofSequence, reason: reversal.reason, by: reversal.by, second: reversal.second } }),
    reversed: mark?.reversed ?? false,
    ...(contest && { contest: { state: contest.state, words: contest.words } }),
  };
}

export function reversalView(reversal: Reversal, readerId: string): ReversalView {
  const { _id, entryId, personName, title, points, reason, proposedBy } = reversal;
  return { reversalId: _id, entryId, personName, title, points, reason, proposedBy: proposedBy.name, mine: proposedBy.personId === readerId };
}
