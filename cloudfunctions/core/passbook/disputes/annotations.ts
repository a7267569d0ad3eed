import { collection, type Transaction } from '../../platform/database';
import type { Entry, EntryAnnotation } from '../entry';

/** Marks stand among the entries, so that one request reads both. */
const annotations = collection<EntryAnnotation>('entries');

export function annotationIdOf(entryId: string): string {
  return `annotation:${entryId}`;
}

/** An entry's annotation before anything happened to it. */
export function emptyAnnotation(entry: Entry): EntryAnnotation {
  return {
    _id: annotationIdOf(entry._id),
    kind: 'annotation',
    communityId: entry.communityId,
    bookId: entry.bookId,
    entryId: entry._id,
    sequence: entry.sequence,
    reversed: false,
    proposed: false,
    contest: null,
  };
}

export interface FoundAnnotation {
  readonly annotation: EntryAnnotation;
  readonly exists: boolean;
}

/** What happened to a line so far, and whether that is written anywhere. */
export async function readAnnotation(transaction: Transaction, entry: Entry): Promise<FoundAnnotation> {
  const found = await transaction.get(annotations, annotationIdOf(entry._id));
  return { annotation: found ?? emptyAnnotation(entry), exists: found !== undefined };
}

/** Writes an annotation over an older one, or as the first. */
export async function writeAnnotation(
  transaction: Transaction,
  annotation: EntryAnnotation,
  exists: boolean,
): Promise<void> {
  if (exists)
    await transaction.update(annotations, annotation._id, {
      set: { reversed: annotation.reversed, proposed: annotation.proposed, contest: annotation.contest },
    });
  else await transaction.insert(annotations, annotation);
}
