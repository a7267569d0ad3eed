import { collection, type Database, type Transaction } from '../platform/database';

/** The kinds of documents whose fields others copy. */
export type SourceKind = 'community' | 'place' | 'person' | 'post' | 'team';

/** One document whose fields others copy. */
export interface Source {
  readonly kind: SourceKind;
  readonly id: string;
}

/**
 * A source that was changed and whose copies are yet to follow; `_id` is `kind:id`, so that several changes of one
 * source are one piece of work.
 */
export interface SourceChange {
  readonly _id: string;
  readonly kind: SourceKind;
  readonly sourceId: string;
  /** Another one with each change: whoever copies removes only what they copied. */
  readonly revision: string;
  readonly at: Date;
  /** The projections that are through with this revision. */
  readonly done: readonly string[];
  /** Where the first one that is not goes on; null where it begins. */
  readonly cursor: string | null;
}

export const sourceChanges = collection<SourceChange>('sourceChanges');

/** What a change is recorded with. */
interface Occasion {
  readonly at: Date;
  /** Unique for each change: the request that made it, or a token. */
  readonly revision: string;
}

/**
 * Records beside a change of a source, in its transaction, that copies have to follow; the job does the copying. One
 * read, one write.
 */
export async function recordChange(transaction: Transaction, source: Source, occasion: Occasion): Promise<void> {
  const change = newChange(source, occasion);
  const { _id, ...fields } = change;
  if (await transaction.get(sourceChanges, _id)) await transaction.update(sourceChanges, _id, { set: fields });
  else await transaction.insert(sourceChanges, change);
}

/** The same where a change was found rather than made. One write, two the first time. */
export async function recordFoundChange(database: Database, source: Source, occasion: Occasion): Promise<void> {
  const change = newChange(source, occasion);
  const { _id, ...fields } = change;
  const changed = await database.updateWhere(sourceChanges, { _id }, { set: fields });
  if (changed === 0) await database.insert(sourceChanges, change);
}

function newChange({ kind, id }: Source, { at, revision }: Occasion): SourceChange {
  return { _id: `${kind}:${id}`, kind, sourceId: id, revision, at, done: [], cursor: null };
}
