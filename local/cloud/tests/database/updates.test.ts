import { rejection, startSdk, type Command, type Data, type Sdk, type SdkOnDatabase } from '../support/database-sdk';

/** Update operators as the SDK encodes them, and the errors that mongod answers with. */
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

/** The document after one update. */
async function updated(before: Data, data: Data): Promise<Data> {
  await things().doc('x').set({ data: before });
  await things().doc('x').update({ data });
  const { data: after } = await things().doc('x').get();
  delete after['_id'];
  return after;
}

async function refused(before: Data, data: Data): Promise<string> {
  await things().doc('x').set({ data: before });
  const error = await rejection(things().doc('x').update({ data }));
  expect(error.errCode).toBe(-502001);
  expect((await things().doc('x').get()).data).toEqual({ _id: 'x', ...before });
  return error.errMsg;
}

const cases: [string, Data, () => Data, Data][] = [
  ['nested values become dotted paths', { a: { k: 1 } }, () => ({ a: { b: { c: 1 } } }), { a: { k: 1, b: { c: 1 } } }],
  ['set replaces a sub-document', { a: { k: 1 } }, () => ({ a: _.set({ z: 1 }) }), { a: { z: 1 } }],
  [
    'null is kept, undefined is dropped',
    { a: 1, b: 1 },
    () => ({ a: null, b: undefined, c: 1 }),
    { a: null, b: 1, c: 1 },
  ],
  [
    'inc and mul, also of what is missing',
    { a: 1, b: 2 },
    () => ({ a: _.inc(2), b: _.mul(3), c: _.inc(4), d: _.mul(5) }),
    { a: 3, b: 6, c: 4, d: 0 },
  ],
  [
    'min and max, also across kinds',
    { a: 5, b: 5, c: 'x' },
    () => ({ a: _.min(3), b: _.max(3), c: _.max(9), d: _.min(1) }),
    { a: 3, b: 5, c: 'x', d: 1 },
  ],
  ['remove and rename', { a: 1, b: 2 }, () => ({ a: _.remove(), b: _.rename('z') }), { z: 2 }],
  [
    'push one, several, and into what is missing',
    { a: [1] },
    () => ({ a: _.push(2), b: _.push([1, 2]) }),
    { a: [1, 2], b: [1, 2] },
  ],
  [
    'push with position, sort and slice',
    { a: [3, 1], b: [1, 4] },
    () => ({ a: _.push({ each: [2], sort: -1, slice: 2 }), b: _.push({ each: [2, 3], position: 1 }) }),
    { a: [3, 2], b: [1, 2, 3, 4] },
  ],
  [
    'push sorted by a field of the elements',
    { a: [{ s: 2 }] },
    () => ({ a: _.push({ each: [{ s: 3 }, { s: 1 }], sort: { s: 1 } }) }),
    { a: [{ s: 1 }, { s: 2 }, { s: 3 }] },
  ],
  ['a negative slice keeps the last', { a: [1, 2] }, () => ({ a: _.push({ each: [3], slice: -2 }) }), { a: [2, 3] }],
  [
    'unshift, pop, shift',
    { a: [2], b: [1, 2], c: [1, 2] },
    () => ({ a: _.unshift([0, 1]), b: _.pop(), c: _.shift() }),
    { a: [0, 1, 2], b: [1], c: [2] },
  ],
  [
    'pull by value, by condition and by fields; pullAll',
    { a: [1, 2, 1], b: [1, 5], c: [{ x: 1, y: 1 }, { x: 2 }], d: [1, 2, 3] },
    () => ({ a: _.pull(1), b: _.pull(_.gt(2)), c: _.pull({ x: _.eq(1) }), d: _.pullAll([1, 3]) }),
    { a: [2], b: [1], c: [{ x: 2 }], d: [2] },
  ],
  [
    'addToSet compares sub-documents by the order of their fields',
    { a: [{ x: 1, y: 2 }] },
    () => ({ a: _.addToSet({ y: 2, x: 1 }) }),
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['addToSet with $each', { a: [1] }, () => ({ a: _.addToSet({ $each: [1, 2] }) }), { a: [1, 2] }],
  [
    'the trap: addToSet({ each }) adds that object itself',
    { a: [1] },
    () => ({ a: _.addToSet({ each: [1, 2] }) }),
    { a: [1, { each: [1, 2] }] },
  ],
  ['a dotted path into an array', { a: [{ b: 0 }] }, () => ({ 'a.0.b': 1 }), { a: [{ b: 1 }] }],
  ['beyond the end of an array it is padded with null', { a: [1] }, () => ({ 'a.3': 9 }), { a: [1, null, null, 9] }],
  [
    'arrays, dates and regular expressions are values; the SDK reads the last as its own class',
    { a: 1 },
    () => ({ a: [1, { x: [] }], d: new Date(5), r: /x/i }),
    { a: [1, { x: [] }], d: new Date(5), r: expect.objectContaining({ pattern: 'x', options: 'i' }) },
  ],
];
test.each(cases)('%s', async (_name, before, data, after) => {
  expect(await updated(before, data())).toEqual(after);
});

const refusals: [string, Data, () => Data, string][] = [
  ['a path through null', { a: null }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: null}"],
  ['a path through a number', { a: 5 }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: 5}"],
  ['a name under an array', { a: [1] }, () => ({ 'a.b': 1 }), "Cannot create field 'b' in element {a: [1]}"],
  [
    'inc of text',
    { a: 'x' },
    () => ({ a: _.inc(1) }),
    'Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field \'a\' of non-numeric type string',
  ],
  ['inc of null', { a: null }, () => ({ a: _.inc(1) }), 'of non-numeric type null'],
  ['inc by text', { a: 1 }, () => ({ a: _.inc('1') }), 'Cannot increment with non-numeric argument'],
  ['mul of an array', { a: [1] }, () => ({ a: _.mul(2) }), 'of non-numeric type array'],
  ['push into text', { a: 'x' }, () => ({ a: _.push([1]) }), "The field 'a' must be an array but is of type string"],
  ['push into null', { a: null }, () => ({ a: _.push([1]) }), 'must be an array but is of type null'],
  [
    'addToSet into a number',
    { a: 1 },
    () => ({ a: _.addToSet(1) }),
    "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type int",
  ],
  [
    'pop of an object',
    { a: { b: 1 } },
    () => ({ a: _.pop() }),
    "Path 'a' contains an element of non-array type 'object'",
  ],
  ['pull from text', { a: 'x' }, () => ({ a: _.pull('x') }), 'Cannot apply $pull to a non-array value'],
  ['a field and its parent at once', { a: {} }, () => ({ 'a.b': 1, a: _.set({}) }), "would create a conflict at 'a'"],
  [
    'the same field by two operators',
    { a: 1, b: 1 },
    () => ({ a: _.rename('b'), b: _.inc(1) }),
    "would create a conflict at 'b'",
  ],
  ['rename through an array', { a: [{ b: 1 }] }, () => ({ 'a.0.b': _.rename('c') }), 'cannot be an array element'],
];
test.each(refusals)('refused: %s', async (_name, before, data, text) => {
  expect(await refused(before, data())).toContain(text);
});

test.each([
  ['an unknown operator, by its name', '{"$frobnicate":{"a":1}}', '$frobnicate'],
  ['another _id', '{"$set":{"_id":"y"}}', "would modify the immutable field '_id'"],
  ['an operator without fields', '{"$set":{}}', "'$set' is empty"],
  ['a field that begins with a dollar', '{"$set":{"a":{"$b":1}}}', "The dollar ($) prefixed field '$b'"],
])('refused where the SDK would not send it: %s', async (_name, data, text) => {
  await things()
    .doc('x')
    .set({ data: { a: 1 } });
  const request = {
    action: 'database.modifyDocument',
    collectionName: 'things',
    queryType: 'DOC',
    query: '{"_id":"x"}',
    data,
    merge: true,
  };
  const reply = await sdk.database.handle(request, { token: '', strict: false, record: () => undefined });
  expect(reply).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(text) });
});

