/** The events of a watched query, with and without a limit. */
import { concerning, eventsOf, limitedEventsOf } from '../../client/watch-events';
import { sortDocuments, type SortField } from '../../database/query/sort';
import type { ChangeKind, DocumentChange } from '../../database/types';
import type { Fields } from '../../database/values/value';

const order: SortField[] = [
  { name: 'n', direction: 1 },
  { name: '_id', direction: -1 },
];
const open = ({ done }: Fields): boolean => done !== true;
const document = (_id: string, n: number, others: Fields = {}): Fields => ({ _id, n, ...others });
const change = (kind: ChangeKind, before: Fields | null, after: Fields | null): DocumentChange => ({
  id: String((after ?? before)?.['_id']),
  kind,
  documents: { before, after },
});
const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
const plainEvents = (changes: DocumentChange[]) =>
  eventsOf(concerning(changes, open) ?? []).map((events) =>
    events.map(({ doc, updatedFields, ...event }) => ({
      ...event,
      ...(doc !== undefined && { doc: parsed(doc) }),
      ...(updatedFields !== undefined && { updatedFields: parsed(updatedFields) }),
    })),
  );
const limited = (changes: DocumentChange[], found: Fields[], limit = 2) =>
  limitedEventsOf(concerning(changes, open) ?? [], found, { order, limit }).map((events) =>
    events.map(({ queueType, dataType, docId }) => `${queueType} ${dataType} ${docId}`),
  );

describe('without a limit', () => {
  test('an update tells the fields by path, those that went, and the whole document', () => {
    const before = document('a', 1, { style: { color: 'red', size: 2 }, tags: ['x'], old: true });
    const after = document('a', 1, { style: { color: 'blue' }, tags: ['x', 'y'] });
    expect(plainEvents([change('update', before, after)])).toEqual([
      [
        {
          docId: 'a',
          queueType: 'update',
          dataType: 'update',
          doc: after,
          updatedFields: { 'style.color': 'blue', tags: ['x', 'y'] },
          removedFields: ['old', 'style.size'],
        },
      ],
    ]);
  });
  test('a place is one value', () => {
    const at = (longitude: number): Fields => ({ type: 'Point', coordinates: [longitude, 23] });
    const [[event] = []] = plainEvents([
      change('update', document('a', 1, { at: at(1) }), document('a', 1, { at: at(2) })),
    ]);
    expect(event?.updatedFields).toEqual({ at: at(2) });
  });
  test('an update that leads out of the query or into it tells its fields, too', () => {
    const done = document('a', 1, { done: true });
    expect(plainEvents([change('update', document('a', 1), done), change('update', done, document('a', 1))])).toEqual([
      [
        {
          docId: 'a',
          queueType: 'dequeue',
          dataType: 'update',
          doc: done,
          updatedFields: { done: true },
          removedFields: [],
        },
      ],
      [
        {
          docId: 'a',
          queueType: 'enqueue',
          dataType: 'update',
          doc: document('a', 1),
          updatedFields: {},
          removedFields: ['done'],
        },
      ],
    ]);
  });
  test('a replacement tells the document alone, a removal nothing but itself', () => {
    expect(
      plainEvents([change('replace', document('a', 1), document('a', 2)), change('remove', document('a', 2), null)]),
    ).toEqual([
      [{ docId: 'a', queueType: 'update', dataType: 'replace', doc: document('a', 2) }],
      [{ docId: 'a', queueType: 'dequeue', dataType: 'remove' }],
    ]);
  });
  test('what a query does not find before or after is no event; unknown documents leave nothing known', () => {
    const done = { done: true };
    expect(plainEvents([change('update', document('a', 1, done), document('a', 2, done))])).toEqual([]);
    expect(concerning([{ id: 'a', kind: 'add' }], open)).toBeUndefined();
  });
});

describe('with a limit', () => {
  const [one, two, three] = [document('a', 1), document('b', 2), document('c', 3)];
  test('a document that comes in front pushes the last one out', () => {
    expect(limited([change('add', null, document('d', 0))], [document('d', 0), one, two])).toEqual([
      ['dequeue limit b', 'enqueue add d'],
    ]);
  });
  test('the next one moves in for a document that goes', () => {
    expect(limited([change('remove', one, null)], [two, three])).toEqual([['dequeue remove a', 'enqueue limit c']]);
  });
  test('an update that moves a document behind the window takes it out', () => {
    expect(limited([change('update', one, document('a', 9))], [two, three, document('a', 9)])).toEqual([
      ['dequeue update a', 'enqueue limit c'],
    ]);
  });
  test('what changes outside of the window is none; what changes within it is an update', () => {
    const changed = document('c', 3, { text: 'x' });
    expect(limited([change('update', three, changed)], [one, two, changed])).toEqual([]);
    const within = document('b', 2, { text: 'x' });
    expect(limited([change('update', two, within)], [one, within, three])).toEqual([['update update b']]);
  });
  test('each of several changes has its own events, also where the last one undoes the first', () => {
    const zero = document('d', 0);
    expect(limited([change('add', null, zero), change('remove', zero, null)], [one, two, three])).toEqual([
      ['dequeue limit b', 'enqueue add d'],
      ['dequeue remove d', 'enqueue limit b'],
    ]);
  });
  test('any changes lead from the window before to the window after', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 300; round++) {
      const documents = new Map(Array.from({ length: 6 }, (_, at) => [`d${at}`, document(`d${at}`, random(4))]));
      const limit = 1 + random(4);
      const sorted = (): Fields[] => sortDocuments([...documents.values()].filter(open), order);
      const windows = [sorted().slice(0, limit)];
      const changes = Array.from({ length: 1 + random(4) }, () => {
        const id = `d${random(8)}`;
        const before = documents.get(id) ?? null;
        const after = before !== null && random(3) === 0 ? null : document(id, random(4), { done: random(4) === 0 });
        if (after === null) documents.delete(id);
        else documents.set(id, after);
        windows.push(sorted().slice(0, limit));
        return change(after === null ? 'remove' : before === null ? 'add' : 'replace', before, after);
      });
      const concerned = concerning(changes, open) ?? [];
      const found = sorted().slice(0, limit + concerned.length);
      const events = limitedEventsOf(concerned, found, { order, limit }).flat();
      const ids = new Set((windows[0] ?? []).map(({ _id }) => String(_id)));
      for (const { queueType, docId } of events)
        if (queueType === 'enqueue') ids.add(docId);
        else if (queueType === 'dequeue') ids.delete(docId);
      expect([...ids].sort()).toEqual((windows.at(-1) ?? []).map(({ _id }) => String(_id)).sort());
    }
  });
});
