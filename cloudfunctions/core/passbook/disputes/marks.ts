import { collection, type Transaction } from '../../platform/database';
import type { Entry, Mark } from '../entry';

/** Marks stand among the entries, so that one request reads both. */
const marks = collection<Mark>('entries');

export function markIdOf(entryId: string): string {
  return `mark:${entryId}`;
}

/** An entry's mark before anything happened to it. */
export function blankMark(entry: Entry): Mark {
  return {
    _id: markIdOf(entry._id),
    kind: 'mark',
    communityId: entry.communityId,
    bookId: entry.bookId,
    entryId: entry._id,
    sequence: entry.sequence,
    reversed: false,
    proposed: false,
    contest: null,
  };
}

export interface FoundMark {
  readonly mark: Mark;
  readonly exists: boolean;
}

/** What happened to a line so far, and whether that is written anywhere. */
export async function readMark(transaction: Transaction, entry: Entry): Promise<FoundMark> {
  const found = await transaction.get(marks, markIdOf(entry._id));
  return { mark: found ?? blankMark(entry), exists: found !== undefined };
}

/** Writes a mark over an older one, or as the first. */
export async function writeMark(transaction: Transaction, mark: Mark, exists: boolean): Promise<void> {
  if (exists)
    await transaction.update(marks, mark._id, {
      set: { reversed: mark.reversed, proposed: mark.proposed, contest: mark.contest },
    });
  else await transaction.insert(marks, mark);
}
