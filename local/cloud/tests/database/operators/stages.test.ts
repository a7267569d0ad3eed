import type { SdkOnDatabase } from '../../support/database-sdk';
import { refusedWith } from './case';
import { books, describePage, only, startBooks, type Row } from './stage-pages';

/** Stages by their pages in the cloud's documentation, through the real SDK. */
let sdk: SdkOnDatabase;
const page = (name: string, rows: readonly Row[]): void => {
  describePage(name, rows, () => sdk);
};

beforeAll(async () => {
  sdk = await startBooks();
});
afterAll(async () => {
  await sdk.close();
});

page('Aggregate.addFields', [
  [
    'a value, a path and a nested field',
    [only(1), ['addFields', { double: { $multiply: ['$price', 2] }, 'sold.m': 3 }]],
    [{ ...books[0], double: 20, sold: { in: 'x', n: 1, m: 3 } }],
  ],
  [
    'into each element of an array; what is no object becomes one',
    [only(2), ['addFields', { 'sold.m': 1 }], ['project', { sold: 1 }]],
    [{ _id: 2, sold: [{ n: 1, m: 1 }, { n: 2, m: 1 }, { m: 1 }] }],
  ],
  [
    'a missing field adds nothing and takes away',
    [only(3), ['addFields', { author: '$nothing', more: '$nothing' }]],
    [{ _id: 3, price: 30, list: null }],
  ],
  ['two paths that contradict each other', [['addFields', { a: 1, 'a.b': 2 }]], refusedWith('two conflicting paths')],
]);

page('Aggregate.project', [
  [
    'what stays, in the order of the document',
    [only(1), ['project', { price: 1, author: true }]],
    [{ _id: 1, author: 'a', price: 10 }],
  ],
  [
    'what goes',
    [only(1), ['project', { list: 0, 'sold.in': 0 }]],
    [{ _id: 1, author: 'a', price: 10, sold: { n: 1 } }],
  ],
  ['without _id alone', [only(5), ['project', { _id: 0 }]], [{ price: '9' }]],
  ['a missing field stays missing', [only(5), ['project', { _id: 0, x: '$author', y: '$sold.n' }]], [{}]],
  ['null stays null', [only(4), ['project', { _id: 0, x: '$author' }]], [{ x: null }]],
  [
    'sub-fields of an array',
    [only(2), ['project', { _id: 0, 'sold.n': 1, all: '$sold.n' }]],
    [{ sold: [{ n: 1 }, { n: 2 }], all: [1, 2] }],
  ],
  ['a number in a path is no position', [only(1), ['project', { _id: 0, first: '$list.0' }]], [{ first: [] }]],
  [
    'the first element of an empty array is missing',
    [only(2), ['project', { _id: 0, x: { $arrayElemAt: ['$list', 0] } }]],
    [{}],
  ],
  [
    'a field that comes and one that goes',
    [['project', { price: 1, list: 0 }]],
    refusedWith('Bad projection specification'),
  ],
  ['nothing', [['project', {}]], refusedWith('specification must have at least one field')],
  ['a path with an end of its own', [['project', { x: '$a.' }]], refusedWith("FieldPath must not end with a '.'")],
  ['two operators in one', [['project', { x: { $add: [1], $abs: 1 } }]], refusedWith('must contain exactly one field')],
]);

page('Aggregate.unwind', [
  [
    'each element; what is no array is one',
    [
      ['unwind', '$list'],
      ['project', { list: 1 }],
    ],
    [
      { _id: 1, list: 1 },
      { _id: 1, list: 2 },
      { _id: 4, list: 7 },
    ],
  ],
  [
    'with places and what is empty',
    [
      ['unwind', { path: '$list', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true }],
      ['project', { list: 1, at: 1 }],
    ],
    [
      { _id: 1, list: 1, at: 0 },
      { _id: 1, list: 2, at: 1 },
      { _id: 2, at: null },
      { _id: 3, list: null, at: null },
      { _id: 4, list: 7, at: null },
      { _id: 5, at: null },
    ],
  ],
  ['an empty name', [['unwind', '$a..b']], refusedWith('has no valid path: $a..b')],
  ['a name without $', [['unwind', 'list']], refusedWith("should be prefixed with a '$': list")],
]);

