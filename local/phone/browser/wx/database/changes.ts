/** What is new in a watched query, as 数据库 · 实时数据推送 words it. */
import { isRecord, type UnknownRecord } from '../../builtin/support/values';

export interface ChangeEvent {
  readonly id: number;
  readonly queueType: 'init' | 'update' | 'enqueue' | 'dequeue';
  readonly dataType: string;
  readonly docId: string;
  readonly doc: UnknownRecord;
  readonly updatedFields?: UnknownRecord;
  readonly removedFields?: readonly string[];
}

/** A document as it was sent, and as it is shown. */
export interface Found {
  readonly id: string;
  readonly text: string;
  readonly doc: UnknownRecord;
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

/** The fields in which two documents differ, by path; lists count as one value. */
function differences(before: UnknownRecord, after: UnknownRecord, prefix = ''): [UnknownRecord, string[]] {
  const updated: Record<string, unknown> = {};
  const removed = Object.keys(before).flatMap((name) => (name in after ? [] : [`${prefix}${name}`]));
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (text(old) === text(value)) continue;
    const isPlain = isRecord(old) && isRecord(value) && !Array.isArray(value) && !(value instanceof Date);
    if (!isPlain || Array.isArray(old) || old instanceof Date) updated[`${prefix}${name}`] = value;
    else {
      const [inner, gone] = differences(old, value, `${prefix}${name}.`);
      Object.assign(updated, inner);
      removed.push(...gone);
    }
  }
  return [updated, removed];
}

/** One change of a document, as the cloud tells it: what the query found before it, and finds after it. */
export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly before: UnknownRecord | undefined;
  readonly after: UnknownRecord | undefined;
}

/** The event of each change, in their order. */
export function eventsOfChanges(changes: readonly Change[]): ChangeEvent[] {
  const events = changes.flatMap(({ id, kind, before, after }): Omit<ChangeEvent, 'id'>[] => {
    if (after === undefined)
      return before === undefined ? [] : [{ queueType: 'dequeue', dataType: kind, docId: id, doc: before }];
    if (before === undefined) return [{ queueType: 'enqueue', dataType: kind, docId: id, doc: after }];
    return [changedEvent(id, kind, before, after)];
  });
  return events.map((event, at) => ({ id: at, ...event }));
}

function changedEvent(id: string, kind: string, before: UnknownRecord, doc: UnknownRecord): Omit<ChangeEvent, 'id'> {
  if (kind === 'replace') return { queueType: 'update', dataType: kind, docId: id, doc };
  const [updatedFields, removedFields] = differences(before, doc);
  return { queueType: 'update', dataType: 'update', docId: id, doc, updatedFields, removedFields };
}

export function initialEvents(found: readonly Found[]): ChangeEvent[] {
  return found.map(({ id, doc }, at) => ({ id: at, queueType: 'init', dataType: 'init', docId: id, doc }));
}

/**
 * The events that lead from one result to another, where the changes between them are not told one by one.
 * @param kinds how each document changed; one that came or went without a change of its own was moved by the limit
 */
export function eventsOf(
  before: readonly Found[],
  after: readonly Found[],
  { kinds, isLimited }: { kinds: Readonly<Record<string, unknown>>; isLimited: boolean },
): ChangeEvent[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((found) => [found.id, found])));
  const kindOf = (id: string, otherwise: string): string => String(kinds[id] ?? (isLimited ? 'limit' : otherwise));
  const left = before.filter(({ id }) => now?.has(id) !== true);
  const events = left.map(({ id, doc }): Omit<ChangeEvent, 'id'> => {
    return { queueType: 'dequeue', dataType: kindOf(id, 'remove'), docId: id, doc };
  });
  for (const { id, text: sent, doc } of after) {
    const known = old?.get(id);
    if (known?.text === sent) continue;
    if (known === undefined) events.push({ queueType: 'enqueue', dataType: kindOf(id, 'add'), docId: id, doc });
    else events.push(changedEvent(id, String(kinds[id] ?? 'update'), known.doc, doc));
  }
  return events.map((event, at) => ({ id: at, ...event }));
}
