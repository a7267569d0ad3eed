import { withBatches } from '../../../cloudfunctions/core/platform/batch';
import {
  collection,
  type Database,
  type LookUpFrom,
  type Stored,
} from '../../../cloudfunctions/core/platform/database';
import { foundOf } from '../../../cloudfunctions/core/platform/look-up';

const things = collection<Stored>('things');
const base = { of: collection<Stored>('logins'), id: 'o_one' };

/** A database that says what it was asked, and answers each question with the names of its fields. */
function watched(isThere = true) {
  const asked: string[] = [];
  const answerTo = (where: object | undefined) => [{ _id: JSON.stringify(where) }];
  const database = {
    find: async (_from: unknown, { where }: { where?: object }) => {
      asked.push(`find ${JSON.stringify(where)}`);
      return answerTo(where);
    },
    lookUp: async (_from: unknown, { id, lookUps }: LookUpFrom) => {
      asked.push(`${lookUps.length} from ${id}`);
      if (!isThere) return undefined;
      const documents = new Map(lookUps.map(({ name, query }) => [name, answerTo(query?.where)]));
      return { document: { _id: id }, found: foundOf({ documents, values: new Map(), texts: new Map() }) };
    },
  } as unknown as Database;
  return { asked, database: withBatches(database, base) };
}

const one = (n: number) => ({ where: { n }, limit: 1 });

test('what is asked at one moment goes out together, each answered with its own', async () => {
  const { asked, database } = watched();
  const later = async () => database.get(things, (await database.find(things, one(3)))[0]!._id);
  const [a, b, c] = await Promise.all([database.find(things, one(1)), database.get(things, 'x'), later()]);
  expect(asked).toEqual(['3 from o_one', 'find {"_id":"{\\"n\\":3}"}']);
  expect([a, b?._id, c?._id]).toEqual([[{ _id: '{"n":1}' }], '{"_id":"x"}', '{"_id":"{\\"n\\":3}"}']);
});

test('questions that belong together stay together, and no request answers with more than 400 documents', async () => {
  const { asked, database } = watched();
  const part = { of: things, limit: 99 };
  const [together, single] = await Promise.all([
    database.findTogether(base.of, [part, part, part, part]),
    database.find(things, one(1)),
    database.find(things, one(2)),
    database.find(things, { where: { n: 3 }, limit: 99 }),
    database.find(things, { where: { n: 4 }, limit: 99 }),
  ]);
  expect(asked).toEqual(['6 from o_one', '2 from o_one']);
  expect([together?.length, single]).toEqual([4, [{ _id: '{"n":1}' }]]);
});

test('nearness is asked for by itself, and so is all where the base is gone', async () => {
  const { asked, database } = watched(false);
  const near = { near: { type: 'Point', coordinates: [1, 2] as const }, maxMetres: 5 } as const;
  await Promise.all([
    database.find(things, { where: { at: near }, limit: 9 }),
    database.find(things, one(1)),
    database.find(things, one(2)),
  ]);
  expect(asked.map((text) => text.slice(0, 12))).toEqual([
    'find {"at":{',
    '2 from o_one',
    'find {"n":1}',
    'find {"n":2}',
  ]);
});

test('an error reaches everybody whose question went out with it', async () => {
  const failing = { lookUp: async () => Promise.reject(new Error('lost')) } as unknown as Database;
  const database = withBatches(failing, base);
  const results = await Promise.allSettled([database.find(things, one(1)), database.get(things, 'x')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
