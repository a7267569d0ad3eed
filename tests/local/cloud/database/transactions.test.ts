import {
  rejection,
  startSdk,
  type Command,
  type Sdk,
  type SdkOnDatabase,
  type Transaction,
} from '../../../support/database-sdk';

/** local-cloud.md §4, "Transactions", through the real SDK. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');
const inside = (transaction: Transaction) => transaction.collection('things');
const value = async (id: string) => (await things().doc(id).get()).data['n'];
const beat = () => new Promise((resolve) => setTimeout(resolve, 60));

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
});
afterAll(async () => {
  await sdk.close();
});
beforeEach(async () => {
  sdk.database.reset();
  sdk.database.createCollection('things');
  sdk.database.createIndex('things', { name: 'u', fields: [{ name: 'u', direction: 1 }], unique: true, sparse: true });
  sdk.database.createIndex('things', { name: 'n', fields: [{ name: 'n', direction: 1 }] });
  sdk.database.load('things', [
    { _id: 'a', n: 1, u: 'a' },
    { _id: 'b', n: 2 },
    { _id: 'c', n: 3 },
  ]);
});

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

test('a plain update waits for the lock and then finds what the transaction left', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { n: 10 } });
  let isDone = false;
  const waiting = things()
    .doc('a')
    .update({ data: { n: _.inc(1) } })
    .finally(() => (isDone = true));
  await beat();
  expect(isDone).toBe(false);
  await transaction.commit();
  await waiting;
  expect(await value('a')).toBe(11);
});

test('a plain where.update and where.remove wait, and look again at what they waited for', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction)
    .doc('b')
    .update({ data: { n: 100 } });
  const update = things()
    .where({ n: _.lt(10) })
    .update({ data: { seen: true } });
  await beat();
  expect((await things().doc('a').get()).data['seen']).toBe(true);
  await transaction.commit();
  expect((await update).stats).toEqual({ updated: 2 });
  expect((await things().doc('b').get()).data['seen']).toBeUndefined();
  const other = await db.startTransaction();
  await inside(other).doc('b').remove();
  const removal = things()
    .where({ n: _.gt(0) })
    .remove();
  await beat();
  await other.commit();
  expect((await removal).stats).toEqual({ removed: 2 });
});

test('a plain add waits for a transaction that holds its unique key', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction).add({ data: { _id: 'x', u: 'x' } });
  const same = things().add({ data: { u: 'x' } });
  await beat();
  await transaction.commit();
  expect((await rejection(same)).errMsg).toContain('E11000');
  const other = await db.startTransaction();
  await inside(other).add({ data: { _id: 'y', u: 'y' } });
  const free = things().add({ data: { _id: 'z', u: 'y' } });
  await beat();
  await other.rollback();
  expect((await free)._id).toBe('z');
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

test('a unique key: taken by a committed document, by another transaction, by an own write; freed by an own write', async () => {
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

test('the time limit: its text, its locks set free, nothing written', async () => {
  const short = await startSdk({ transactionLimitMs: 2000 });
  short.database.createCollection('things');
  short.database.load('things', [{ _id: 'a', n: 1 }]);
  const own = short.db.collection('things');
  const transaction = await short.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { n: 10 } });
  await own.doc('a').update({ data: { n: short._.inc(1) } });
  expect((await own.doc('a').get()).data['n']).toBe(2);
  const error = await rejection(transaction.commit());
  expect(error).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect((error as unknown as Error).message).toContain(
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  );
  await short.close();
  process.env['TCB_CONTEXT_CNFG'] = sdk.contextConfiguration;
});

test('an operation on a finished transaction', async () => {
  const transaction = await db.startTransaction();
  await transaction.commit();
  expect(
    (
      await rejection(
        inside(transaction)
          .doc('a')
          .set({ data: { n: 1 } }),
      )
    ).errMsg,
  ).toContain('TransactionNotExist');
});

test('where.update, where.remove and count in a transaction come without it and last at once', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction)
    .where({ n: 2 })
    .update({ data: { leaked: 1 } });
  await inside(transaction).where({ n: 3 }).remove();
  const sent = sdk.requests.slice(-2);
  expect(sent.map(({ action, transactionId }) => [action, transactionId])).toEqual([
    ['database.modifyDocument', undefined],
    ['database.removeDocument', undefined],
  ]);
  await transaction.rollback();
  expect((await things().doc('b').get()).data['leaked']).toBe(1);
  expect((await things().count()).total).toBe(2);
});

test('transaction.doc.get of a missing document is an empty list on the wire and refused by the SDK', async () => {
  const transaction = await db.startTransaction();
  expect((await rejection(inside(transaction).doc('nope').get())).errMsg).toContain('does not exist');
  await transaction.rollback();
});

test('doc.set in a transaction: created stays 0', async () => {
  const transaction = await db.startTransaction();
  expect(
    (
      await inside(transaction)
        .doc('new')
        .set({ data: { n: 9 } })
    ).stats,
  ).toMatchObject({ created: 0 });
  await transaction.commit();
  expect(await value('new')).toBe(9);
});

test('what a callback throws rolls back', async () => {
  await rejection(
    db.runTransaction(async (transaction) => {
      await inside(transaction).doc('a').remove();
      throw new Error('boom');
    }),
  );
  expect(await value('a')).toBe(1);
});

test('16 writers in flight lose no update, with and without transactions', async () => {
  await Promise.all(
    Array.from(
      { length: 16 },
      async () =>
        await things()
          .doc('a')
          .update({ data: { n: _.inc(1) } }),
    ),
  );
  expect(await value('a')).toBe(17);
  const add = async (): Promise<void> => {
    for (;;) {
      try {
        return await db.runTransaction(async (transaction) => {
          const { data } = await inside(transaction).doc('b').get();
          await inside(transaction)
            .doc('b')
            .update({ data: { n: (data['n'] as number) + 1 } });
        });
      } catch (error) {
        if (!JSON.stringify(error).includes('TransactionConflict')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, add));
  expect(await value('b')).toBe(18);
});
