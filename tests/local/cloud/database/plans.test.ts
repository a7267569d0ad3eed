import { startSdk, type Command, type Query, type Sdk, type SdkOnDatabase } from '../../../support/database-sdk';

/** How a request is planned, and how many documents it looks at. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');
const index = (
  name: string,
  fields: Record<string, 1 | -1>,
  more: { unique?: boolean; sparse?: boolean; declared?: boolean } = {},
) => {
  sdk.database.createIndex('things', {
    name,
    fields: Object.entries(fields).map(([field, direction]) => ({ name: field, direction })),
    ...more,
  });
};

const size = 2000;

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
  await db.createCollection('things');
  const documents = Array.from({ length: size }, (_unused, at) => ({
    _id: `t${String(at).padStart(4, '0')}`,
    community: `c${String(at % 2)}`,
    status: ['new', 'open', 'done', 'gone'][at % 4],
    at: new Date(at * 1000),
    name: `名${String(at)}`,
    phone: `1${String(at)}`,
    tags: [`g${String(at % 10)}`, `h${String(at % 7)}`],
    rank: at % 50,
    ...(at % 100 === 0 ? { rare: at } : {}),
  }));
  sdk.database.load('things', documents);
  index('community_status_at', { community: 1, status: 1, at: -1 });
  index('community_at', { community: 1, at: -1 });
  index('phone', { phone: 1 }, { unique: true });
  index('tags_at', { tags: 1, at: 1 });
  index('name', { name: 1 });
  index('rank', { rank: 1 });
  index('rare', { rare: 1 }, { sparse: true });
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
  ['no index for a condition', () => things().where({ colour: 'red' }).limit(5), ['COLLSCAN', false, size, 0]],
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
    'a contradiction looks at nothing',
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
  expect(sdk.lastTrace()).toMatchObject({ plan: 'COUNT', examined: 0, returned: size });
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

describe('strict mode', () => {
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

  test('refuses an index that no manifest knows', async () => {
    index('colour', { colour: 1 }, { declared: false });
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
});
