import type { Sdk, SdkOnDatabase } from '../../support/database-sdk';
import { createIndex, startThings } from './things';

/** What strict mode refuses. */
let sdk: SdkOnDatabase;
let db: Sdk;
const things = () => db.collection('things');
beforeAll(async () => {
  sdk = await startThings();
  ({ db } = sdk);
});
afterAll(async () => {
  await sdk.close();
});

beforeEach(() => {
  sdk.caller.strict = true;
});
afterEach(() => {
  sdk.caller.strict = false;
  sdk.caller.token = '';
});
const refusal = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return (error as { errMsg: string }).errMsg;
  }
  return 'accepted';
};

test.each<[string, () => Promise<unknown>, string]>([
  [
    'a collection scan',
    () => things().where({ colour: 'red' }).limit(5).get(),
    '[StrictMode] collection scan: things { colour: ? }',
  ],
  ['a scan to count', () => things().where({ colour: 'red' }).count(), 'collection scan'],
  [
    'a scan to update',
    () =>
      things()
        .where({ colour: 'red' })
        .update({ data: { a: 1 } }),
    'collection scan',
  ],
  ['a scan to remove', () => things().where({ colour: 'red' }).remove(), 'collection scan'],
  ['a scan to aggregate', () => things().aggregate().match({ colour: 'red' }).limit(5).end(), 'collection scan'],
  [
    'a sort in memory',
    () => things().where({ rank: 3 }).orderBy('name', 'asc').limit(5).get(),
    'sort in memory after IXSCAN rank',
  ],
  ['a read without a limit', () => things().where({ rank: 3 }).get(), 'read without a limit'],
  [
    'an aggregation without a limit',
    () => things().aggregate().match({ rank: 3 }).end(),
    'aggregate without $limit: things [$match]',
  ],
  [
    'a lookup that scans',
    () =>
      things()
        .aggregate()
        .match({ rank: 3 })
        .limit(1)
        .lookup({ from: 'things', localField: 'rank', foreignField: 'colour', as: 'x' })
        .end(),
    'collection scan',
  ],
])('refuses %s', async (_name, work, text) => {
  expect(await refusal(work)).toContain(text);
});

test('accepts what is bounded and indexed', async () => {
  expect(await refusal(() => things().where({ rank: 3 }).limit(20).get())).toBe('accepted');
  expect(await refusal(() => things().doc('t0001').get())).toBe('accepted');
  expect(
    await refusal(() =>
      things()
        .where({ rank: 3 })
        .update({ data: { seen: 1 } }),
    ),
  ).toBe('accepted');
});

test('refuses an index that the manifest does not declare', async () => {
  createIndex(sdk, 'colour', { colour: 1 }, { declared: false });
  expect(await refusal(() => things().where({ colour: 'red' }).limit(5).get())).toContain('undeclared index colour');
  sdk.database.dropIndex('things', 'colour');
});

test('refuses a write that would wait for its own invocation', async () => {
  sdk.caller.token = 'one';
  const transaction = await db.startTransaction();
  await transaction
    .collection('things')
    .doc('t0001')
    .update({ data: { seen: 1 } });
  expect(
    await refusal(() =>
      things()
        .doc('t0001')
        .update({ data: { seen: 2 } }),
    ),
  ).toContain('write beside a transaction of this invocation that holds the document: things');
  await transaction.rollback();
});

test('refuses a where-write of an invocation that has a transaction open, and of no other', async () => {
  sdk.caller.token = 'one';
  const transaction = await db.startTransaction();
  const write = () =>
    transaction
      .collection('things')
      .where({ rank: 3 })
      .update({ data: { seen: 2 } });
  expect(await refusal(write)).toContain('where-write while this invocation has a transaction open');
  expect(await refusal(() => things().where({ rank: 3 }).remove())).toContain('where-write');
  expect(
    await refusal(() =>
      transaction
        .collection('things')
        .doc('t0001')
        .update({ data: { seen: 2 } }),
    ),
  ).toBe('accepted');
  sdk.caller.token = 'two';
  expect(
    await refusal(() =>
      things()
        .where({ rank: 4 })
        .update({ data: { seen: 2 } }),
    ),
  ).toBe('accepted');
  sdk.caller.token = 'one';
  await transaction.rollback();
  expect(
    await refusal(() =>
      things()
        .where({ rank: 3 })
        .update({ data: { seen: 3 } }),
    ),
  ).toBe('accepted');
});
