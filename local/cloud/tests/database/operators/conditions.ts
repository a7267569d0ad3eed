import { refusedWith, type Cases } from './case';

export const conditions: Cases = {
  and: [
    [['$yes', '$seven'], true],
    [['$yes', '$zero'], false],
    [['$blank', '$none'], true],
    [[], true],
    ['$nil', false],
  ],
  not: [
    ['$yes', false],
    [['$no'], true],
    [['$blank'], false],
    [[''], false],
    ['$missing', true],
    [['$yes', '$no'], refusedWith('$not takes exactly 1 arguments. 2 were passed in.')],
  ],
  or: [
    [['$no', '$seven'], true],
    [['$no', '$nil', '$missing', '$zero'], false],
    [[], false],
  ],
  cmp: [
    [['$seven', 8], -1],
    [['$seven', 7], 0],
    [['$text', '$seven'], 1],
    [['$missing', '$nil'], -1],
  ],
  eq: [
    [['$seven', 7], true],
    [['$missing', '$nil'], false],
    [['$object', { b: { c: 2 }, a: 1 }], false],
  ],
  gt: [
    [['$seven', 6], true],
    [['$text', 6], true],
    [['$seven'], refusedWith('$gt takes exactly 2 arguments. 1 were passed in.')],
  ],
  gte: [
    [['$seven', 7], true],
    [['$seven', 8], false],
  ],
  lt: [
    [['$seven', 8], true],
    [['$missing', '$nil'], true],
  ],
  lte: [
    [['$seven', 7], true],
    [['$seven', 6], false],
  ],
  neq: [
    [['$seven', 8], true],
    [['$none', []], false],
  ],
  cond: [
    [['$yes', 'a', 'b'], 'a'],
    [{ if: '$no', then: 'a', else: 'b' }, 'b'],
    [['$yes', 1, { $divide: [1, '$zero'] }], 1],
    [{ if: '$no', then: 'a' }, refusedWith("Missing 'else' parameter to $cond")],
    [['$yes', 1], refusedWith('$cond takes exactly 3 arguments. 2 were passed in.')],
  ],
  ifNull: [
    [['$missing', 'x'], 'x'],
    [['$nil', '$text'], 'Hello'],
    [['$zero', 'x'], 0],
    [['$nil', '$missing'], undefined],
    ['$nil', refusedWith('$ifNull needs at least two arguments, had: 1')],
  ],
  switch: [
    [
      {
        branches: [
          { case: '$no', then: 'a' },
          { case: '$seven', then: 'b' },
        ],
        default: 'c',
      },
      'b',
    ],
    [{ branches: [{ case: '$no', then: 'a' }], default: '$text' }, 'Hello'],
    [{ branches: [{ case: '$no', then: 'a' }] }, refusedWith('$switch could not find a matching branch')],
    [{ branches: [] }, refusedWith('$switch requires at least one branch')],
  ],
  let: [
    [{ vars: { a: '$seven', b: 2 }, in: { $multiply: ['$$a', '$$b'] } }, 14],
    [{ vars: { a: 1 }, in: '$$b' }, refusedWith('Use of undefined variable: b')],
    [{ vars: { a: '$missing' }, in: '$$a' }, undefined],
  ],
  literal: [
    ['$text', '$text'],
    [{ $add: [1, 2] }, { $add: [1, 2] }],
    [['$text'], ['$text']],
  ],
  mergeObjects: [
    [['$object', { a: 5, d: '$seven' }], { a: 5, b: { c: 2 }, d: 7 }],
    ['$object', { a: 1, b: { c: 2 } }],
    ['$items', { n: 2, m: 3 }],
    [['$nil', '$missing'], {}],
    [['$object', '$text'], refusedWith('$mergeObjects requires object inputs, but input is of type string')],
  ],
  meta: [['textScore', refusedWith('query requires text score metadata')]],
};
