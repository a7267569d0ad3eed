import { rejection, startSdk, type Command, type Data, type Sdk, type SdkOnDatabase } from '../support/database-sdk';

/** local-cloud.md §2: each row of the wire through the real SDK. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;

beforeAll(async () => {
  sdk = await startSdk();
  db = sdk.db;
  _ = sdk._;
  await db.createCollection('users');
  sdk.database.createIndex('users', {
    name: 'age_1_name_1',
    fields: [
      { name: 'age', direction: 1 },
      { name: 'name', direction: 1 },
    ],
  });
});
afterAll(async () => {
  await sdk.close();
});

const users = () => db.collection('users');

test('add and doc.get: dates, server dates, places and nested values come back as they went', async () => {
  const added = await users().add({
    data: {
      name: 'a',
      born: new Date(0),
      place: new db.Geo.Point(113, 23),
      n: { a: [1, { b: null }] },
      at: db.serverDate(),
      deep: [{ at: db.serverDate({ offset: 3_600_000 }) }],
    },
  });
  expect(added.errMsg).toBe('collection.add:ok');
  const { data } = await users().doc(added._id).get();
  const found = data as { at: Date; deep: { at: Date }[] } & Data;
  expect(found['born']).toEqual(new Date(0));
  expect(found['n']).toEqual({ a: [1, { b: null }] });
  expect(found['place']).toMatchObject({ longitude: 113, latitude: 23 });
  expect(found.deep[0]!.at.getTime() - found.at.getTime()).toBe(3_600_000);
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IDHACK', examined: 1, returned: 1, reads: 1, writes: 0 });
});

test('where, orderBy, skip, limit, field', async () => {
  for (let at = 0; at < 30; at++)
    await users().add({ data: { _id: `u${String(at)}`, name: `n${String(at).padStart(2, '0')}`, age: at % 10 } });
  const { data } = await users()
    .where({ age: _.gte(3).and(_.lt(6)) })
    .orderBy('age', 'desc')
    .orderBy('name', 'asc')
    .skip(1)
    .limit(4)
    .field({ name: true, age: true })
    .get();
  expect(data).toEqual([
    { _id: 'u15', age: 5, name: 'n15' },
    { _id: 'u25', age: 5, name: 'n25' },
    { _id: 'u4', age: 4, name: 'n04' },
    { _id: 'u14', age: 4, name: 'n14' },
  ]);
});

test('doc.update, where.update, doc.set, doc.remove, where.remove and their counts', async () => {
  expect(
    (
      await users()
        .doc('u1')
        .update({ data: { age: _.inc(5), tags: _.push(['z', 'y']), n: { k: { deep: 1 } }, name: _.remove() } })
    ).stats,
  ).toEqual({ updated: 1 });
  expect((await users().doc('u1').get()).data).toEqual({ _id: 'u1', age: 6, tags: ['z', 'y'], n: { k: { deep: 1 } } });
  expect(
    (
      await users()
        .doc('zzz')
        .update({ data: { a: 1 } })
    ).stats,
  ).toEqual({ updated: 0 });
  expect(
    (
      await users()
        .where({ age: 2 })
        .update({ data: { flag: true } })
    ).stats,
  ).toEqual({ updated: 3 });
  expect(
    (
      await users()
        .where({ age: 2 })
        .update({ data: { flag: true } })
    ).stats,
  ).toEqual({ updated: 0 });
  expect(
    await users()
      .doc('new1')
      .set({ data: { a: 1 } }),
  ).toMatchObject({ _id: 'new1', stats: { updated: 0, created: 1 } });
  expect(
    await users()
      .doc('new1')
      .set({ data: { b: 1 } }),
  ).toMatchObject({ stats: { updated: 1, created: 0 } });
  expect((await users().doc('new1').get()).data).toEqual({ _id: 'new1', b: 1 });
  expect((await users().where({ age: 9 }).remove()).stats).toEqual({ removed: 3 });
  expect((await users().doc('new1').remove()).stats).toEqual({ removed: 1 });
  expect((await users().where({ age: 4 }).count()).total).toBe(3);
});

test('a missing document: doc.get refuses on the client side, or gives null with throwOnNotFound: false', async () => {
  const error = await rejection(users().doc('nope').get());
  expect(error).toMatchObject({ errCode: -1, errMsg: 'document.get:fail document with _id nope does not exist' });
  const lenient = sdk.cloud.database({ throwOnNotFound: false });
  expect((await lenient.collection('users').doc('nope').get()).data).toBeNull();
});

test("a missing collection: -502005 with the cloud's text, and nothing is created", async () => {
  const error = await rejection(db.collection('ghosts').add({ data: { a: 1 } }));
  expect(error.errCode).toBe(-502005);
  expect(error.errMsg).toContain('[ResourceNotFound] Db or Table not exist: ghosts.');
  expect(sdk.database.describe().map(({ name }) => name)).toEqual(['users']);
});

test('transaction: commit, rollback, and what others see meanwhile', async () => {
  const result = await db.runTransaction(async (transaction) => {
    await transaction
      .collection('users')
      .doc('u5')
      .update({ data: { age: _.inc(100) } });
    expect((await users().doc('u5').get()).data).toMatchObject({ age: 5 });
    expect((await transaction.collection('users').doc('u5').get()).data).toMatchObject({ age: 105 });
    return 'done';
  });
  expect(result).toBe('done');
  expect((await users().doc('u5').get()).data).toMatchObject({ age: 105 });
  const refusal = await rejection(
    db.runTransaction(async (transaction) => {
      await transaction
        .collection('users')
        .doc('u6')
        .update({ data: { age: 999 } });
      await transaction.rollback('why');
    }),
  );
  expect(refusal).toBe('why');
  expect((await users().doc('u6').get()).data).toMatchObject({ age: 6 });
});

test('what is kept under a name is set back to: documents, unique keys, collections and counts', async () => {
  const { database } = sdk;
  database.createCollection('rooms');
  database.createIndex('rooms', { name: 'door', fields: [{ name: 'door', direction: 1 }], unique: true });
  database.load('rooms', [{ _id: 'one', door: 1 }]);
  database.keep('before');
  await db.collection('rooms').add({ data: { _id: 'two', door: 2 } });
  await db
    .collection('rooms')
    .doc('one')
    .update({ data: { door: 3 } });
  database.createCollection('late');
  database.restore('before');
  expect(database.browse('rooms', { limit: 10 })).toEqual([{ _id: 'one', door: 1 }]);
  expect(database.describe().map(({ name, count }) => [name, count])).toEqual(
    expect.arrayContaining([['rooms', 1]]) as unknown[],
  );
  expect(database.describe().map(({ name }) => name)).not.toContain('late');
  await db.collection('rooms').add({ data: { _id: 'two', door: 2 } });
  await expect(db.collection('rooms').add({ data: { _id: 'three', door: 1 } })).rejects.toThrow(/duplicate key/);
  expect((await db.collection('rooms').where({ door: 2 }).get()).data).toMatchObject([{ _id: 'two' }]);
  expect(() => database.restore('never')).toThrow('nothing was kept as "never"');
});