page('Aggregate.replaceRoot', [
  ['a sub-document', [only(1), ['replaceRoot', { newRoot: '$sold' }]], [{ in: 'x', n: 1 }]],
  ['what is no document', [only(5), ['replaceRoot', { newRoot: '$sold' }]], refusedWith('must evaluate to an object')],
]);

page('Aggregate.limit, .skip, .sort, .match', [
  [
    'together',
    [
      ['sort', { _id: -1 }],
      ['skip', 1],
      ['limit', 1],
      ['project', { price: 1 }],
    ],
    [{ _id: 4, price: 45 }],
  ],
  ['a sort by nothing', [['sort', {}]], refusedWith('$sort stage must have at least one sort key')],
  ['a limit of none', [['limit', 0]], refusedWith('the limit must be positive')],
  ['a negative skip', [['skip', -1]], refusedWith('$skip cannot be negative')],
  [
    'options of a regular expression',
    [
      ['match', { author: { $regex: 'A', $options: 'ix' } }],
      ['count', 'n'],
    ],
    [{ n: 2 }],
  ],
  [
    'options that the cloud lacks',
    [['match', { author: { $regex: 'A', $options: 'g' } }]],
    refusedWith("options are i, m, s and x, got 'g'"),
  ],
  [
    '$expr',
    [
      ['match', { $expr: { $gt: ['$price', 20] } }],
      ['project', { _id: 1 }],
    ],
    [{ _id: 3 }, { _id: 4 }, { _id: 5 }],
  ],
]);

page('Aggregate.lookup', [
  [
    'the first element of what was found, or nothing',
    [
      ['match', { _id: { $in: [1, 2] } }],
      ['lookup', { from: 'authors', localField: 'author', foreignField: '_id', as: 'found' }],
      ['project', { name: { $arrayElemAt: ['$found.name', 0] } }],
    ],
    [{ _id: 1, name: 'Ann' }, { _id: 2 }],
  ],
  [
    'a variable within several conditions',
    [
      only(1),
      [
        'lookup',
        {
          from: 'authors',
          let: { who: '$author', none: '$nothing' },
          pipeline: [{ $match: { $and: [{ $expr: { $eq: ['$_id', '$$who'] } }, { $expr: { $not: ['$$none'] } }] } }],
          as: 'found',
        },
      ],
      ['project', { found: 1 }],
    ],
    [{ _id: 1, found: [{ _id: 'a', name: 'Ann' }] }],
  ],
  [
    'an argument that is none',
    [['lookup', { from: 'authors', localField: 'a', foreignField: 'b', as: 'found', of: 1 }]],
    refusedWith('unknown argument to $lookup: of'),
  ],
  [
    'a pipeline that is none',
    [['lookup', { from: 'authors', pipeline: 1, as: 'found' }]],
    refusedWith("'pipeline' option must be specified as an array of stages"),
  ],
  [
    'a variable that is not there',
    [['lookup', { from: 'authors', let: {}, pipeline: [{ $match: { $expr: '$$who' } }], as: 'found' }]],
    refusedWith('Use of undefined variable: who'),
  ],
]);

test.each([
  [
    '$facet: several pipelines over the same documents',
    {
      $facet: {
        dear: [{ $match: { price: { $gt: 25 } } }, { $count: 'n' }],
        one: [{ $limit: 1 }, { $project: { price: 1 } }],
      },
    },
    { dear: [{ n: 2 }], one: [{ _id: 1, price: 10 }] },
  ],
  [
    '$redact: what a level says of itself',
    { $redact: { $cond: [{ $eq: ['$in', 'x'] }, '$$PRUNE', '$$DESCEND'] } },
    { _id: 1, author: 'a', price: 10, list: [1, 2] },
  ],
])('a stage that the SDK does not send by itself: %s', async (_title, stage, expected) => {
  const [[stageKey, argument]] = Object.entries(stage) as [[string, unknown]];
  const stages = [{ stageKey, stageValue: JSON.stringify(argument) }];
  const request = { action: 'database.aggregateDocuments', collectionName: 'books', stages };
  const reply = await sdk.database.handle(request, { ...sdk.caller, record: () => undefined });
  const { list } = (reply as { data: { list: string[] } }).data;
  expect(JSON.parse(list[0]!)).toEqual(expected);
});
