import { indexEntriesOf } from '../indexes/index-entries';
import { encodeValue } from '../values/key-encoding';
import { resourceOf, type Resource } from '../transaction/locks';
import { checkBodySize } from '../limits';
import { encodeBody, idIndexOf } from '../storage/store';
import type { Collection, IndexDefinition } from '../storage/catalog';
import type { StoredDocument, Value } from '../values/value';

/** One key of one index. */
export interface Entry {
  index: IndexDefinition;
  key: Buffer;
}

/** What turning one document into another does to the indexes. */
export interface Change {
  collection: Collection;
  id: Value;
  idKey: Buffer;
  before: StoredDocument | null;
  after: StoredDocument | null;
  /** `after` as the file keeps it */
  body: string;
  added: Entry[];
  removed: Entry[];
  arrays: { index: IndexDefinition; paths: string[] }[];
  /** what must not be locked by others: the document, and every key of a unique index that appears or disappears */
  resources: Resource[];
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
    arrays: [],
    resources: [],
  };
  checkBodySize(change.body);
  for (const index of collection.indexes) compareIndex(change, index);
  change.resources.push(resourceOf(idIndexOf(collection).id, idKey));
  for (const { index, key } of [...change.added, ...change.removed])
    if (index.unique) change.resources.push(resourceOf(index.id, key));
  return change;
}

function compareIndex(change: Change, index: IndexDefinition): void {
  const old = change.before === null ? [] : indexEntriesOf(change.before, index).keys;
  const entries = change.after === null ? { keys: [], arrays: [] } : indexEntriesOf(change.after, index);
  if (entries.arrays.length > 0) change.arrays.push({ index, paths: entries.arrays });
  change.removed.push(...without(old, entries.keys).map((key) => ({ index, key })));
  change.added.push(...without(entries.keys, old).map((key) => ({ index, key })));
}

/** The keys that are not among the others. */
function without(keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] {
  if (others.length === 0 || keys.length === 0) return keys;
  const known = new Set(others.map((key) => key.toString('latin1')));
  return keys.filter((key) => !known.has(key.toString('latin1')));
}
