import type { BookLine, Entry, EntryAnnotation, Posting } from '../../../cloudfunctions/core/passbook/entry';
import { emptyAnnotation } from '../../../cloudfunctions/core/passbook/disputes/annotations';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { Salt } from '../../../cloudfunctions/core/passbook/salts';
import { collection, type Database } from '../../../cloudfunctions/core/platform/database';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { bookOf } from '../../support/books';
import { postingOf } from './sample-books';

export const lines = collection<BookLine>('entries');
const entries = collection<Entry>('entries');
const annotations = collection<EntryAnnotation>('entries');
const heads = collection<Passbook>('passbooks');
const salts = collection<Salt>('salts');
const orders = collection<Order>('orders');

export const linesBefore = 5;

/** More than one call of a check walks through. */
const manyLines = 350;
export const longBook = 'a line far behind the page that opens';

/** Five orders of one helper, each on a day of its own. */
export function postingsOf(personId: string, more: Partial<Posting> = {}, lines = linesBefore): readonly Posting[] {
  return Array.from({ length: lines }, (_, index) => ({
    ...postingOf(personId, '孙建国'),
    postingKey: `order:${personId}x${index}:award`,
    sourceId: `${personId}x${index}`,
    at: new Date(Date.UTC(2026, 10, 15 - lines + index, 2)),
    ...more,
  }));
}

/** The book that an edit is tried on. */
export function postingsFor(name: string, personId: string): readonly Posting[] {
  return postingsOf(personId, {}, name === longBook ? manyLines : linesBefore);
}

/** Somebody who can write into the database, and one helper's book. */
export interface Editor {
  readonly database: Database;
  readonly personId: string;
  readonly bookId: string;
}

const idOf = ({ personId }: Editor, index: number) => `order:${personId}x${index}:award`;

/** Writes a book anew from these postings, hashes and all. */
async function rebuild(editor: Editor, postings: readonly Posting[], withOrders: boolean): Promise<void> {
  const { database, bookId } = editor;
  const made = bookOf(postings);
  await database.removeWhere(entries, { bookId, sequence: { gt: 0 } });
  for (const entry of made.entries) {
    await database.insert(entries, entry);
    const set = { award: { points: entry.points, entryId: entry._id }, trail: [{ at: entry.at } as never] };
    if (withOrders) await database.updateWhere(orders, { _id: entry.sourceId }, { set });
  }
  const { _id, ...set } = made.head;
  await database.updateWhere(heads, { _id }, { set });
}

const changed = (editor: Editor, index: number, more: Partial<Posting>) =>
  postingsOf(editor.personId).map((posting, at) => (at === index ? { ...posting, ...more } : posting));
const setHead = async ({ database, bookId }: Editor, set: Partial<Passbook>) =>
  void (await database.updateWhere(heads, { _id: bookId }, { set }));
const setLine = async (editor: Editor, index: number, set: Partial<Entry>) =>
  void (await editor.database.updateWhere(entries, { _id: idOf(editor, index) }, { set }));
const neverWas = (personId: string): Posting => ({
  ...postingOf(personId, '孙建国'),
  postingKey: `activity:never:${personId}`,
  cause: 'attended',
  sourceId: 'never',
  at: new Date(Date.UTC(2026, 10, 22, 2)),
});

/** What somebody who has the database, and not the signing key, may do to a book. */
export const edits: Readonly<Record<string, (editor: Editor) => Promise<unknown>>> = {
  nothing: async () => undefined,
  'the last line deleted, the head set back': async (editor) => {
    await editor.database.removeWhere(entries, { _id: idOf(editor, 4) });
    const before = bookOf(postingsOf(editor.personId).slice(0, 4)).head;
    const { balance, earned = 0, count, countThisYear, sequence, hash } = before;
    await setHead(editor, { balance, earned, count, countThisYear, sequence, hash });
  },
  'the chain rebuilt with other points': (editor) => rebuild(editor, changed(editor, 2, { points: 50 }), false),
  'the chain rebuilt with other points, and its order': (editor) =>
    rebuild(editor, changed(editor, 2, { points: 50 }), true),
  'the chain rebuilt with another day, and its order': (editor) =>
    rebuild(editor, changed(editor, 4, { at: new Date(Date.UTC(2026, 10, 21, 2)) }), true),
  'a line appended from a meeting that never was': async (editor) => {
    await rebuild(editor, [...postingsOf(editor.personId), neverWas(editor.personId)], false);
  },
  'a line appended, the head left alone': async ({ database, personId }) => {
    await database.insert(lines, bookOf([...postingsOf(personId), neverWas(personId)]).entries[linesBefore]!);
  },
  'the whole book deleted': async ({ database, bookId }) => {
    await database.removeWhere(entries, { bookId, sequence: { gt: 0 } });
    await database.removeWhere(heads, { _id: bookId });
  },
  'the head deleted': ({ database, bookId }) => database.removeWhere(heads, { _id: bookId }),
  'the head moved to another community': (editor) => setHead(editor, { communityId: 'liuxiang' }),
  'the head’s balance changed': (editor) => setHead(editor, { balance: 500 }),
  'the head’s count changed': (editor) => setHead(editor, { count: 50 }),
  'the head’s times of the year changed': (editor) => setHead(editor, { countThisYear: 50 }),
  'the head’s objections changed': (editor) => setHead(editor, { contested: 3 }),
  'an old line’s points changed': (editor) => setLine(editor, 0, { points: 50 }),
  [longBook]: (editor) => setLine(editor, 300, { points: 50 }),
  'an old line’s title changed': (editor) => setLine(editor, 0, { title: '别的' }),
  'the newest line’s name changed': (editor) => setLine(editor, 4, { name: '别人' }),
  'a salt changed': ({ database, personId }) =>
    database.updateWhere(salts, { _id: personId }, { set: { salt: 'another' } }),
  'a salt emptied without a signature': ({ database, personId }) =>
    database.updateWhere(salts, { _id: personId }, { set: { salt: null } }),
  'a line said to be reversed': async ({ database, personId }) => {
    const [entry] = bookOf(postingsOf(personId)).entries;
    await database.insert(annotations, { ...emptyAnnotation(entry!), reversed: true });
  },
};
