/** What each write of the SDK is told as to those who watch: one test for each way to write. */
import type { DocumentChange } from '../../database/types';
import { startSdk, type SdkOnDatabase, type Transaction } from '../support/database-sdk';

let sdk: SdkOnDatabase;
beforeAll(async () => {
  sdk = await startSdk();
  sdk.database.changes.keepDocuments();
});
afterAll(() => sdk.close());
beforeEach(() => {
  sdk.database.reset();
  sdk.database.createCollection('things');
  sdk.database.load('things', [
    { _id: 'a', n: 1, team: 'x' },
    { _id: 'b', n: 1, team: 'x' },
  ]);
});

const things = () => sdk.db.collection('things');
const told = (changes: readonly DocumentChange[] | undefined) =>
  changes?.map(({ id, kind, documents }) => [id, kind, ...[documents?.before, documents?.after].map(numberOf)]);
const numberOf = (document: object | null | undefined): unknown =>
  document === null || document === undefined ? null : Reflect.get(document, 'n');

async function changesOf(write: () => Promise<unknown>): Promise<unknown> {
  const { version } = sdk.database.changes;
  await write();
  return told(sdk.database.changes.since(version, 'things'));
}
async function inTransaction(write: (transaction: Transaction) => Promise<unknown>): Promise<unknown> {
  return await changesOf(async () => {
    const transaction = await sdk.db.startTransaction();
    await write(transaction);
    await transaction.commit();
  });
}

test.each<[string, () => Promise<unknown>, unknown[][]]>([
  ['add is an add', () => things().add({ data: { _id: 'c', n: 3 } }), [['c', 'add', null, 3]]],
  [
    'doc().update is an update',
    () =>
      things()
        .doc('a')
        .update({ data: { n: 2 } }),
    [['a', 'update', 1, 2]],
  ],
  [
    'an update that changes nothing is none',
    () =>
      things()
        .doc('a')
        .update({ data: { n: 1 } }),
    [],
  ],
  [
    'doc().update of nobody is none',
    () =>
      things()
        .doc('c')
        .update({ data: { n: 2 } }),
    [],
  ],
  [
    'doc().set in the place of a document is a replace',
    () =>
      things()
        .doc('a')
        .set({ data: { n: 2 } }),
    [['a', 'replace', 1, 2]],
  ],
  [
    'doc().set of a new document is an add',
    () =>
      things()
        .doc('c')
        .set({ data: { n: 2 } }),
    [['c', 'add', null, 2]],
  ],
  [
    'doc().set of the same document is none',
    () =>
      things()
        .doc('a')
        .set({ data: { n: 1, team: 'x' } }),
    [],
  ],
  ['doc().remove is a remove', () => things().doc('a').remove(), [['a', 'remove', 1, null]]],
  [
    'where().update is an update of each document',
    () =>
      things()
        .where({ team: 'x' })
        .update({ data: { n: sdk._.inc(1) } }),
    [
      ['a', 'update', 1, 2],
      ['b', 'update', 1, 2],
    ],
  ],
  [
    'where().remove is a remove of each document',
    () => things().where({ team: 'x' }).remove(),
    [
      ['a', 'remove', 1, null],
      ['b', 'remove', 1, null],
    ],
  ],
])('%s', async (_name, write, expected) => {
  expect(await changesOf(write)).toEqual(expected);
});

test.each<[string, (transaction: Transaction) => Promise<unknown>, unknown[][]]>([
  ['add', (own) => own.collection('things').add({ data: { _id: 'c', n: 3 } }), [['c', 'add', null, 3]]],
  [
    'update',
    (own) =>
      own
        .collection('things')
        .doc('a')
        .update({ data: { n: 2 } }),
    [['a', 'update', 1, 2]],
  ],
  [
    'set over a document',
    (own) =>
      own
        .collection('things')
        .doc('a')
        .set({ data: { n: 2 } }),
    [['a', 'replace', 1, 2]],
  ],
  [
    'set of a new document',
    (own) =>
      own
        .collection('things')
        .doc('c')
        .set({ data: { n: 2 } }),
    [['c', 'add', null, 2]],
  ],
  ['remove', (own) => own.collection('things').doc('a').remove(), [['a', 'remove', 1, null]]],
  [
    'two writes of one document, each of them, in the order in which they were made',
    async (own) => {
      await own
        .collection('things')
        .doc('a')
        .update({ data: { n: 2 } });
      await own.collection('things').doc('b').remove();
      await own
        .collection('things')
        .doc('a')
        .set({ data: { n: 3 } });
    },
    [
      ['a', 'update', 1, 2],
      ['b', 'remove', 1, null],
      ['a', 'replace', 2, 3],
    ],
  ],
])('in a transaction: %s', async (_name, write, expected) => {
  expect(await inTransaction(write)).toEqual(expected);
});

test('a transaction that is rolled back tells nothing', async () => {
  const changes = await changesOf(async () => {
    const transaction = await sdk.db.startTransaction();
    await transaction
      .collection('things')
      .doc('a')
      .set({ data: { n: 2 } });
    await transaction.rollback();
  });
  expect(changes).toEqual([]);
});
