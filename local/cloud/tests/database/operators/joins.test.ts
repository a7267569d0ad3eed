import type { Data, SdkOnDatabase } from '../../support/database-sdk';
import { refusedWith, type Refusal } from './case';
import { describePage, only, startBooks, type Row } from './stage-pages';

/** Stages that join, follow and divide, by MongoDB's reference where the cloud's documentation gives no example. */
let sdk: SdkOnDatabase;
const page = (name: string, rows: readonly Row[]): void => {
  describePage(name, rows, () => sdk);
};

beforeAll(async () => {
  sdk = await startBooks();
  sdk.database.createIndex('books', { name: 'at', fields: [{ name: 'at', direction: '2dsphere' }] });
});
afterAll(async () => {
  await sdk.close();
});

const lookup = (argument: object): Row[1] => [['lookup', { from: 'authors', as: 'found', ...argument }]];
const fields = { localField: 'author', foreignField: '_id' };

page('Aggregate.lookup: arguments', [
  ['a path with $', lookup({ ...fields, localField: '$author' }), refusedWith("names may not start with '$'")],
  ['a name with $', lookup({ ...fields, as: '$found' }), refusedWith("names may not start with '$'")],
  ['an empty name', lookup({ ...fields, as: '' }), refusedWith('cannot be constructed with empty string')],
  ['a path that ends with a point', lookup({ ...fields, foreignField: 'a.' }), refusedWith("must not end with a '.'")],
  ['a number as a path', lookup({ ...fields, localField: 3 }), refusedWith("'localField' must be a string")],
  ['one half of a join', lookup({ localField: 'author', pipeline: [] }), refusedWith('requires both or neither')],
  ['variables without a pipeline', lookup({ ...fields, let: { a: 1 } }), refusedWith("must also specify 'pipeline'")],
  ['a variable in capitals', lookup({ let: { A: 1 }, pipeline: [] }), refusedWith('invalid character for a user var')],
]);

page('Aggregate.lookup: a list within a list', [
  [
    'is one value of the list that is looked up by',
    [
      only(1),
      ['project', { wanted: { $literal: [[1, 2], 'a'] } }],
      ['lookup', { from: 'books', localField: 'wanted', foreignField: 'list', as: 'found' }],
      ['project', { found: '$found._id' }],
    ],
    [{ _id: 1, found: [1] }],
  ],
]);

page('Aggregate.bucket: constants', [
  [
    'an expression that reads nothing is a boundary, and a default',
    [['bucket', { groupBy: '$_id', boundaries: [0, { $add: [1, 2] }], default: { $concat: ['oth', 'er'] } }]],
    [
      { _id: 0, count: 2 },
      { _id: 'other', count: 3 },
    ],
  ],
  [
    'one that reads a field is none',
    [['bucket', { groupBy: '$_id', boundaries: [0, { $add: [1, '$price'] }] }]],
    refusedWith('must be an array of constants'),
  ],
]);

/** The prices of the reference's example, in its order. */
const prices = [199.99, 280, 76.04, 167.3, 483, 385, 159, 118.42];
const priced = (): Row[1] => [only(1), ['project', { _id: 0, price: { $literal: prices } }], ['unwind', '$price']];

page('Aggregate.bucketAuto: the example of the reference', [
  [
    'four buckets',
    [...priced(), ['bucketAuto', { groupBy: '$price', buckets: 4 }]],
    [
      { _id: { min: 76.04, max: 159 }, count: 2 },
      { _id: { min: 159, max: 199.99 }, count: 2 },
      { _id: { min: 199.99, max: 385 }, count: 2 },
      { _id: { min: 385, max: 483 }, count: 2 },
    ],
  ],
  [
    'more buckets than values',
    [...priced(), ['limit', 2], ['bucketAuto', { groupBy: '$price', buckets: 9 }]],
    [
      { _id: { min: 199.99, max: 280 }, count: 1 },
      { _id: { min: 280, max: 280 }, count: 1 },
    ],
  ],
]);

