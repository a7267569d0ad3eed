import { randomBytes } from 'node:crypto';
import { checkDocument } from '../limits';
import type { Metrics } from '../metrics';
import { asDatabaseError } from '../query/interpreter';
import { queryLanguage } from '../query/interpreter';
import { find } from '../read/find';
import type { View } from '../read/view';
import type { Collection } from '../storage/catalog';
import type { Locks } from '../transaction/locks';
import { applyUpdate, replaceDocument } from '../update/apply';
import { withPositions } from '../update/positional';
import { equalValues } from '../values/compare';
import { cloneValue, isOperators, isStored, type Fields, type StoredDocument, type Value } from '../values/value';
import { LockedError, type Writer } from './writer';

export interface Modification {
  readonly filter: Fields;
  /** Operators, or a whole document instead of the old one. */
  readonly update: Fields;
  readonly isReplacement: boolean;
  readonly isMulti: boolean;
  readonly isUpsert: boolean;
  readonly now: Date;
}

export interface Modified {
  readonly updated: number;
  /** The first document, as it is afterwards. */
  readonly document?: StoredDocument;
  readonly upsertId?: Value;
}

/** 32 hexadecimal digits, as the cloud makes them. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A copy with an `_id`. @throws DatabaseError for what cannot be stored */
export function withId(document: Fields): StoredDocument {
  const { _id = newId(), ...others } = document;
  const identified = cloneValue({ _id, ...others });
  checkDocument(identified);
  return identified;
}

/** The document as a modification leaves it, or the same object when nothing changes. */
export function modified(
  document: StoredDocument,
  { filter, update, isReplacement, now }: Modification,
  isInsert = false,
): StoredDocument {
  const { matcher: matches } = queryLanguage;
  const apply = (): StoredDocument =>
    applyUpdate(document, withPositions(document, update, { filter, matches }), { now, isInsert, matches });
  const after = isReplacement ? replaceDocument(document, update) : apply();
  return equalValues(after, document) ? document : after;
}

/** What an upsert starts from: the filter's equalities. */
export function upsertBase(filter: Fields): StoredDocument {
  const base: Fields = {};
  for (const [name, condition] of Object.entries(filter)) {
    const value = isOperators(condition) ? condition['$eq'] : condition;
    if (!name.startsWith('$') && !name.includes('.') && value !== undefined && !(value instanceof RegExp))
      base[name] = value;
  }
  return isStored(base) ? base : { _id: newId(), ...base };
}

/**
 * Writes outside of transactions. Each document is written by itself; a locked one waits until its transaction has
 * ended.
 */
export class PlainWrites {
  constructor(
    private readonly view: View,
    private readonly writer: Writer,
    private readonly locks: Locks,
    /** Asked before waiting for a transaction; may refuse. */
    private readonly checkWait: (collection: Collection, transactionId: string) => void,
  ) {}

  /** In order; what follows a refused document is not inserted, what came before it stays. */
  async insert(collection: Collection, documents: readonly Fields[]): Promise<Value[]> {
    const identified = documents.map(withId);
    await this.each(collection, identified, (document) => {
      this.writer.write(collection, null, document);
    });
    return identified.map(({ _id }) => _id);
  }

  async modify(collection: Collection, modification: Modification, metrics: Metrics): Promise<Modified> {
    return modification.isMulti
      ? await this.modifyAll(collection, modification, metrics)
      : await this.modifyFirst(collection, modification, metrics);
  }

  async remove(
    collection: Collection,
    { filter, isMulti }: { filter: Fields; isMulti: boolean },
    metrics: Metrics,
  ): Promise<number> {
    let removed = 0;
    const found = find(this.view, collection, { filter, limit: isMulti ? Infinity : 1 }, metrics);
    await this.each(collection, found, (document, isStale) => {
      const current = isStale ? this.reloadMatching(collection, document, filter) : document;
      if (current === undefined) return;
      this.writer.write(collection, current, null);
      removed++;
    });
    return removed;
  }

  private async modifyAll(collection: Collection, modification: Modification, metrics: Metrics): Promise<Modified> {
    let updated = 0;
    const found = find(this.view, collection, { filter: modification.filter }, metrics);
    if (found.length === 0 && modification.isUpsert) return await this.modifyFirst(collection, modification, metrics);
    await this.each(collection, found, (document, isStale) => {
      const current = isStale ? this.reloadMatching(collection, document, modification.filter) : document;
      if (current !== undefined && this.writeModified(collection, current, modification)) updated++;
    });
    return { updated };
  }

  private async modifyFirst(collection: Collection, modification: Modification, metrics: Metrics): Promise<Modified> {
    const result: Modified = { updated: 0 };
    await this.each(collection, [modification], () => {
      const [first] = find(this.view, collection, { filter: modification.filter, limit: 1 }, metrics);
      if (first !== undefined) {
        const after = modified(first, modification);
        if (after !== first) this.writeOver(collection, [first, after], modification);
        Object.assign(result, { updated: after === first ? 0 : 1, document: after });
      } else if (modification.isUpsert) {
        const created = modified(upsertBase(modification.filter), modification, true);
        this.writer.write(collection, null, created);
        Object.assign(result, { upsertId: created._id, document: created });
      }
    });
    return result;
  }

  private writeModified(collection: Collection, document: StoredDocument, modification: Modification): boolean {
    const after = modified(document, modification);
    if (after === document) return false;
    this.writeOver(collection, [document, after], modification);
    return true;
  }

  private writeOver(
    collection: Collection,
    [before, after]: readonly [StoredDocument, StoredDocument],
    { isReplacement }: Modification,
  ): void {
    this.writer.write(collection, before, after, isReplacement);
  }

  /** A document that was waited for may have changed meanwhile. */
  private reloadMatching(collection: Collection, { _id }: StoredDocument, filter: Fields): StoredDocument | undefined {
    const current = this.view.store.get(collection, _id)?.document;
    return current !== undefined && queryLanguage.matcher(filter)(current) ? current : undefined;
  }

  /** Runs a write for each item, together in one SQLite transaction as far as nothing has to be waited for. */
  private async each<T>(
    collection: Collection,
    items: readonly T[],
    write: (item: T, isStale: boolean) => void,
  ): Promise<void> {
    const progress: Progress = { at: 0, isStale: false };
    while (progress.at < items.length) {
      const stop = this.view.store.transaction(() => runBatch(items, progress, write));
      if (stop instanceof LockedError) {
        this.checkWait(collection, this.locks.ownerOf(stop.resource) ?? '');
        await this.locks.released(stop.resource);
        progress.isStale = true;
      } else if (stop !== undefined) throw stop;
    }
  }
}

interface Progress {
  at: number;
  isStale: boolean;
}

/** Stops at the first refusal; a refused write has changed nothing, so that the writes before it can be committed. */
function runBatch<T>(
  items: readonly T[],
  progress: Progress,
  write: (item: T, isStale: boolean) => void,
): Error | undefined {
  for (const item of items.slice(progress.at)) {
    try {
      write(item, progress.isStale);
    } catch (error) {
      const refusal = error instanceof LockedError ? error : asDatabaseError(error);
      if (refusal === undefined) throw error;
      return refusal;
    }
    progress.at++;
  }
  return undefined;
}
