/** What a watched query is told of each change, by the types of the cloud's own realtime protocol. */
import { compareDocuments, type SortField } from '../database/query/sort';
import type { ChangeKind, DocumentChange } from '../database/types';
import { equalValues } from '../database/values/compare';
import { writeEjson } from '../database/values/ejson';
import { isFields, type Fields, type Value } from '../database/values/value';

/** One event of a change: what became of a document, and what that means for the list. */
export interface WatchEvent {
  readonly docId: string;
  readonly queueType: 'update' | 'enqueue' | 'dequeue';
  /** `limit`: the document was not changed, it was moved by the limit. */
  readonly dataType: ChangeKind | 'limit';
  /** The document afterwards, as extended JSON; absent for one that was removed or pushed out. */
  readonly doc?: string;
  /** Of an update: fields by path with their new values, as extended JSON. */
  readonly updatedFields?: string;
  readonly removedFields?: readonly string[];
}

/** What a query finds of a changed document: undefined where there was none that it finds. */
interface Concerned {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
  readonly documents: NonNullable<DocumentChange['documents']>;
}

/** How many documents of what order a query finds at most. */
export interface Window {
  readonly order: readonly SortField[];
  readonly limit: number;
}

export const idOf = (document: Fields): string => {
  const { _id: id = null } = document;
  return typeof id === 'string' ? id : writeEjson(id);
};

/** The changes that concern a query; undefined where the documents of one are not known. */
export function concerning(
  changes: readonly DocumentChange[],
  matches: (document: Fields) => boolean,
): Concerned[] | undefined {
  const concerned: Concerned[] = [];
  for (const { id, kind, documents } of changes) {
    if (documents === undefined) return undefined;
    const [before, after] = [documents.before, documents.after].map((document) =>
      isFields(document) && matches(document) ? document : undefined,
    );
    if (before !== undefined || after !== undefined) concerned.push({ id, kind, before, after, documents });
  }
  return concerned;
}

/** The events of each change of a query without a limit. */
export function eventsOf(changes: readonly Concerned[]): WatchEvent[][] {
  return changes.map((change) => [ownEvent(change, change)]);
}

/**
 * The events of each change of a query with a limit: documents that it moves in or out, and the changed one.
 * @param found the first documents now, the limit and one for each change, or all that there are
 */
export function limitedEventsOf(
  changes: readonly Concerned[],
  found: readonly Fields[],
  { order, limit }: Window,
): WatchEvent[][] {
  const isWhole = found.length < limit + changes.length;
  let list = found;
  const lists = [list];
  for (const change of [...changes].reverse()) {
    list = undone(list, change, { order, isWhole });
    lists.unshift(list);
  }
  const windows = lists.map((each) => each.slice(0, limit));
  return changes
    .map((change, at) => movedEvents(change, windows[at] ?? [], windows[at + 1] ?? []))
    .filter((events) => events.length > 0);
}

/** A list as it was before a change. What sorts behind the end of a list that is not whole stays out of it. */
function undone(
  list: readonly Fields[],
  { id, before }: Concerned,
  { order, isWhole }: { order: readonly SortField[]; isWhole: boolean },
): Fields[] {
  const others = list.filter((document) => idOf(document) !== id);
  if (before === undefined) return others;
  const next = others.findIndex((other) => compareDocuments(before, other, order) < 0);
  if (next >= 0) return [...others.slice(0, next), before, ...others.slice(next)];
  return isWhole ? [...others, before] : others;
}

function movedEvents(change: Concerned, before: readonly Fields[], after: readonly Fields[]): WatchEvent[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((document) => [idOf(document), document])));
  const left = [...(old?.keys() ?? [])].filter((id) => now?.has(id) !== true);
  const came = [...(now ?? [])].filter(([id]) => old?.has(id) !== true);
  const own = { before: old?.get(change.id), after: now?.get(change.id) };
  const isConcerned = own.before !== undefined || own.after !== undefined;
  return [
    ...left.flatMap((id): WatchEvent[] =>
      id === change.id ? [] : [{ docId: id, queueType: 'dequeue', dataType: 'limit' }],
    ),
    ...(isConcerned ? [ownEvent(change, own)] : []),
    ...came.flatMap(([id, document]): WatchEvent[] =>
      id === change.id ? [] : [{ docId: id, queueType: 'enqueue', dataType: 'limit', doc: writeEjson(document) }],
    ),
  ];
}

/** @param found what the list had of the document before, and has after the change */
function ownEvent(
  { id, kind, documents: { before: old, after: now } }: Concerned,
  found: { readonly before: Fields | undefined; readonly after: Fields | undefined },
): WatchEvent {
  const queueType = found.before === undefined ? 'enqueue' : found.after === undefined ? 'dequeue' : 'update';
  const event: WatchEvent = { docId: id, queueType, dataType: kind };
  if (!isFields(now)) return event;
  const changed = { ...event, doc: writeEjson(now) };
  if (kind !== 'update' || !isFields(old)) return changed;
  const [updated, removedFields] = differences(old, now);
  return { ...changed, updatedFields: writeEjson(updated), removedFields };
}

/** A place counts as one value. */
const isPlace = (value: Fields): boolean => typeof value['type'] === 'string' && Array.isArray(value['coordinates']);
const hasParts = (value: Value | undefined): value is Fields => isFields(value) && !isPlace(value);

/** The fields in which two documents differ, by path; lists count as one value. */
function differences(before: Fields, after: Fields, prefix = ''): [Fields, string[]] {
  const updated: Fields = {};
  const removed = Object.keys(before).flatMap((name) => (name in after ? [] : [`${prefix}${name}`]));
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (old !== undefined && equalValues(old, value)) continue;
    if (!hasParts(old) || !hasParts(value)) updated[`${prefix}${name}`] = value;
    else {
      const [inner, gone] = differences(old, value, `${prefix}${name}.`);
      Object.assign(updated, inner);
      removed.push(...gone);
    }
  }
  return [updated, removed];
}
