import type { Cases } from './case';

/** Accumulators as expressions: one argument that is an array is gone through, among several it is one value. */
export const accumulators: Cases = {
  avg: [
    ['$list', 2],
    [['$list'], 2],
    [['$seven', 1], 4],
    ['$mixed', 3],
    [['$list', 5], 5],
    ['$text', null],
    ['$none', null],
  ],
  first: [
    ['$list', 3],
    [['$list'], 3],
    ['$none', undefined],
    ['$nil', null],
  ],
  last: [
    ['$list', 2],
    ['$none', undefined],
    ['$missing', null],
  ],
  max: [
    ['$list', 3],
    [['$list'], 3],
    [['$seven', '$missing', 9], 9],
    [['$nil', '$missing'], null],
    ['$mixed', 'x'],
  ],
  min: [
    ['$list', 1],
    [['$seven', '$nil'], 7],
    ['$mixed', 1],
    ['$none', null],
  ],
  stdDevPop: [
    [[[2, 4, 4, 4, 5, 5, 7, 9]], 2],
    ['$seven', 0],
    ['$text', null],
    [['$text', '$nil'], null],
  ],
  stdDevSamp: [
    [[[1, 2, 3]], 1],
    ['$seven', null],
    ['$text', null],
  ],
  sum: [
    ['$list', 6],
    [['$list'], 6],
    [['$list', '$seven'], 7],
    ['$mixed', 6],
    ['$missing', 0],
    [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 1],
  ],
};
