import type { SdkOnDatabase } from '../../support/database-sdk';
import { refusedWith } from './case';
import { describePage, only, startBooks, type Row, type Stages } from './stage-pages';

/** Stages that make groups, by their pages in the cloud's documentation, through the real SDK. */
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

page('Aggregate.group', [
  [
    'by a field: a missing key is null',
    [
      ['group', { _id: '$author', n: { $sum: 1 } }],
      ['sort', { _id: 1 }],
    ],
    [
      { _id: null, n: 2 },
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ],
  ],
  [
    'by several fields: a missing one is left out',
    [
      ['match', { price: { $gt: 40 } }],
      ['group', { _id: { author: '$author', x: '$nothing' } }],
    ],
    [{ _id: { author: null } }],
  ],
  [
    'AggregateCommand.push, .addToSet, .first, .last, .mergeObjects',
    [
      ['match', { author: 'a' }],
      ['sort', { _id: 1 }],
      [
        'group',
        {
          _id: 1,
          all: { $push: '$sold.n' },
          set: { $addToSet: '$author' },
          first: { $first: '$sold' },
          last: { $last: '$sold' },
          merged: { $mergeObjects: '$sold' },
        },
      ],
    ],
    [{ _id: 1, all: [1], set: ['a'], first: { in: 'x', n: 1 }, last: null, merged: { in: 'x', n: 1 } }],
  ],
  [
    'AggregateCommand.sum, .avg, .max, .min, .stdDevPop pass over what is no number',
    [
      [
        'group',
        {
          _id: null,
          sum: { $sum: '$price' },
          avg: { $avg: '$price' },
          max: { $max: '$author' },
          min: { $min: '$author' },
          none: { $avg: '$author' },
          deviation: { $stdDevPop: '$author' },
        },
      ],
    ],
    [{ _id: null, sum: 105, avg: 26.25, max: 'b', min: 'a', none: null, deviation: null }],
  ],
  ['no _id', [['group', { n: { $sum: 1 } }]], refusedWith('a group specification must include an _id')],
  [
    'a field without an accumulator',
    [['group', { _id: 1, n: '$price' }]],
    refusedWith("The field 'n' must be an accumulator object"),
  ],
  [
    'an expression that is no accumulator',
    [['group', { _id: 1, n: { $toUpper: '$a' } }]],
    refusedWith("unknown group operator '$toUpper'"),
  ],
  [
    'several arguments',
    [['group', { _id: 1, n: { $sum: ['$a', '$b'] } }]],
    refusedWith('The $sum accumulator is a unary operator'),
  ],
  [
    'an argument of $count',
    [['group', { _id: 1, n: { $count: 1 } }]],
    refusedWith('$count takes no arguments, i.e. $count:{}'),
  ],
  ['a dotted field', [['group', { _id: 1, 'a.b': { $sum: 1 } }]], refusedWith("cannot contain '.'")],
]);

page('Aggregate.bucket', [
  [
    'with a default',
    [['bucket', { groupBy: '$price', boundaries: [0, 20, 40], default: 'other', output: { ids: { $push: '$_id' } } }]],
    [
      { _id: 0, ids: [1] },
      { _id: 20, ids: [2, 3] },
      { _id: 'other', ids: [4, 5] },
    ],
  ],
  [
    'a value outside without one',
    [['bucket', { groupBy: '$price', boundaries: [0, 20] }]],
    refusedWith("has no 'default'"),
  ],
  [
    'boundaries that do not ascend',
    [['bucket', { groupBy: '$price', boundaries: [2, 1] }]],
    refusedWith('sorted in ascending order'),
  ],
  [
    'boundaries of two kinds',
    [['bucket', { groupBy: '$price', boundaries: [1, 'a'] }]],
    refusedWith('must have the same type'),
  ],
  [
    'a default within',
    [['bucket', { groupBy: '$price', boundaries: [1, 9], default: 5 }]],
    refusedWith('must be less than the lowest'),
  ],
  ['no groupBy', [['bucket', { boundaries: [1, 9] }]], refusedWith("requires 'groupBy' and 'boundaries'")],
]);

const numbers = (...of: number[]): Stages => [only(1), ['project', { _id: 0, n: { $literal: of } }], ['unwind', '$n']];
page('Aggregate.bucketAuto', [
  [
    'about as many in each, equal ones together',
    [...numbers(1, 2, 2, 2, 5, 6), ['bucketAuto', { groupBy: '$n', buckets: 3 }]],
    [
      { _id: { min: 1, max: 5 }, count: 4 },
      { _id: { min: 5, max: 6 }, count: 2 },
    ],
  ],
  [
    'by powers of two',
    [...numbers(1, 3, 5, 9), ['bucketAuto', { groupBy: '$n', buckets: 2, granularity: 'POWERSOF2' }]],
    [
      { _id: { min: 0.5, max: 4 }, count: 2 },
      { _id: { min: 4, max: 16 }, count: 2 },
    ],
  ],
  [
    'by the series R20',
    [...numbers(10, 11, 12, 13), ['bucketAuto', { groupBy: '$n', buckets: 2, granularity: 'R20' }]],
    [
      { _id: { min: 9, max: 11.2 }, count: 2 },
      { _id: { min: 11.2, max: 14 }, count: 2 },
    ],
  ],
  [
    'by 1-2-5 with output',
    [
      ...numbers(0, 3, 30),
      ['bucketAuto', { groupBy: '$n', buckets: 3, granularity: '1-2-5', output: { all: { $push: '$n' } } }],
    ],
    [
      { _id: { min: 0, max: 2 }, all: [0] },
      { _id: { min: 2, max: 5 }, all: [3] },
      { _id: { min: 5, max: 50 }, all: [30] },
    ],
  ],
  [
    'a granularity that is not known',
    [['bucketAuto', { groupBy: '$price', buckets: 2, granularity: 'R7' }]],
    refusedWith("Unknown rounding granularity 'R7'"),
  ],
  [
    'a granularity of texts',
    [['bucketAuto', { groupBy: '$price', buckets: 2, granularity: 'R5' }]],
    refusedWith('numeric boundaries only'),
  ],
  ['no buckets', [['bucketAuto', { groupBy: '$price', buckets: 0 }]], refusedWith('whole number greater than 0')],
]);

page('Aggregate.count', [
  ['all', [['count', 'total']], [{ total: 5 }]],
  ['a path', [['count', '$n']], refusedWith('the count field cannot be a $-prefixed path')],
  ['a dotted name', [['count', 'a.b']], refusedWith("the count field cannot contain '.'")],
  ['a null byte', [['count', 'a\0b']], refusedWith('cannot contain a null byte')],
  ['no name', [['count', '']], refusedWith('must be a non-empty string')],
]);

page('Aggregate.sample', [
  [
    'more than there are',
    [
      ['sample', { size: 9 }],
      ['count', 'n'],
    ],
    [{ n: 5 }],
  ],
  ['another option', [['sample', { size: 1, of: 2 }]], refusedWith('unrecognized option to $sample: of')],
  ['none', [['sample', { size: 0 }]], refusedWith('size argument to $sample must be a positive integer')],
]);

page('Aggregate.sortByCount', [
  [
    'by a field',
    [
      ['match', { author: { $in: ['a', 'b'] } }],
      ['sortByCount', '$author'],
    ],
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ],
  ['a name without $', [['sortByCount', 'author']], refusedWith('must be defined as a $-prefixed path')],
]);