page('Aggregate.replaceRoot: the examples of the reference', [
  [
    'a document that is put together',
    [only(1), ['replaceRoot', { newRoot: { who: '$author', none: '$nothing', list: ['$price', '$nothing'] } }]],
    [{ who: 'a', list: [10, null] }],
  ],
  [
    'another one where there is none',
    [only(5), ['replaceRoot', { newRoot: { $ifNull: ['$sold', { none: true }] } }]],
    [{ none: true }],
  ],
  [
    'with the document itself',
    [only(5), ['replaceRoot', { newRoot: { $mergeObjects: ['$$ROOT', { more: 1 }] } }]],
    [{ _id: 5, price: '9', more: 1 }],
  ],
  ['a list', [only(1), ['replaceRoot', { newRoot: '$list' }]], refusedWith("has the type: 'array'")],
]);

page('Aggregate.sortByCount: the example of the reference', [
  [
    'by the elements of a list',
    [
      ['project', { list: ['x', { $cond: [{ $gt: ['$_id', 3] }, 'y', 'z'] }] }],
      ['unwind', '$list'],
      ['sortByCount', '$list'],
    ],
    [
      { _id: 'x', count: 5 },
      { _id: 'z', count: 3 },
      { _id: 'y', count: 2 },
    ],
  ],
]);

const near = { type: 'Point', coordinates: [113, 23] };
const geoNear = (argument: object): object[] => [
  { $geoNear: { near, distanceField: 'd', spherical: true, ...argument } },
];
const graphLookup = (argument: object): object[] => [
  { $match: { _id: 1 } },
  {
    $graphLookup: {
      from: 'authors',
      startWith: '$author',
      connectFromField: 'knows',
      connectToField: '_id',
      as: 'found',
      ...argument,
    },
  },
  { $project: { found: 1 } },
];

test.each<[string, object[], Data[] | Refusal]>([
  ['geoNear: a limit of none', geoNear({ limit: 0 }), refusedWith("a positive whole number as 'limit'")],
  ['geoNear: a limit that is a text', geoNear({ limit: 'x' }), refusedWith("a positive whole number as 'limit'")],
  ['geoNear: a key that is no text', geoNear({ key: 3 }), refusedWith("requires 'key' as a String")],
  ['geoNear: a position that is no text', geoNear({ includeLocs: 3 }), refusedWith("'includeLocs' as a String")],
  ['geoNear: a distance with $', geoNear({ distanceField: '$d' }), refusedWith("names may not start with '$'")],
  ['geoNear: a negative multiplier', geoNear({ distanceMultiplier: -1 }), refusedWith('a non-negative number')],
  ['geoNear: a query that is a text', geoNear({ query: 'x' }), refusedWith("'query' option as an object")],
  ['graphLookup: from one to the next', graphLookup({}), [{ _id: 1, found: [{ _id: 'a', name: 'Ann' }] }]],
  [
    'graphLookup: a path with $',
    graphLookup({ connectFromField: '$knows' }),
    refusedWith("names may not start with '$'"),
  ],
  ['graphLookup: a depth that is a text', graphLookup({ maxDepth: '1' }), refusedWith('maxDepth must be numeric')],
  ['graphLookup: a negative depth', graphLookup({ maxDepth: -1 }), refusedWith('a nonnegative whole number')],
  [
    'graphLookup: an argument that is none',
    graphLookup({ of: 1 }),
    refusedWith('Unknown argument to $graphLookup: of'),
  ],
  ['graphLookup: no condition', graphLookup({ restrictSearchWithMatch: 1 }), refusedWith('must be an object')],
])('%s', async (_title, pipeline, expected) => {
  const stages = pipeline.map((stage) => {
    const [[stageKey, value]] = Object.entries(stage) as [[string, unknown]];
    return { stageKey, stageValue: JSON.stringify(value) };
  });
  const request = { action: 'database.aggregateDocuments', collectionName: 'books', stages };
  const reply = await sdk.database.handle(request, { ...sdk.caller, record: () => undefined });
  if ('refusedWith' in expected)
    expect(reply).toMatchObject({ message: expect.stringContaining(expected.refusedWith) });
  else
    expect((reply as { data: { list: string[] } }).data.list.map((text) => JSON.parse(text) as Data)).toEqual(expected);
});
