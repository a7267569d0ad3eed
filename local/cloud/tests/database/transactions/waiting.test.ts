import { rejection, startSdk, type Command, type Sdk, type SdkOnDatabase } from '../../support/database-sdk';
import { fill, inside } from './things';

/** Writes outside of transactions wait for the locks of transactions. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');
const value = async (id: string) => (await things().doc(id).get()).data['n'];
const pause = () => new Promise((resolve) => setTimeout(resolve, 60));

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
});
afterAll(async () => {
  await sdk.close();
});
beforeEach(() => fill(sdk));

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
  await pause();
  expect(isDone).toBe(false);
  await transaction.commit();
  await waiting;
  expect(await value('a')).toBe(11);
});

test('a plain where.update and where.remove wait, and test again what they waited for', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction)
    .doc('b')
    .update({ data: { n: 100 } });
  const update = things()
    .where({ n: _.lt(10) })
    .update({ data: { seen: true } });
  await pause();
  expect((await things().doc('a').get()).data['seen']).toBe(true);
  await transaction.commit();
  expect((await update).stats).toEqual({ updated: 2 });
  expect((await things().doc('b').get()).data['seen']).toBeUndefined();
  const other = await db.startTransaction();
  await inside(other).doc('b').remove();
  const removal = things()
    .where({ n: _.gt(0) })
    .remove();
  await pause();
  await other.commit();
  expect((await removal).stats).toEqual({ removed: 2 });
});

test('a plain add waits for a transaction that holds its unique key', async () => {
  const transaction = await db.startTransaction();
  await inside(transaction).add({ data: { _id: 'x', u: 'x' } });
  const same = things().add({ data: { u: 'x' } });
  await pause();
  await transaction.commit();
  expect((await rejection(same)).errMsg).toContain('E11000');
  const other = await db.startTransaction();
  await inside(other).add({ data: { _id: 'y', u: 'y' } });
  const free = things().add({ data: { _id: 'z', u: 'y' } });
  await pause();
  await other.rollback();
  expect((await free)._id).toBe('z');
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
