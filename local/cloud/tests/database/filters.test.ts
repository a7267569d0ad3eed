import { rejection, startSdk, type Command, type Data, type Sdk, type SdkOnDatabase } from '../support/database-sdk';

/** Filters as the SDK encodes them, and where MongoDB differs from a JavaScript library. */
let sdk: SdkOnDatabase;
let db: Sdk;
let _: Command;
const things = () => db.collection('things');

beforeAll(async () => {
  sdk = await startSdk();
  ({ db, _ } = sdk);
  await db.createCollection('things');
});
afterAll(async () => {
  await sdk.close();
});

const documents: Data[] = [
  { _id: 'missing' },
  { _id: 'null', a: null },
  { _id: 'one', a: 1, s: 'Nanjing' },
  { _id: 'five', a: 5, s: 'north' },
  { _id: 'text', a: '1', s: 'n' },
  { _id: 'list', a: [1, 5], tags: ['x', 'y'] },
  { _id: 'empty', a: [], tags: [] },
  { _id: 'object', a: { x: 1, y: 2 } },
  { _id: 'date', a: new Date(1000) },
  { _id: 'true', a: true },
  { _id: 'nested', grid: [[1, 2], [3]] },
  {
    _id: 'parts',
    parts: [
      { k: 1, v: 3 },
      { k: 2, v: 2 },
    ],
  },
];
beforeEach(() => {
  sdk.database.reset();
  sdk.database.createCollection('things');
  sdk.database.load('things', documents);
});

const cases: [string, () => unknown, string[]][] = [
  ['equality looks into arrays', () => ({ a: 1 }), ['one', 'list']],
  ['gte(null) matches null and missing', () => ({ a: _.gte(null) }), ['missing', 'null', 'parts', 'nested']],
  ['eq(null) matches null and missing', () => ({ a: null }), ['missing', 'null', 'parts', 'nested']],
  ['neq', () => ({ a: _.neq(1), _id: _.in(['one', 'five', 'list', 'missing']) }), ['five', 'missing']],
  ['comparisons stay in their kind', () => ({ a: _.gt(0) }), ['one', 'five', 'list']],
  ['dates compare with dates', () => ({ a: _.gt(new Date(0)) }), ['date']],
  ['text compares with text', () => ({ a: _.gte('0') }), ['text']],
  ['a sub-document equals in its order', () => ({ a: _.eq({ x: 1, y: 2 }) }), ['object']],
  ['a sub-document in another order does not', () => ({ a: _.eq({ y: 2, x: 1 }) }), []],
  ['a nested plain object is flattened into paths', () => ({ a: { y: 2 } }), ['object']],
  ['a whole array', () => ({ a: _.eq([1, 5]) }), ['list']],
  ['an empty array', () => ({ a: _.eq([]) }), ['empty']],
  ['gte.and(lt)', () => ({ a: _.gte(1).and(_.lt(5)) }), ['one', 'list']],
  ['or on a field', () => ({ a: _.or(_.eq(1), _.gt(4)) }), ['one', 'five', 'list']],
  ['or of conditions', () => _.or([{ a: 5 }, { s: 'n' }]), ['five', 'list', 'text']],
  ['and of conditions', () => _.and([{ a: _.gt(0) }, { s: /^N/ }]), ['one']],
  ['nor', () => _.nor([{ a: _.exists(true) }, { parts: _.exists(true) }]), ['missing', 'nested']],
  ['not', () => ({ a: _.not(_.gt(0)), _id: _.in(['one', 'null', 'text']) }), ['null', 'text']],
  ['in and nin', () => ({ a: _.in([5, '1']), s: _.nin(['north']) }), ['list', 'text']],
  ['in with null', () => ({ a: _.in([null, true]) }), ['missing', 'null', 'true', 'parts', 'nested']],
  ['exists(false)', () => ({ a: _.exists(false) }), ['missing', 'parts', 'nested']],
  ['all and size', () => ({ tags: _.all(['x', 'y']), a: _.size(2) }), ['list']],
  ['size counts the array itself, not arrays in it', () => ({ grid: _.size(1) }), []],
  ['size of an array of arrays', () => ({ grid: _.size(2) }), ['nested']],
  ['elemMatch looks at the array itself, not into arrays in it', () => ({ grid: _.elemMatch(_.eq(3)) }), []],
  ['an array as an element', () => ({ grid: _.eq([3]) }), ['nested']],
  ['mod', () => ({ a: _.mod(4, 1) }), ['one', 'five', 'list']],
  ['elemMatch on objects holds for one element', () => ({ parts: _.elemMatch({ k: 1, v: 2 }) }), []],
  ['elemMatch on objects', () => ({ parts: _.elemMatch({ k: 2, v: _.lt(3) }) }), ['parts']],
  ['elemMatch on values', () => ({ a: _.elemMatch(_.gt(1)) }), ['list']],
  ['a dotted path into an array', () => ({ 'parts.1.v': 2 }), ['parts']],
  ['a JavaScript regular expression', () => ({ s: /^n/ }), ['five', 'text']],
  ['db.RegExp with options', () => ({ s: db.RegExp({ regexp: '^N', options: 'i' }) }), ['one', 'five', 'text']],
  ['expr', () => _.expr(_.aggregate.eq(['$s', 'n'])), ['text']],
  ['a server date in a filter', () => ({ a: _.lt(db.serverDate()) }), ['date']],
];
test.each(cases)('%s, scanned and by index', async (_name, filter, ids) => {
  const found = async () => (await things().where(filter()).limit(50).get()).data.map(({ _id }) => _id as string);
  expect((await found()).sort()).toEqual([...ids].sort());
  for (const name of ['a', 's', 'tags', 'parts.k'])
    sdk.database.createIndex('things', { name, fields: [{ name, direction: 1 }] });
  expect((await found()).sort()).toEqual([...ids].sort());
  expect((await things().where(filter()).count()).total).toBe(ids.length);
});

