/** Every query and update operator with a page in the cloud's documentation (Command), by examples of that page. */
import { startSdk, type Command, type Data, type SdkOnDatabase } from '../../support/database-sdk';

let sdk: SdkOnDatabase;
let _: Command;
const todos = () => sdk.db.collection('todos');

beforeAll(async () => {
  sdk = await startSdk();
  ({ _ } = sdk);
});
afterAll(() => sdk.close());
beforeEach(() => {
  sdk.database.reset();
  sdk.database.createCollection('todos');
  sdk.database.createIndex('todos', { name: 'place', fields: [{ name: 'place', direction: '2dsphere' }] });
});

const point = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 23] });
const stored: Data[] = [
  { _id: 'a', progress: 10, tags: ['cloud'], size: 'S', place: point(113), consumed: 5, budget: 3 },
  { _id: 'b', progress: 50, tags: ['cloud', 'database'], places: [{ type: 'garden', area: 300, age: 1 }], budget: 3 },
  { _id: 'c', progress: 90, tags: [], places: [{ type: 'theatre', area: 300, age: 15 }], place: point(114) },
];

type Query = readonly [title: string, condition: () => object, expected: string];
const square = [
  [112, 22],
  [113.5, 22],
  [113.5, 24],
  [112, 24],
  [112, 22],
] as const;
const area = () => {
  const { Geo } = sdk.db;
  const ring = square.map(([longitude, latitude]) => new Geo.Point(longitude, latitude));
  return new Geo.Polygon([new Geo.LineString(ring)]);
};

const queries: Readonly<Record<string, readonly Query[]>> = {
  and: [
    ['of one field', () => ({ progress: _.and(_.gt(20), _.lt(90)) }), 'b'],
    ['of conditions', () => _.and([{ progress: _.gt(20) }, { places: _.exists(true) }]), 'bc'],
  ],
  or: [
    ['of one field', () => ({ progress: _.or(_.gt(80), _.lt(20)) }), 'ac'],
    ['across fields', () => _.or([{ progress: 50 }, { size: 'S' }]), 'ab'],
  ],
  not: [['of a comparison', () => ({ progress: _.not(_.eq(90)) }), 'ab']],
  nor: [['none of the conditions holds', () => _.nor([{ progress: _.lt(20) }, { tags: _.in(['database']) }]), 'c']],
  eq: [['a value', () => ({ progress: _.eq(50) }), 'b']],
  neq: [['also what has no such field', () => ({ size: _.neq('S') }), 'bc']],
  lt: [['less', () => ({ progress: _.lt(50) }), 'a']],
  lte: [['less or the same', () => ({ progress: _.lte(50) }), 'ab']],
  gt: [['more', () => ({ progress: _.gt(50) }), 'c']],
  gte: [['more or the same', () => ({ progress: _.gte(50) }), 'bc']],
  in: [['one of a list', () => ({ progress: _.in([10, 90]) }), 'ac']],
  nin: [['none of a list', () => ({ progress: _.nin([10, 90]) }), 'b']],
  exists: [
    ['a field', () => ({ places: _.exists(true) }), 'bc'],
    ['no field', () => ({ places: _.exists(false) }), 'a'],
  ],
  mod: [['a divisor and what is left', () => ({ progress: _.mod(40, 10) }), 'abc']],
  all: [['every item is in the list', () => ({ tags: _.all(['database', 'cloud']) }), 'b']],
  elemMatch: [['one item meets all', () => ({ places: _.elemMatch({ area: _.gt(100), age: _.lt(2) }) }), 'b']],
  size: [['a list of that length', () => ({ tags: _.size(2) }), 'b']],
  geoNear: [
    ['the nearest', () => ({ place: _.geoNear({ geometry: new sdk.db.Geo.Point(113, 23), maxDistance: 5000 }) }), 'a'],
  ],
  geoWithin: [['within an area', () => ({ place: _.geoWithin({ geometry: area() }) }), 'a']],
  geoIntersects: [['across an area', () => ({ place: _.geoIntersects({ geometry: area() }) }), 'a']],
  expr: [['two fields', () => _.expr(_.aggregate.gt(['$consumed', '$budget'])), 'a']],
};

for (const [name, rows] of Object.entries(queries))
  describe(`db.command.${name}`, () => {
    beforeEach(() => sdk.database.load('todos', stored));
    test.each(rows)('%s', async (_title, condition, expected) => {
      const { data } = await todos().where(condition()).limit(99).get();
      expect(
        data
          .map(({ _id }) => String(_id))
          .sort()
          .join(''),
      ).toBe(expected);
    });
  });

