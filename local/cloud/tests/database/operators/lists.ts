import { refusedWith, type Cases } from './case';

export const lists: Cases = {
  arrayElemAt: [
    [['$list', 0], 3],
    [['$list', -1], 2],
    [['$list', 9], undefined],
    [['$none', 0], undefined],
    [['$missing', 0], null],
    [['$list', '$nil'], null],
    [['$text', 0], refusedWith('$arrayElemAt requires an array as its first argument, found: string')],
    [['$list', 0.5], refusedWith('$arrayElemAt requires an integral second argument')],
  ],
  arrayToObject: [
    [
      {
        $literal: [
          ['a', 1],
          ['b', 2],
        ],
      },
      { a: 1, b: 2 },
    ],
    [
      [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
      { a: 1, b: 2 },
    ],
    [{ $literal: [{ k: 'a', v: 1 }] }, { a: 1 }],
    [
      {
        $literal: [
          ['a', 1],
          ['b', 2],
          ['a', 3],
        ],
      },
      { a: 3, b: 2 },
    ],
    ['$nil', null],
    ['$list', refusedWith("$arrayToObject requires an object with keys 'k' and 'v'")],
    [{ $literal: [[1, 2]] }, refusedWith('$arrayToObject requires keys that are strings, found: int')],
  ],
  concatArrays: [
    [
      ['$list', '$words'],
      [3, 1, 2, 'b', 'a', 'b'],
    ],
    [['$list', '$nil'], null],
    [['$list', '$text'], refusedWith('$concatArrays requires an array as its arguments, found: string')],
  ],
  filter: [
    [{ input: '$list', as: 'each', cond: { $gt: ['$$each', 1] } }, [3, 2]],
    [{ input: '$list', cond: { $gt: ['$$this', 2] } }, [3]],
    [{ input: '$nil', as: 'each', cond: true }, null],
    [{ input: '$text', as: 'each', cond: true }, refusedWith('input to $filter must be an array not string')],
    [{ input: '$list', as: 'each', cond: '$$other' }, refusedWith('Use of undefined variable: other')],
    [{ input: '$list' }, refusedWith("Missing 'cond' parameter to $filter")],
  ],
  in: [
    [[1, '$list'], true],
    [['x', '$list'], false],
    [[1, '$missing'], refusedWith('$in requires an array as its second argument, found: missing')],
  ],
  indexOfArray: [
    [['$words', 'b'], 0],
    [['$words', 'b', 1], 2],
    [['$words', 'b', 1, 2], -1],
    [['$missing', 1], null],
    [['$text', 1], refusedWith('$indexOfArray requires an array as its first argument, found: string')],
  ],
  isArray: [
    ['$list', true],
    [['$text'], false],
    ['$missing', false],
  ],
  map: [
    [{ input: '$list', as: 'each', in: { $multiply: ['$$each', 2] } }, [6, 2, 4]],
    [{ input: '$items', as: 'each', in: '$$each.n' }, [1, 2, null]],
    [{ input: '$missing', as: 'each', in: 1 }, null],
    [{ input: '$list', as: 'Each', in: 1 }, refusedWith("'Each' starts with an invalid character")],
  ],
  objectToArray: [
    [
      '$object',
      [
        { k: 'a', v: 1 },
        { k: 'b', v: { c: 2 } },
      ],
    ],
    [['$nil'], null],
    ['$text', refusedWith('$objectToArray requires a document input, found: string')],
  ],
  range: [
    [
      [0, 5, 2],
      [0, 2, 4],
    ],
    [
      [3, 0, -1],
      [3, 2, 1],
    ],
    [[0, '$zero'], []],
    [[0, 5, 0], refusedWith('$range requires a non-zero step value')],
    [[0, 0.5], refusedWith('$range requires an integral argument')],
  ],
  reduce: [
    [{ input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 6],
    [{ input: '$none', initialValue: 0, in: 1 }, 0],
    [{ input: '$nil', initialValue: 0, in: 1 }, null],
    [{ input: '$seven', initialValue: 0, in: 1 }, refusedWith('input to $reduce must be an array not int')],
  ],
  reverseArray: [
    ['$list', [2, 1, 3]],
    [['$list'], [2, 1, 3]],
    ['$missing', null],
    ['$text', refusedWith('$reverseArray requires an array')],
  ],
  size: [
    ['$list', 3],
    [['$list'], 3],
    ['$missing', refusedWith('The argument to $size must be an array, but was of type: missing')],
  ],
  slice: [
    [
      ['$list', 2],
      [3, 1],
    ],
    [
      ['$list', -2],
      [1, 2],
    ],
    [
      ['$list', 1, 5],
      [1, 2],
    ],
    [['$list', -2, 1], [1]],
    [['$list', -9, 1], [3]],
    [['$nil', 1], null],
    [['$list', 1, 0], refusedWith('Third argument to $slice must be positive: 0')],
  ],
  zip: [
    [
      { inputs: ['$list', '$words'] },
      [
        [3, 'b'],
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      { inputs: [['a'], [1, 2]], useLongestLength: true },
      [
        ['a', 1],
        [null, 2],
      ],
    ],
    [
      { inputs: [['a'], [1, 2]], useLongestLength: true, defaults: ['z', 0] },
      [
        ['a', 1],
        ['z', 2],
      ],
    ],
    [{ inputs: ['$list', '$nil'] }, null],
    [{ inputs: ['$list'], defaults: [1] }, refusedWith('cannot specify defaults unless useLongestLength is true')],
  ],
  allElementsTrue: [
    [['$list'], true],
    ['$mixed', false],
    [['$none'], true],
    ['$nil', refusedWith("$allElementsTrue's argument must be an array")],
  ],
  anyElementTrue: [
    [['$mixed'], true],
    [['$none'], false],
    ['$missing', refusedWith("$anyElementTrue's argument must be an array")],
  ],
  setDifference: [
    [
      ['$list', [1]],
      [3, 2],
    ],
    [['$list', '$nil'], null],
    [['$list', '$text'], refusedWith('All operands of $setDifference must be arrays. One argument is of type: string')],
  ],
  setEquals: [
    [['$words', ['a', 'b']], true],
    [['$words', ['a']], false],
    [['$words', '$nil'], refusedWith('All operands of $setEquals must be arrays')],
    ['$words', refusedWith('$setEquals takes at least 2 arguments. 1 were passed in.')],
  ],
  setIntersection: [
    [
      ['$list', [2, 3, 9]],
      [3, 2],
    ],
    [['$list', '$missing'], null],
  ],
  setIsSubset: [
    [[[1, 2], '$list'], true],
    [['$list', [1]], false],
    [['$nil', '$list'], refusedWith('All operands of $setIsSubset must be arrays')],
  ],
  setUnion: [
    [
      ['$words', ['c']],
      ['b', 'a', 'c'],
    ],
    [['$words', '$nil'], null],
  ],
};
