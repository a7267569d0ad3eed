import { rejection, startSdk, type Command, type Sdk, type SdkOnDatabase } from '../../support/database-sdk';
import { fill, inside } from './things';

/** What transactions read, and which writes of theirs conflict; through the real SDK. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');
const value = async (id: string) => (await things().doc(id).get()).data['n'];

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
});
afterAll(async () => {
  await sdk.close();
});
beforeEach(() => fill(sdk));

test('reads see the snapshot and own writes, by document and by filter', async () => {
  const transaction = await db.startTransaction();
  expect((await inside(transaction).doc('a').get()).data['n']).toBe(1);
  await things()
    .doc('a')
    .update({ data: { n: 50 } });
  await things().add({ data: { _id: 'd', n: 4 } });
  await things().doc('b').remove();
  expect((await inside(transaction).doc('a').get()).data['n']).toBe(1);
  await inside(transaction)
    .doc('c')
    .update({ data: { n: _.inc(10) } });
  await inside(transaction).add({ data: { _id: 'e', n: 5 } });
  const { data } = await inside(transaction)
    .where({ n: _.gt(0) })
    .orderBy('n', 'asc')
    .limit(10)
    .get();
  expect(data.map((document) => [document['_id'], document['n']])).toEqual([
    ['a', 1],
    ['b', 2],
    ['e', 5],
    ['c', 13],
  ]);
  const two = await inside(transaction)
    .where({ n: _.gt(0) })
    .orderBy('n', 'desc')
    .skip(1)
    .limit(2)
    .get();
  expect(two.data.map((document) => document['_id'])).toEqual(['e', 'b']);
  await transaction.commit();
  expect(
    (
      await things()
        .where({ n: _.gt(0) })
        .orderBy('n', 'asc')
        .limit(10)
        .get()
    ).data.map(({ _id }) => _id),
  ).toEqual(['d', 'e', 'c', 'a']);
});

test('a second transaction that writes the same document fails at once', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await inside(first)
    .doc('a')
    .update({ data: { n: 10 } });
  const error = await rejection(
    inside(second)
      .doc('a')
      .update({ data: { n: 20 } }),
  );
  expect(error.errMsg).toContain(
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );
  expect(error.errCode).toBe(-501001);
  expect(
    (
      await rejection(
        inside(second)
          .doc('b')
          .update({ data: { n: 1 } }),
      )
    ).errMsg,
  ).toContain('TransactionNotExist');
  await first.commit();
  expect(await value('a')).toBe(10);
});

test('a document that changed after the snapshot cannot be written in the transaction', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction).doc('a').get();
  await things()
    .doc('a')
    .update({ data: { n: 7 } });
  expect(
    (
      await rejection(
        inside(transaction)
          .doc('a')
          .update({ data: { n: _.inc(1) } }),
      )
    ).errMsg,
  ).toContain('TransactionConflict');
  expect(await value('a')).toBe(7);
});

test('a conflict inside the callback is not retried by the SDK', async () => {
  let runs = 0;
  const error = await rejection(
    db.runTransaction(async (transaction) => {
      runs++;
      await inside(transaction).doc('a').get();
      await things()
        .doc('a')
        .update({ data: { n: _.inc(1) } });
      await inside(transaction)
        .doc('a')
        .update({ data: { n: _.inc(10) } });
    }),
  );
  expect(error.code).toBeUndefined();
  expect(error.errMsg).toContain('TransactionConflict');
  expect([runs, await value('a')]).toEqual([1, 2]);
});

test('a conflict at commit is retried by the SDK, three times', async () => {
  const handle = sdk.database.handle.bind(sdk.database);
  const conflict = {
    requestId: 'r',
    code: 'DATABASE_TRANSACTION_CONFLICT',
    message: '[ResourceUnavailable.TransactionConflict]',
  };
  const spy = jest.spyOn(sdk.database, 'handle').mockImplementation(async (request, caller) => {
    if (request['action'] !== 'database.commitTransaction') return await handle(request, caller);
    await handle({ ...request, action: 'database.abortTransaction' }, caller);
    return conflict;
  });
  let runs = 0;
  const error = await rejection(
    db.runTransaction(async (transaction) => {
      runs++;
      await inside(transaction)
        .doc('a')
        .update({ data: { n: _.inc(1) } });
    }),
  );
  spy.mockRestore();
  expect([runs, error.code, await value('a')]).toEqual([4, 'DATABASE_TRANSACTION_CONFLICT', 1]);
});

test('write skew stays possible', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await inside(first).doc('a').get();
  await inside(second).doc('b').get();
  await inside(first)
    .doc('b')
    .update({ data: { n: 0 } });
  await inside(second)
    .doc('a')
    .update({ data: { n: 0 } });
  await first.commit();
  await second.commit();
  expect([await value('a'), await value('b')]).toEqual([0, 0]);
});

test('a unique key: taken by a document, another transaction or an own write; freed by an own write', async () => {
  const taken = await db.startTransaction();
  expect((await rejection(inside(taken).add({ data: { u: 'a' } }))).errMsg).toContain('E11000');
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await inside(first).add({ data: { u: 'k' } });
  expect((await rejection(inside(second).add({ data: { u: 'k' } }))).errMsg).toContain('TransactionConflict');
  expect((await rejection(inside(first).add({ data: { u: 'k' } }))).errMsg).toContain('E11000');
  const swap = await db.startTransaction();
  await inside(swap)
    .doc('a')
    .update({ data: { u: 'free' } });
  await inside(swap)
    .doc('b')
    .update({ data: { u: 'a' } });
  await swap.commit();
  expect((await things().where({ u: 'a' }).limit(5).get()).data.map(({ _id }) => _id)).toEqual(['b']);
});

test('a commit that a new unique index forbids writes nothing', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { w: 1 } });
  await inside(transaction)
    .doc('b')
    .update({ data: { w: 1 } });
  sdk.database.createIndex('things', { name: 'w', fields: [{ name: 'w', direction: 1 }], unique: true, sparse: true });
  expect(((await rejection(transaction.commit())) as unknown as Error).message).toContain('E11000');
  expect((await things().where({ w: 1 }).count()).total).toBe(0);
  expect((await things().count()).total).toBe(3);
  await things()
    .doc('a')
    .update({ data: { w: 2 } });
});
