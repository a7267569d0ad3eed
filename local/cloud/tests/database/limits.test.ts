import { rejection, startSdk, type Sdk, type SdkOnDatabase } from '../support/database-sdk';

/** local-cloud.md §4: limits, codes and texts. */
let sdk: SdkOnDatabase;
let db: Sdk;
const things = () => db.collection('things');

beforeAll(async () => {
  sdk = await startSdk();
  ({ db } = sdk);
});
afterAll(async () => {
  await sdk.close();
});
beforeEach(async () => {
  sdk.database.reset();
  await db.createCollection('things');
});

const many = (count: number) => {
  sdk.database.load(
    'things',
    Array.from({ length: count }, (_unused, at) => ({ _id: String(at).padStart(5, '0'), at })),
  );
};

test('get returns 100 by default, at most 1000, and an aggregation without a limit 20', async () => {
  many(1100);
  expect((await things().get()).data).toHaveLength(100);
  expect((await things().limit(5000).get()).data).toHaveLength(1000);
  const reply = await sdk.database.handle(
    { action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE', limit: 5000 },
    { ...sdk.caller, record: () => undefined },
  );
  expect((reply as { data: { list: unknown[] } }).data.list).toHaveLength(1000);
  expect((await things().aggregate().match({}).end()).list).toHaveLength(20);
  expect((await things().aggregate().match({}).limit(50).end()).list).toHaveLength(50);
});

test('a document of more than 16 MB is refused', async () => {
  const error = await rejection(things().add({ data: { text: 'x'.repeat(16 * 1024 * 1024) } }));
  expect([error.errCode, error.errMsg]).toEqual([-502001, expect.stringContaining('object to insert too large')]);
  await things().add({ data: { _id: 'fits', text: 'x'.repeat(15 * 1024 * 1024) } });
});

test('a collection has at most 20 indexes', () => {
  for (let at = 0; at < 20; at++)
    sdk.database.createIndex('things', { name: `i${String(at)}`, fields: [{ name: `f${String(at)}`, direction: 1 }] });
  expect(() => {
    sdk.database.createIndex('things', { name: 'more', fields: [{ name: 'more', direction: 1 }] });
  }).toThrow('more than 20 indexes');
});

test('createCollection twice and with a name that is none', async () => {
  expect((await rejection(db.createCollection('things'))).errMsg).toContain('Table exist');
  expect((await rejection(db.createCollection('1 x'))).errMsg).toContain('must begin with a letter');
});

test.each([
  [
    'E11000' as const,
    -502001,
    new RegExp(
      /\[FailedOperation\] multiple write errors: \[{write errors: \[{E11000 duplicate key error collection: /.source +
        /local\.people index: phone dup key: { : "1" }}\]}, {<nil>}\]/.source,
    ),
  ],
  ['DATABASE_DUPLICATE_WRITE' as const, -501001, /FailedOperation\.DuplicateWrite/],
])('a duplicate key in the form %s', async (duplicateKeyForm, code, text) => {
  const other = await startSdk({ duplicateKeyForm });
  await other.db.createCollection('people');
  other.database.createIndex('people', { name: 'phone', fields: [{ name: 'phone', direction: 1 }], unique: true });
  const people = other.db.collection('people');
  await people.add({ data: { _id: 'a', phone: '1' } });
  const error = await rejection(people.add({ data: { phone: '1' } }));
  expect(error.errCode).toBe(code);
  expect(error.errMsg).toMatch(text);
  expect((await rejection(people.add({ data: { _id: 'a' } }))).errCode).toBe(code);
  await other.close();
  process.env['TCB_CONTEXT_CNFG'] = sdk.contextConfiguration;
});

test('two documents without a field collide in its unique index, and not in its sparse one', async () => {
  sdk.database.createIndex('things', { name: 'u', fields: [{ name: 'u', direction: 1 }], unique: true });
  sdk.database.createIndex('things', { name: 's', fields: [{ name: 's', direction: 1 }], unique: true, sparse: true });
  await things().add({ data: { u: 1 } });
  await things().add({ data: { u: 2 } });
  await things().add({ data: {} });
  expect((await rejection(things().add({ data: {} }))).errMsg).toContain('index: u dup key: { : null }');
});

test('a unique index over two fields of an array pairs what stands in one element', async () => {
  sdk.database.createIndex('things', {
    name: 'kv',
    fields: [
      { name: 'list.k', direction: 1 },
      { name: 'list.v', direction: 1 },
    ],
    unique: true,
  });
  await things().add({
    data: {
      list: [
        { k: 1, v: 1 },
        { k: 2, v: 2 },
      ],
    },
  });
  await things().add({ data: { list: [{ k: 1, v: 2 }] } });
  expect((await rejection(things().add({ data: { list: [{ k: 3 }, { k: 2, v: 2 }] } }))).errMsg).toContain('index: kv');
});

test('a unique index cannot be made over duplicates, and two arrays cannot be indexed side by side', async () => {
  sdk.database.load('things', [
    { _id: '1', v: 1, a: [1], b: [2] },
    { _id: '2', v: 1 },
  ]);
  expect(() => {
    sdk.database.createIndex('things', { name: 'v', fields: [{ name: 'v', direction: 1 }], unique: true });
  }).toThrow('E11000');
  expect(() => {
    sdk.database.createIndex('things', {
      name: 'ab',
      fields: [
        { name: 'a', direction: 1 },
        { name: 'b', direction: 1 },
      ],
    });
  }).toThrow('cannot index parallel arrays [b] [a]');
  expect(sdk.database.describe()[0]!.indexes.map(({ name }) => name)).toEqual(['_id_']);
});

test('several documents in one add stop at the first that is refused', async () => {
  const data = ['1', '2', '1', '3'].map((_id) => JSON.stringify({ _id }));
  const reply = await sdk.database.handle(
    { action: 'database.insertDocument', collectionName: 'things', data },
    { ...sdk.caller, record: () => undefined },
  );
  expect(reply).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  expect((await things().count()).total).toBe(2);
});

test('an unknown action and a malformed request fail with what is wrong', async () => {
  const ask = async (request: Record<string, unknown>) =>
    await sdk.database.handle(request, { ...sdk.caller, record: () => undefined });
  expect(await ask({ action: 'database.frobnicate' })).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('frobnicate'),
  });
  expect(await ask({ action: 'database.getDocument' })).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('collectionName'),
  });
  expect(
    await ask({ action: 'database.insertDocument', collectionName: 'things', data: ['{"a":{"$numberDecimal":"1"}}'] }),
  ).toMatchObject({ message: expect.stringContaining('$numberDecimal') });
});

