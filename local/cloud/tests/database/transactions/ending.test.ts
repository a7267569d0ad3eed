import { rejection, startSdk, type Sdk, type SdkOnDatabase } from '../../support/database-sdk';
import { fill, inside } from './things';

/** How a transaction ends, and what the SDK sends without it. */
let sdk: SdkOnDatabase;
let db: Sdk;
const things = () => db.collection('things');
const value = async (id: string) => (await things().doc(id).get()).data['n'];

beforeAll(async () => {
  sdk = await startSdk();
  ({ db } = sdk);
});
afterAll(async () => {
  await sdk.close();
});
beforeEach(() => fill(sdk));

test('the time limit: its text, its locks released, nothing written', async () => {
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
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      'transaction must be commit or abort in 30 seconds.',
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

test('where.update, where.remove and count in a transaction come without it and are committed at once', async () => {
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
