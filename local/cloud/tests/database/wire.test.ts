import { rejection, startSdk, type Command, type Sdk, type SdkOnDatabase } from '../support/database-sdk';

/** local-cloud.md §2: what the SDK puts on the wire, and what it makes of the replies. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');
const sent = () => sdk.requests.at(-1)!;

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
  await db.createCollection('things');
});
afterAll(async () => {
  await sdk.close();
});

test('add', async () => {
  const { _id } = await things().add({ data: { n: 1 } });
  expect(sent()).toMatchObject({
    action: 'database.insertDocument',
    collectionName: 'things',
    data: ['{"n":{"$numberInt":"1"}}'],
  });
  expect(_id).toMatch(/^[0-9a-f]{32}$/);
});

test('doc.get', async () => {
  await things().add({ data: { _id: 'a', n: 1, m: 2 } });
  await things().doc('a').field({ n: true }).get();
  expect(sent()).toMatchObject({
    action: 'database.getDocument',
    queryType: 'DOC',
    query: '{"_id":"a"}',
    multi: false,
  });
});

test("where.get: a default limit of 100 and a greatest of 1000 are the SDK's", async () => {
  await things()
    .where({ n: _.gt(0) })
    .orderBy('n', 'desc')
    .skip(1)
    .get();
  expect(sent()).toMatchObject({
    queryType: 'WHERE',
    query: '{"n":{"$gt":{"$numberInt":"0"}}}',
    order: '{"n":{"$numberInt":"-1"}}',
    offset: 1,
    limit: 100,
  });
  await things().where({ n: 1 }).limit(5000).get();
  expect(sent()).toMatchObject({ limit: 1000 });
});

test('count', async () => {
  expect((await things().where({ n: 1 }).count()).total).toBe(2);
  expect(sent()).toMatchObject({ action: 'database.calculateDocument', queryType: 'WHERE' });
});

test('doc.update, doc.set, where.update, where.remove', async () => {
  await things()
    .doc('a')
    .update({ data: { q: { deep: 1 }, gone: _.remove(), at: db.serverDate({ offset: 5 }) } });
  expect(sent()).toMatchObject({
    action: 'database.modifyDocument',
    queryType: 'DOC',
    multi: false,
    merge: true,
    upsert: false,
  });
  expect(JSON.parse(sent()['data'] as string)).toEqual({
    $set: { 'q.deep': { $numberInt: '1' }, at: { $tcb_server_date: { offset: { $numberInt: '5' } } } },
    $unset: { gone: '' },
  });
  await things()
    .doc('b')
    .set({ data: { n: 1 } });
  expect(sent()).toMatchObject({
    queryType: 'DOC',
    multi: false,
    merge: false,
    upsert: true,
    data: '{"n":{"$numberInt":"1"}}',
  });
  await things()
    .where({ n: 1 })
    .update({ data: { k: 1 } });
  expect(sent()).toMatchObject({ queryType: 'WHERE', multi: true, merge: true, upsert: false });
  await things().where({ k: 1 }).remove();
  expect(sent()).toMatchObject({ action: 'database.removeDocument', queryType: 'WHERE', multi: true });
});

test('aggregate without a limit carries none', async () => {
  await things().aggregate().match({ n: 1 }).end();
  expect(sent()).toMatchObject({
    action: 'database.aggregateDocuments',
    stages: [{ stageKey: '$match', stageValue: '{"n":{"$numberInt":"1"}}' }],
  });
});

test('a transaction: its id comes on the top level of the reply and goes with each document', async () => {
  const transaction = await db.startTransaction();
  expect(sent()).toMatchObject({ action: 'database.startTransaction' });
  await transaction
    .collection('things')
    .doc('t')
    .set({ data: { n: 1 } });
  expect(sent()['transactionId']).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
  await transaction.collection('things').where({ n: 1 }).limit(5).get();
  expect(sent()['transactionId']).toBeDefined();
  await transaction.commit();
  expect(sent()).toMatchObject({ action: 'database.commitTransaction', transactionId: expect.any(String) });
});

test('one moment for all server dates of a request, however deep', async () => {
  await things()
    .doc('d')
    .set({ data: { a: db.serverDate(), list: [{ at: db.serverDate() }] } });
  await things()
    .doc('d')
    .update({ data: { b: db.serverDate(), list: _.push([{ at: db.serverDate({ offset: -1000 }) }]) } });
  const { data } = await things().doc('d').get();
  const { a, b, list } = data as unknown as { a: Date; b: Date; list: { at: Date }[] };
  expect(list[0]!.at).toEqual(a);
  expect(list[1]!.at.getTime()).toBe(b.getTime() - 1000);
});

test('values: integers, fractions, large ones, dates before 1970, emoji', async () => {
  const data = {
    i: 1,
    f: 1.5,
    big: 4294967296,
    minus: -7,
    zero: 0,
    old: new Date(-1),
    far: new Date('9999-12-31T23:59:59.999Z'),
    text: '连心 \u{1F9E7} "\\',
    nested: [[1, [2]], { a: [] }],
  };
  await things().doc('v').set({ data });
  const { data: found } = await things().doc('v').get();
  expect(found).toMatchObject(data);
  expect(
    (
      await things()
        .where({ big: 4294967296, f: _.gt(1.4), old: _.lt(new Date(0)) })
        .count()
    ).total,
  ).toBe(1);
});

test('bytes and object ids, which other clients send', async () => {
  const document = '{"_id":{"$oid":"64b5f0c2a1b2c3d4e5f60718"},"bytes":{"$binary":{"base64":"AQL/","subType":"00"}}}';
  const ask = async (request: Record<string, unknown>) =>
    await sdk.database.handle({ collectionName: 'things', ...request }, { ...sdk.caller, record: () => undefined });
  await ask({ action: 'database.insertDocument', data: [document] });
  const found = await ask({
    action: 'database.getDocument',
    queryType: 'WHERE',
    query: '{"_id":{"$oid":"64b5f0c2a1b2c3d4e5f60718"},"bytes":{"$binary":{"base64":"AQL/","subType":"00"}}}',
    limit: 2,
  });
  expect(found).toMatchObject({ data: { list: [document] } });
});

test("integers beyond 2^53 lose their last digits on the client's side already", async () => {
  await things()
    .doc('large')
    .set({ data: { n: 9007199254740993 } });
  expect((await things().doc('large').get()).data['n']).toBe(9007199254740992);
});

test('codes: those that the SDK knows have their own number, others become -501001', async () => {
  const spy = jest.spyOn(sdk.database, 'handle');
  const numbers: number[] = [];
  for (const code of [
    'DATABASE_REQUEST_FAILED',
    'DATABASE_COLLECTION_NOT_EXIST',
    'INVALID_PARAM',
    'DATABASE_TRANSACTION_CONFLICT',
    'DATABASE_DUPLICATE_WRITE',
    'SYS_ERR',
  ]) {
    spy.mockResolvedValueOnce({ requestId: 'r', code, message: 'm' });
    numbers.push((await rejection(things().add({ data: { n: 1 } }))).errCode);
  }
  spy.mockRestore();
  expect(numbers).toEqual([-502001, -502005, -501007, -501001, -501001, -501001]);
});