test('orderBy: kinds in BSON order, arrays by their smallest or largest element', async () => {
  const order = async (direction: 'asc' | 'desc') =>
    (await things().orderBy('a', direction).orderBy('_id', 'asc').limit(50).get()).data.map(({ _id }) => _id);
  const ascending = [
    'empty',
    'missing',
    'nested',
    'null',
    'parts',
    'list',
    'one',
    'five',
    'text',
    'object',
    'true',
    'date',
  ];
  const descending = [
    'date',
    'true',
    'object',
    'text',
    'five',
    'list',
    'one',
    'missing',
    'nested',
    'null',
    'parts',
    'empty',
  ];
  expect(await order('asc')).toEqual(ascending);
  expect(await order('desc')).toEqual(descending);
  sdk.database.createIndex('things', {
    name: 'up',
    fields: [
      { name: 'a', direction: 1 },
      { name: '_id', direction: 1 },
    ],
  });
  sdk.database.createIndex('things', {
    name: 'down',
    fields: [
      { name: 'a', direction: -1 },
      { name: '_id', direction: 1 },
    ],
  });
  expect([await order('asc'), sdk.lastTrace().plan, sdk.lastTrace().sortedInMemory]).toEqual([
    ascending,
    'IXSCAN up',
    false,
  ]);
  expect([await order('desc'), sdk.lastTrace().plan, sdk.lastTrace().sortedInMemory]).toEqual([
    descending,
    'IXSCAN down',
    false,
  ]);
});

test('field: inclusion, exclusion, nested and slices', async () => {
  const only = async (projection: Data) =>
    (await things().where({ _id: 'list' }).field(projection).limit(1).get()).data[0];
  expect(await only({ tags: true })).toEqual({ _id: 'list', tags: ['x', 'y'] });
  expect(await only({ a: false, _id: false })).toEqual({ tags: ['x', 'y'] });
  expect((await things().doc('object').field({ 'a.x': true }).get()).data).toEqual({ _id: 'object', a: { x: 1 } });
  expect(
    (
      await things()
        .where({ _id: 'list' })
        .field({ tags: { $slice: 1 } })
        .limit(1)
        .get()
    ).data[0]!['tags'],
  ).toEqual(['x']);
});

test.each([
  ['an unknown operator', '{"a":{"$frob":1}}', 'unknown operator: $frob'],
  ['an unknown operator at the top', '{"$frob":1}', 'unknown operator: $frob'],
  ['or without conditions', '{"$or":[]}', '$or must be a nonempty array'],
  [
    'an expression, though no document reaches it',
    '{"_id":"none","$expr":{"$frob":1}}',
    "Unrecognized expression '$frob'",
  ],
  ['$where', '{"$where":"1"}', '$where'],
  ['$in without an array', '{"a":{"$in":1}}', '$in needs an array'],
  ['a broken regular expression', '{"a":{"$regex":"("}}', 'regular expression'],
  ['text that is no JSON', '{', 'not JSON'],
  ['a type that does not exist', '{"a":{"$type":"colour"}}', 'unknown type name'],
])('refused, by name: %s', async (_name, query, text) => {
  const reply = await sdk.database.handle(
    { action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE', query, limit: 10 },
    { token: '', strict: false, record: () => undefined },
  );
  expect(reply).toMatchObject({
    message: expect.stringContaining(text),
    code: expect.stringMatching(/^(DATABASE_REQUEST_FAILED|INVALID_PARAM)$/),
  });
});

test('a number as _id is not the text of it', async () => {
  await things().add({ data: { _id: 7, is: 'number' } });
  await things().add({ data: { _id: '7', is: 'text' } });
  expect((await things().doc(7).get()).data['is']).toBe('number');
  expect((await things().doc('7').get()).data['is']).toBe('text');
  expect((await rejection(things().add({ data: { _id: '7' } }))).errMsg).toContain('E11000');
});