type Update = readonly [title: string, before: Data, data: () => Data, after: Data];
const updates: Readonly<Record<string, readonly Update[]>> = {
  set: [
    [
      'a whole object in place of another',
      { style: { size: 1 } },
      () => ({ style: _.set({ color: 'red' }) }),
      { style: { color: 'red' } },
    ],
  ],
  remove: [['a field', { style: 1, done: true }, () => ({ style: _.remove() }), { done: true }]],
  inc: [['by a number', { progress: 1 }, () => ({ progress: _.inc(10) }), { progress: 11 }]],
  mul: [['by a number', { progress: 2 }, () => ({ progress: _.mul(10) }), { progress: 20 }]],
  min: [['only when it is less', { a: 100, b: 10 }, () => ({ a: _.min(50), b: _.min(50) }), { a: 50, b: 10 }]],
  max: [['only when it is more', { a: 100, b: 10 }, () => ({ a: _.max(50), b: _.max(50) }), { a: 100, b: 50 }]],
  rename: [['a field', { progress: 1 }, () => ({ progress: _.rename('totalProgress') }), { totalProgress: 1 }]],
  push: [
    ['one item', { tags: ['a'] }, () => ({ tags: _.push('b') }), { tags: ['a', 'b'] }],
    ['several', { tags: ['a'] }, () => ({ tags: _.push(['b', 'c']) }), { tags: ['a', 'b', 'c'] }],
    [
      'at a position',
      { tags: ['a', 'b'] },
      () => ({ tags: _.push({ each: ['x'], position: 1 }) }),
      { tags: ['a', 'x', 'b'] },
    ],
    ['sorted', { tags: [3, 1] }, () => ({ tags: _.push({ each: [2], sort: 1 }) }), { tags: [1, 2, 3] }],
    ['sliced', { tags: [1, 2] }, () => ({ tags: _.push({ each: [3], slice: -2 }) }), { tags: [2, 3] }],
  ],
  pop: [['the last', { tags: [1, 2] }, () => ({ tags: _.pop() }), { tags: [1] }]],
  unshift: [['in front', { tags: [1] }, () => ({ tags: _.unshift([8, 9]) }), { tags: [8, 9, 1] }]],
  shift: [['the first', { tags: [1, 2] }, () => ({ tags: _.shift() }), { tags: [2] }]],
  pull: [
    ['a value', { tags: ['a', 'b', 'a'] }, () => ({ tags: _.pull('a') }), { tags: ['b'] }],
    ['what meets a condition', { n: [1, 5, 9] }, () => ({ n: _.pull(_.gte(5)) }), { n: [1] }],
    [
      'objects by conditions',
      {
        places: [
          { area: 300, age: 1 },
          { area: 5, age: 9 },
        ],
      },
      () => ({ places: _.pull({ area: _.gt(100), age: _.lt(2) }) }),
      { places: [{ area: 5, age: 9 }] },
    ],
  ],
  pullAll: [
    ['every one of these', { tags: ['a', 'b', 'c'] }, () => ({ tags: _.pullAll(['a', 'c']) }), { tags: ['b'] }],
  ],
  addToSet: [
    ['one that is there already', { tags: ['a'] }, () => ({ tags: _.addToSet('a') }), { tags: ['a'] }],
    ['several', { tags: ['a'] }, () => ({ tags: _.addToSet({ $each: ['a', 'b'] }) }), { tags: ['a', 'b'] }],
  ],
};

for (const [name, rows] of Object.entries(updates))
  describe(`db.command.${name}`, () => {
    test.each(rows)('%s', async (_title, before, data, after) => {
      sdk.database.load('todos', [{ _id: 'x', ...before }]);
      await todos().doc('x').update({ data: data() });
      expect((await todos().doc('x').get()).data).toEqual({ _id: 'x', ...after });
    });
  });

/** Names of the SDK that have no page of an operator: aggregate's are in operators.test.ts. */
const others = ['aggregate', 'project', 'bit', 'jsonSchema', 'text'];

test('each command of the SDK has its page here', () => {
  const made = Object.keys(_).filter((name) => !others.includes(name));
  expect(made.filter((name) => !(name in queries) && !(name in updates))).toEqual([]);
  expect([...Object.keys(queries), ...Object.keys(updates)].filter((name) => !made.includes(name))).toEqual([]);
});
