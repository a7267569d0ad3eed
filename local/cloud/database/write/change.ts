import { indexEntriesOf } from '../indexes/index-entries';
import { checkBodySize } from '../limits';
import type { Collection, IndexDefinition } from '../storage/catalog';
import { encodeBody, idIndexOf } from '../storage/store';
import { resourceOf, type Resource } from '../transaction/locks';
import { equalValues } from '../values/compare';
import { encodeValue } from '../values/key-encoding';
import type { StoredDocument, Value } from '../values/value';

/** One key of one index. */
export interface IndexEntry {
  readonly index: IndexDefinition;
  readonly key: Buffer;
}

/** How the indexes change when one document becomes another. */
export interface Change {
  readonly collection: Collection;
  readonly id: Value;
  readonly idKey: Buffer;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
  /** `after` as the file has it. */
  readonly body: string;
  readonly added: IndexEntry[];
  readonly removed: IndexEntry[];
  readonly arrayPaths: { index: IndexDefinition; paths: string[] }[];
  /**
   * What no other transaction may have locked: the document, and every key of a unique index that is added or
   * removed.
   */
  readonly resources: Resource[];
}

/** @throws DatabaseError for a document that is too large or that an index cannot hold */
export function changeOf(collection: Collection, before: StoredDocument | null, after: StoredDocument | null): Change {
  const id = after?._id ?? before?._id ?? null;
  const idKey = encodeValue(id);
  const change: Change = {
    collection,
    id,
    idKey,
    before,
    after,
    body: after === null ? '' : encodeBody(after),
    added: [],
    removed: [],
    arrayPaths: [],
    resources: [],
  };
  checkBodySize(change.body);
  const changed = changedFields(before, after);
  for (const index of collection.indexes) if (isTouched(index, changed)) compareIndex(change, index);
  change.resources.push(resourceOf(idIndexOf(collection).id, idKey));
  for (const { index, key } of [...change.added, ...change.removed])
    if (index.unique) change.resources.push(resourceOf(index.id, key));
  return change;
}

/** Names of the fields that differ between two documents; undefined where there is only one. */
function changedFields(before: StoredDocument | null, after: StoredDocument | null): Set<string> | undefined {
  if (before === null || after === null) return undefined;
  const changed = new Set<string>();
  for (const name of Object.keys(after))
    if (!Object.hasOwn(before, name) || !isSame(before[name], after[name])) changed.add(name);
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) changed.add(name);
  return changed;
}

const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && equalValues(one, other));

/** An index whose fields are all as before has the same keys as before. */
function isTouched({ fields }: IndexDefinition, changed: Set<string> | undefined): boolean {
  return changed === undefined || fields.some(({ name }) => changed.has(name.split('.', 1)[0] ?? name));
}

function compareIndex(change: Change, index: IndexDefinition): void {
  const oldKeys = change.before === null ? [] : indexEntriesOf(change.before, index).keys;
  const entries = change.after === null ? { keys: [], arrayPaths: [] } : indexEntriesOf(change.after, index);
  if (entries.arrayPaths.length > 0) change.arrayPaths.push({ index, paths: entries.arrayPaths });
  change.removed.push(...keysNotIn(oldKeys, entries.keys).map((key) => ({ index, key })));
  change.added.push(...keysNotIn(entries.keys, oldKeys).map((key) => ({ index, key })));
}

/** The keys that are not among the others. */
function keysNotIn(keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] {
  if (others.length === 0 || keys.length === 0) return keys;
  const otherKeys = new Set(others.map((key) => key.toString('latin1')));
  return keys.filter((key) => !otherKeys.has(key.toString('latin1')));
}
