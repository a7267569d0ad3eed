/** What is new in a watched query, as 数据库 · 实时数据推送 words it, and what that makes of its documents. */
import { asList, asText, isRecord, type UnknownRecord } from '../../builtin/support/values';

export interface ChangeEvent {
  /** The number of its snapshot. */
  readonly id: number;
  readonly queueType: string;
  readonly dataType: string;
  readonly docId: string;
  readonly doc: UnknownRecord | undefined;
  readonly updatedFields?: UnknownRecord;
  readonly removedFields?: readonly string[];
}

export type ChangeWithoutId = Omit<ChangeEvent, 'id'>;

/** A document as it was sent, and as it is shown. */
export interface Found {
  readonly id: string;
  readonly text: string;
  readonly doc: UnknownRecord;
}

/** @param parse reads a document that was sent */
export function foundOf(text: string, parse: (text: string) => UnknownRecord): Found {
  const doc = parse(text);
  return { id: typeof doc['_id'] === 'string' ? doc['_id'] : JSON.stringify(doc['_id']), text, doc };
}

/** One event of the cloud over the documents before it: an event that brings none is about the one that is known. */
function eventOf(
  event: UnknownRecord,
  before: readonly Found[],
  parse: (text: string) => UnknownRecord,
): ChangeWithoutId {
  const { doc: sent, updatedFields, removedFields } = event;
  const docId = asText(event['docId']);
  const doc = typeof sent === 'string' ? parse(sent) : before.find(({ id }) => id === docId)?.doc;
  const told = { queueType: asText(event['queueType']), dataType: asText(event['dataType']), docId, doc };
  if (typeof updatedFields !== 'string') return told;
  return { ...told, updatedFields: parse(updatedFields), removedFields: asList(removedFields).map(String) };
}

/**
 * One change: its events, and the documents after it. As in the library of the SDK, what comes in stands last, in
 * whatever order the query asks.
 */
export function applyChange(
  events: unknown,
  before: readonly Found[],
  parse: (text: string) => UnknownRecord,
): { readonly docChanges: ChangeWithoutId[]; readonly found: Found[] } {
  const found = [...before];
  const docChanges = asList(events)
    .filter(isRecord)
    .map((event): ChangeWithoutId => {
      const change = eventOf(event, before, parse);
      const at = found.findIndex(({ id }) => id === change.docId);
      const now = typeof event['doc'] === 'string' ? [foundOf(event['doc'], parse)] : [];
      if (change.queueType === 'enqueue') found.push(...now);
      else if (at >= 0) found.splice(at, 1, ...(change.queueType === 'dequeue' ? [] : now));
      return change;
    });
  return { docChanges, found };
}

export function initialEvents(found: readonly Found[]): ChangeWithoutId[] {
  return found.map(({ id, doc }) => ({ queueType: 'init', dataType: 'init', docId: id, doc }));
}

/** The events that lead from one result to another, where the changes between them are no longer known. */
export function comparedEvents(before: readonly Found[], after: readonly Found[]): ChangeWithoutId[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((found) => [found.id, found])));
  const gone = before.filter(({ id }) => now?.has(id) !== true);
  return [
    ...gone.map(({ id, doc }) => ({ queueType: 'dequeue', dataType: 'remove', docId: id, doc })),
    ...after.flatMap(({ id, text, doc }): ChangeWithoutId[] => {
      const known = old?.get(id);
      if (known?.text === text) return [];
      const [queueType, dataType] = known === undefined ? ['enqueue', 'add'] : ['update', 'replace'];
      return [{ queueType: queueType ?? '', dataType: dataType ?? '', docId: id, doc }];
    }),
  ];
}