test('load leaves out what is undefined, makes an _id and refuses a duplicate as a whole', async () => {
  sdk.database.load('things', [{ _id: 'a', n: undefined, deep: { m: undefined, k: 1 } }, { n: 1 }]);
  expect(sdk.database.browse('things', { limit: 5 })).toEqual(
    expect.arrayContaining([
      { _id: expect.stringMatching(/^[0-9a-f]{32}$/), n: 1 },
      { _id: 'a', deep: { k: 1 } },
    ]),
  );
  expect(() => {
    sdk.database.load('things', [{ _id: 'new' }, { _id: 'a' }]);
  }).toThrow('E11000');
  expect((await things().count()).total).toBe(2);
});

test('browse pages by _id, get reads one; an index again changes nothing, another of its name is refused', () => {
  many(5);
  expect(sdk.database.browse('things', { limit: 2 })).toEqual([
    { _id: '00000', at: 0 },
    { _id: '00001', at: 1 },
  ]);
  expect(
    sdk.database.browse('things', { limit: 2, afterId: '00001' }).map((document) => (document as { _id: string })._id),
  ).toEqual(['00002', '00003']);
  expect(sdk.database.get('things', '00003')).toEqual({ _id: '00003', at: 3 });
  expect(sdk.database.get('things', '00009')).toBeUndefined();
  const at = { name: 'at', fields: [{ name: 'at', direction: 1 as const }] };
  sdk.database.createIndex('things', at);
  sdk.database.createIndex('things', at);
  expect(() => {
    sdk.database.createIndex('things', { ...at, unique: true });
  }).toThrow('different options');
});
