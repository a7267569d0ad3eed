import { EJSON } from 'bson';
import * as fc from 'fast-check';
import { openDatabase, type Caller, type Database } from '../../database';

const caller: Caller = { token: 'caller', strict: false, record: () => undefined };
let database: Database;
beforeAll(() => {
  database = openDatabase({ file: ':memory:', now: () => new Date(0), duplicateKeyForm: 'E11000' });
});
afterAll(() => {
  database.close();
});

async function idsOf(collectionName: string, filter: object): Promise<string[]> {
  const query = EJSON.stringify(filter, { relaxed: false });
  const reply = await database.handle(
    { action: 'database.getDocument', collectionName, queryType: 'WHERE', query, limit: 1000 },
    caller,
  );
  if (!('data' in reply)) throw new Error(JSON.stringify(reply));
  return (reply.data as { list: string[] }).list.map((text) => (JSON.parse(text) as { _id: string })._id).sort();
}

const moment = fc.integer({ min: 0, max: 4 }).map((day) => new Date(day * 86_400_000));
const text = fc.constantFrom('', 'a', 'a\u0000', 'b', '一', '\u{1f600}');
const edge = fc.oneof(moment, text);
const stored = fc.oneof(edge, fc.integer({ min: -1, max: 1 }), fc.constantFrom(null, true, undefined));
const document = fc.record({ community: fc.oneof(text, fc.boolean()), status: text, at: stored });
const comparison = fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), edge);
const span = fc.array(comparison, { minLength: 1, maxLength: 2 }).map((all) => Object.fromEntries(all));
const given = fc.oneof(text, fc.boolean());
const point = fc.oneof(
  given,
  given.map((value) => ({ $eq: value })),
);
const filter = fc
  .tuple(fc.record({ community: point, status: fc.oneof(text, span) }), span, fc.boolean())
  .map(([first, at, isApart]) => (isApart ? { $and: [first, { at }] } : { ...first, at }));

/** The second collection has no index, so that each of its documents is read. */
test.each([1, -1] as const)('finds by keys alone what reading each document finds, the last field %i', async (last) => {
  const property = fc.asyncProperty(fc.array(document, { maxLength: 30 }), fc.array(filter, { minLength: 1 }), prove);
  async function prove(documents: readonly object[], filters: readonly object[]): Promise<void> {
    database.reset();
    const rows = documents.map((each, at) => ({ _id: `d${String(at)}`, ...each }));
    for (const name of ['indexed', 'plain']) {
      database.createCollection(name);
      if (name === 'indexed')
        database.createIndex(name, {
          name: 'all',
          fields: [
            { name: 'community', direction: 1 },
            { name: 'status', direction: 1 },
            { name: 'at', direction: last },
          ],
        });
      database.load(name, rows);
    }
    for (const each of filters) expect(await idsOf('indexed', each)).toEqual(await idsOf('plain', each));
  }
  await fc.assert(property, { numRuns: 60, seed: 20261130 });
});

test('reads no document for a span of moments behind single values', async () => {
  database.reset();
  database.createCollection('days');
  const fields = [
    { name: 'community', direction: 1 as const },
    { name: 'at', direction: -1 as const },
  ];
  database.createIndex('days', { name: 'community_at', fields });
  const days = [1, 2, 3].map((day) => ({ _id: `d${String(day)}`, community: 'a', at: new Date(day * 86_400_000) }));
  database.load('days', days);
  const parse = jest.spyOn(JSON, 'parse');
  const span = { community: { $eq: 'a' }, at: { $gte: new Date(2 * 86_400_000) } };
  const found = await idsOf('days', span);
  const texts = parse.mock.calls.map(([given]) => given).filter((given) => given.includes('"_id":"d'));
  parse.mockRestore();
  expect(found).toEqual(['d2', 'd3']);
  // By this test alone, once for each document found.
  expect(texts).toHaveLength(2);
});