test('a where.update that is refused halfway leaves what came before it', async () => {
  await things()
    .where({ _id: _.exists(true) })
    .remove();
  sdk.database.load('things', [
    { _id: '1', v: 1 },
    { _id: '2', v: 'x' },
    { _id: '3', v: 1 },
  ]);
  await rejection(
    things()
      .where({ _id: _.in(['1', '2', '3']) })
      .update({ data: { v: _.inc(1) } }),
  );
  expect((await things().orderBy('_id', 'asc').limit(10).get()).data.map(({ v }) => v)).toEqual([2, 'x', 1]);
});

test('where.update with multi: false changes one document', async () => {
  await things()
    .where({ _id: _.exists(true) })
    .remove();
  sdk.database.load('things', [
    { _id: '1', v: 1 },
    { _id: '2', v: 1 },
  ]);
  expect(
    (
      await things()
        .where({ v: 1 })
        .update({ data: { v: 2 }, multi: false })
    ).stats,
  ).toEqual({ updated: 1 });
});

test('the positional operators write the element that the filter met, and every element', async () => {
  await things()
    .doc('x')
    .set({
      data: {
        list: [
          { k: 1, v: 0 },
          { k: 2, v: 0 },
          { k: 2, v: 0 },
        ],
        numbers: [1, 5, 7],
      },
    });
  await things()
    .where({ _id: 'x', 'list.k': 2 })
    .update({ data: { 'list.$.v': 9 } });
  await things()
    .where({ _id: 'x', list: _.elemMatch({ k: 2, v: 0 }) })
    .update({ data: { 'list.$.v': _.inc(1) } });
  await things()
    .where({ _id: 'x', numbers: _.gt(4) })
    .update({ data: { 'numbers.$': 0 } });
  await things()
    .where({ _id: 'x' })
    .update({ data: { 'list.$[].k': _.inc(10) } });
  expect((await things().doc('x').get()).data).toEqual({
    _id: 'x',
    list: [
      { k: 11, v: 0 },
      { k: 12, v: 9 },
      { k: 12, v: 1 },
    ],
    numbers: [1, 0, 7],
  });
  expect(
    (
      await rejection(
        things()
          .where({ _id: 'x' })
          .update({ data: { 'list.$.v': 1 } }),
      )
    ).errMsg,
  ).toContain('The positional operator did not find the match needed from the query.');
});

test('modifyAndReturnDoc changes one document and sends it back', async () => {
  await things()
    .doc('x')
    .set({ data: { n: 1 } });
  const request = {
    action: 'database.modifyAndReturnDoc',
    collectionName: 'things',
    queryType: 'WHERE',
    query: '{"_id":"x"}',
    data: '{"$inc":{"n":1}}',
  };
  const reply = await sdk.database.handle(request, { token: '', strict: false, record: () => undefined });
  expect(reply).toMatchObject({ data: { updated: 1, doc: '{"_id":"x","n":2}' } });
});
