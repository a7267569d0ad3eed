import { rejection, startSdk, type Command, type Sdk, type SdkOnDatabase } from '../support/database-sdk';

/** Pipelines through the real SDK. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
let $: Command;
const orders = () => db.collection('orders');

beforeAll(async () => {
  sdk = await startSdk({ now: () => new Date('2026-11-28T01:00:00Z') });
  ({ db, _ } = sdk);
  $ = _.aggregate;
  for (const name of ['orders', 'products', 'notes']) await db.createCollection(name);
  sdk.database.createIndex('orders', {
    name: 'user_at',
    fields: [
      { name: 'user', direction: 1 },
      { name: 'at', direction: 1 },
    ],
  });
  sdk.database.createIndex('notes', {
    name: 'product_stars',
    fields: [
      { name: 'product', direction: 1 },
      { name: 'stars', direction: -1 },
    ],
  });
  sdk.database.load('products', [
    { _id: 'p1', title: 'Tea' },
    { _id: 'p2', title: 'Cup' },
  ]);
  sdk.database.load(
    'orders',
    Array.from({ length: 6 }, (_unused, i) => ({
      _id: `o${String(i)}`,
      user: `u${String(i % 2)}`,
      product: i < 3 ? 'p1' : 'p2',
      count: i + 1,
      at: new Date(i * 1000),
      tags: i % 2 === 0 ? ['x', 'y'] : [],
    })),
  );
  sdk.database.load(
    'notes',
    Array.from({ length: 200 }, (_unused, i) => ({
      _id: `n${String(i).padStart(3, '0')}`,
      product: `p${String(i % 50)}`,
      stars: i % 5,
    })),
  );
});
afterAll(async () => {
  await sdk.close();
});

test('match, group, sort', async () => {
  const { list } = await orders()
    .aggregate()
    .match({ user: _.in(['u0', 'u1']) })
    .group({ _id: '$user', total: $.sum('$count'), n: $.sum(1), last: $.first('$at') })
    .sort({ total: -1 })
    .end();
  expect(list).toEqual([
    { _id: 'u1', total: 12, n: 3, last: new Date(1000) },
    { _id: 'u0', total: 9, n: 3, last: new Date(0) },
  ]);
});

test('lookup by field uses an index, and unwind, project, sort follow', async () => {
  const pipeline = orders()
    .aggregate()
    .match({ user: 'u1' })
    .sort({ at: 1 })
    .lookup({ from: 'products', localField: 'product', foreignField: '_id', as: 'p' })
    .unwind('$p')
    .project({ _id: 0, title: '$p.title', count: 1 });
  expect((await pipeline.end()).list).toEqual([
    { count: 2, title: 'Tea' },
    { count: 4, title: 'Cup' },
    { count: 6, title: 'Cup' },
  ]);
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IXSCAN user_at + IDHACK', examined: 6 });
});

test('lookup with a pipeline: $expr on a variable finds by index', async () => {
  const inner = $.pipeline()
    .match(_.expr($.and([$.eq(['$product', '$$id']), $.gte(['$stars', 3])])))
    .project({ stars: 1 })
    .done();
  const { list } = await db
    .collection('products')
    .aggregate()
    .match({ _id: 'p1' })
    .lookup({ from: 'notes', let: { id: '$_id' }, pipeline: inner, as: 'notes' })
    .limit(5)
    .end();
  expect(list).toEqual([{ _id: 'p1', title: 'Tea', notes: [] }]);
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IDHACK + IXSCAN product_stars', examined: 5 });
  const plain = $.pipeline().match({ product: 'p3' }).sort({ stars: -1 }).done();
  const { list: second } = await db
    .collection('products')
    .aggregate()
    .match({ _id: 'p2' })
    .lookup({ from: 'notes', let: {}, pipeline: plain, as: 'notes' })
    .limit(5)
    .end();
  expect((second[0]!['notes'] as unknown[]).length).toBe(4);
});

test('lookup by equalities of an expression reads no more than its sort and limit ask for', async () => {
  const match = _.expr($.and([$.eq(['$product', 'p3'])]));
  const pipeline = $.pipeline().match(match).sort({ stars: -1 }).limit(2).done();
  const { list } = await db
    .collection('products')
    .aggregate()
    .match({ _id: 'p2' })
    .lookup({ from: 'notes', let: { id: '$_id' }, pipeline, as: 'notes' })
    .limit(1)
    .end();
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IDHACK + IXSCAN product_stars', examined: 1 + 2 });
  expect(list[0]!['notes']).toHaveLength(2);
});

test('lookup into a collection that is not there finds nothing; strict mode refuses it', async () => {
  const pipeline = () =>
    orders()
      .aggregate()
      .match({ _id: 'o1' })
      .limit(1)
      .lookup({ from: 'ghosts', localField: 'a', foreignField: '_id', as: 'g' })
      .end();
  expect((await pipeline()).list[0]!['g']).toEqual([]);
  sdk.caller.strict = true;
  expect((await rejection(pipeline())).errMsg).toContain('Db or Table not exist: ghosts');
  sdk.caller.strict = false;
});

test('addFields, unwind of arrays, count, sortByCount, bucket, replaceRoot', async () => {
  expect((await orders().aggregate().unwind('$tags').sortByCount('$tags').end()).list).toEqual(
    expect.arrayContaining([
      { _id: 'x', count: 3 },
      { _id: 'y', count: 3 },
    ]),
  );
  expect(
    (
      await orders()
        .aggregate()
        .match({ count: _.gt(2) })
        .count('n')
        .end()
    ).list,
  ).toEqual([{ n: 4 }]);
  expect(
    (
      await orders()
        .aggregate()
        .bucket({ groupBy: '$count', boundaries: [0, 3, 10], output: { n: $.sum(1) } })
        .end()
    ).list,
  ).toEqual([
    { _id: 0, n: 2 },
    { _id: 3, n: 4 },
  ]);
  expect(
    (
      await orders()
        .aggregate()
        .match({ _id: 'o1' })
        .addFields({ inner: { k: '$count' } })
        .replaceRoot({ newRoot: '$inner' })
        .end()
    ).list,
  ).toEqual([{ k: 2 }]);
});

test('push and addToSet pass over what is missing; a count of nothing is nothing', async () => {
  const { list } = await orders()
    .aggregate()
    .match({ _id: _.in(['o0', 'o1']) })
    .addFields({ half: { $cond: [{ $eq: ['$count', 1] }, '$missing', 7] } })
    .group({ _id: null, all: { $push: '$half' }, set: { $addToSet: '$half' } })
    .end();
  expect(list).toEqual([{ _id: null, all: [7], set: [7] }]);
  expect((await orders().aggregate().match({ _id: 'none' }).count('n').end()).list).toEqual([]);
});

test('dates by time zone, and the clock of the product', async () => {
  const day = { $dateToString: { date: '$at', format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' } };
  const { list } = await orders().aggregate().match({ _id: 'o1' }).project({ _id: 0, day, now: '$$NOW' }).end();
  expect(list).toEqual([{ day: '1970-01-01 08', now: new Date('2026-11-28T01:00:00Z') }]);
});

test('comparisons in expressions go by BSON order across kinds', async () => {
  const { list } = await orders()
    .aggregate()
    .match({ _id: 'o1' })
    .project({ _id: 0, a: $.gt(['$user', '$count']), b: $.lt(['$missing', null]), c: $.eq(['$tags', []]) })
    .end();
  expect(list).toEqual([{ a: true, b: true, c: true }]);
});

test('a server date in a pipeline is resolved', async () => {
  const { list } = await orders()
    .aggregate()
    .match({ at: _.lt(db.serverDate()) })
    .limit(3)
    .end();
  expect(list).toHaveLength(3);
});

test('graphLookup follows references by index', async () => {
  await db.createCollection('tree');
  sdk.database.load('tree', [
    { _id: 'a' },
    { _id: 'b', parent: 'a' },
    { _id: 'c', parent: 'b' },
    { _id: 'd', parent: 'a' },
  ]);
  const stages = [
    { stageKey: '$match', stageValue: '{"_id":"c"}' },
    {
      stageKey: '$graphLookup',
      stageValue: JSON.stringify({
        from: 'tree',
        startWith: '$parent',
        connectFromField: 'parent',
        connectToField: '_id',
        as: 'above',
        depthField: 'depth',
      }),
    },
  ];
  const reply = (await sdk.database.handle(
    { action: 'database.aggregateDocuments', collectionName: 'tree', stages },
    { ...sdk.caller, record: () => undefined },
  )) as { data: { list: string[] } };
  const [found] = reply.data.list.map((text) => JSON.parse(text) as { above: { _id: string; depth: number }[] });
  expect(found!.above.map(({ _id, depth }) => [_id, depth])).toEqual([
    ['b', 0],
    ['a', 1],
  ]);
});

test.each([
  ['a stage', [{ stageKey: '$frob', stageValue: '1' }], "Unrecognized pipeline stage name: '$frob'"],
  [
    'a stage inside facet',
    [{ stageKey: '$facet', stageValue: '{"a":[{"$frob":1}]}' }],
    "Unrecognized pipeline stage name: '$frob'",
  ],
  ['$out', [{ stageKey: '$out', stageValue: '"x"' }], "Unrecognized pipeline stage name: '$out'"],
  ['an expression', [{ stageKey: '$project', stageValue: '{"x":{"$frob":"$a"}}' }], '$frob'],
  [
    'an expression, though no document reaches it',
    [
      { stageKey: '$match', stageValue: '{"_id":"none"}' },
      { stageKey: '$addFields', stageValue: '{"x":{"$cond":[{"$frob":1},1,2]}}' },
    ],
    "Unrecognized expression '$frob'",
  ],
  [
    'an accumulator, though no document reaches it',
    [
      { stageKey: '$match', stageValue: '{"_id":"none"}' },
      { stageKey: '$group', stageValue: '{"_id":null,"x":{"$frob":1}}' },
    ],
    '$frob',
  ],
  [
    'an operator of a later match',
    [
      { stageKey: '$limit', stageValue: '1' },
      { stageKey: '$match', stageValue: '{"a":{"$frob":1}}' },
    ],
    'unknown operator: $frob',
  ],
  ['a limit of 0', [{ stageKey: '$limit', stageValue: '0' }], 'the limit must be positive'],
  [
    'a lookup without as',
    [{ stageKey: '$lookup', stageValue: '{"from":"notes","localField":"a","foreignField":"b"}' }],
    "must specify 'as' field",
  ],
  [
    'a geoNear that is not first',
    [
      { stageKey: '$match', stageValue: '{}' },
      { stageKey: '$geoNear', stageValue: '{}' },
    ],
    '$geoNear is only valid as the first stage',
  ],
])('refused, by name: %s', async (_name, stages, text) => {
  const reply = await sdk.database.handle(
    { action: 'database.aggregateDocuments', collectionName: 'orders', stages },
    { ...sdk.caller, record: () => undefined },
  );
  expect(reply).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(text) });
});
