import type { Command, Query, Sdk, SdkOnDatabase } from '../../support/database-sdk';
import { startThings, thingCount } from './things';

/** How a request is planned, and how many documents it examines. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');
beforeAll(async () => {
  sdk = await startThings();
  ({ db, _ } = sdk);
});
afterAll(async () => {
  await sdk.close();
});

/** Plan, whether sorted in memory, examined and returned. */
async function cost(query: Query): Promise<[string, boolean, number, number]> {
  await query.get();
  const { plan, sortedInMemory, examined, returned } = sdk.lastTrace();
  return [plan, sortedInMemory, examined, returned];
}

const rows: [string, () => Query, [string, boolean, number, number]][] = [
  ['one _id', () => things().where({ _id: 't0005' }).limit(9), ['IDHACK', false, 1, 1]],
  [
    'one document is in any order',
    () => things().where({ phone: '15' }).orderBy('name', 'asc').limit(9),
    ['IXSCAN phone', false, 1, 1],
  ],
  [
    'several _ids',
    () =>
      things()
        .where({ _id: _.in(['t0005', 't0001', 'none']) })
        .limit(9),
    ['IDHACK', false, 2, 2],
  ],
  [
    'an _id within and',
    () =>
      things()
        .where(_.and([{ rank: _.gte(0) }, { _id: 't0005' }]))
        .limit(9),
    ['IDHACK', false, 1, 1],
  ],
  [
    'thousands of _ids',
    () =>
      things()
        .where({ _id: _.in(Array.from({ length: 5000 }, (_unused, i) => `t${String(i)}`)) })
        .limit(3),
    ['IDHACK', false, 3, 3],
  ],
  [
    'a range of _id',
    () =>
      things()
        .where({ _id: _.gte('t1990') })
        .limit(50),
    ['IXSCAN _id_', false, 10, 10],
  ],
  ['the order of _id alone', () => things().where({}).orderBy('_id', 'desc').limit(3), ['IXSCAN _id_', false, 3, 3]],
  [
    'equalities and an order stop at the limit',
    () => things().where({ community: 'c1', status: 'open' }).orderBy('at', 'desc').limit(20),
    ['IXSCAN community_status_at', false, 20, 20],
  ],
  [
    'the same order backward',
    () => things().where({ community: 'c1', status: 'open' }).orderBy('at', 'asc').limit(20),
    ['IXSCAN community_status_at', false, 20, 20],
  ],
  [
    'in and an order: stretches are merged',
    () =>
      things()
        .where({ community: 'c0', status: _.in(['new', 'done']) })
        .orderBy('at', 'desc')
        .limit(20),
    ['IXSCAN community_status_at', false, 20, 20],
  ],
  [
    'a range that is also the order',
    () =>
      things()
        .where({ community: 'c1', at: _.gte(new Date(1_990_000)) })
        .orderBy('at', 'asc')
        .limit(9),
    ['IXSCAN community_at', false, 5, 5],
  ],
  [
    'an order by what is fixed, then by what is not',
    () => things().where({ community: 'c1', status: 'open' }).orderBy('status', 'asc').orderBy('at', 'desc').limit(5),
    ['IXSCAN community_status_at', false, 5, 5],
  ],
  [
    'a unique key wins',
    () => things().where({ phone: '15', community: 'c1', status: 'open' }).limit(9),
    ['IXSCAN phone', false, 1, 1],
  ],
  [
    'a prefix as a regular expression',
    () =>
      things()
        .where({ name: /^名199/ })
        .limit(50),
    ['IXSCAN name', false, 11, 11],
  ],
  [
    'db.RegExp with a prefix',
    () =>
      things()
        .where({ name: db.RegExp({ regexp: '^名199\\d', options: '' }) })
        .limit(50),
    ['IXSCAN name', false, 11, 10],
  ],
  [
    'an element of an array, in order',
    () => things().where({ tags: 'g3' }).orderBy('at', 'asc').limit(5),
    ['IXSCAN tags_at', false, 5, 5],
  ],
  [
    'two elements of one array: one bounds, the other filters',
    () =>
      things()
        .where({ tags: _.all(['g3', 'h3']) })
        .limit(500),
    ['IXSCAN tags_at', false, 200, 29],
  ],
  [
    'or over indexes',
    () =>
      things()
        .where(_.or([{ phone: '17' }, { rank: 3, name: '名3' }, { _id: 't0009' }]))
        .limit(50),
    ['OR(IXSCAN phone, IXSCAN name, IDHACK)', false, 3, 3],
  ],
  [
    'or inside one field',
    () =>
      things()
        .where({ rank: _.or(_.eq(3), _.gt(48)) })
        .limit(500),
    ['OR(IXSCAN rank, IXSCAN rank)', false, 80, 80],
  ],
  [
    'a sparse index where the condition needs the field',
    () =>
      things()
        .where({ rare: _.gte(0) })
        .limit(50),
    ['IXSCAN rare', false, 20, 20],
  ],
  [
    'a sparse index is no use for what is missing',
    () => things().where({ rare: null, rank: 3 }).limit(50),
    ['IXSCAN rank', false, 40, 40],
  ],
  ['no index for a condition', () => things().where({ colour: 'red' }).limit(5), ['COLLSCAN', false, thingCount, 0]],
  [
    'no index for an order',
    () => things().where({ rank: 3 }).orderBy('name', 'asc').limit(5),
    ['IXSCAN rank', true, 40, 5],
  ],
  [
    'a range and another order',
    () =>
      things()
        .where({ rank: _.gt(48) })
        .orderBy('at', 'asc')
        .limit(5),
    ['IXSCAN rank', true, 40, 5],
  ],
  [
    'skip looks at what it passes over',
    () => things().where({ community: 'c1' }).orderBy('at', 'desc').skip(10).limit(5),
    ['IXSCAN community_at', false, 15, 5],
  ],
  [
    'a contradiction examines nothing',
    () =>
      things()
        .where({ rank: _.gt(5).and(_.lt(3)) })
        .limit(5),
    ['IXSCAN rank', false, 0, 0],
  ],
];
test.each(rows)('%s', async (_name, query, expected) => {
  expect(await cost(query())).toEqual(expected);
});

test('count, update and remove are planned alike', async () => {
  await things().where({ rank: 7 }).count();
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IXSCAN rank', examined: 40, returned: 40, reads: 1 });
  await things().count();
  expect(sdk.lastTrace()).toMatchObject({ plan: 'COUNT', examined: 0, returned: thingCount });
  await things()
    .where({ rank: 7 })
    .update({ data: { seen: true } });
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IXSCAN rank', examined: 40, returned: 40, writes: 1, reads: 0 });
  await things()
    .doc('t0007')
    .update({ data: { rank: 7 } });
  expect(sdk.lastTrace()).toMatchObject({ plan: 'IDHACK', examined: 1, returned: 0 });
});

test('the first match, sort and limit of an aggregation are planned as a query', async () => {
  await things()
    .aggregate()
    .match({ community: 'c1', status: 'open' })
    .sort({ at: -1 })
    .limit(10)
    .project({ at: 1 })
    .end();
  expect(sdk.lastTrace()).toMatchObject({
    plan: 'IXSCAN community_status_at',
    examined: 10,
    returned: 10,
    sortedInMemory: false,
  });
});
