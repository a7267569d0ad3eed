import { at, refusedWith, type Cases } from './case';

export const numbers: Cases = {
  abs: [
    ['$negative', 1.5],
    [['$negative'], 1.5],
    ['$nil', null],
    ['$missing', null],
    ['$text', refusedWith('only supports numeric types, not string')],
    [['$seven', 1], refusedWith('$abs takes exactly 1 arguments. 2 were passed in.')],
  ],
  add: [
    [['$seven', 1, '$negative'], 6.5],
    [['$at', 1000], new Date(at.getTime() + 1000)],
    [['$seven', '$nil'], null],
    [['$seven', '$missing'], null],
    ['$seven', 7],
    [[], 0],
    [['$at', '$at'], refusedWith('only one date allowed in an $add expression')],
    [['$seven', '$text'], refusedWith('$add only supports numeric or date types, not string')],
  ],
  ceil: [
    ['$negative', -1],
    [['$seven'], 7],
    ['$missing', null],
    ['$yes', refusedWith('$ceil only supports numeric types, not bool')],
  ],
  divide: [
    [['$seven', 2], 3.5],
    [['$seven', '$nil'], null],
    [['$seven', '$zero'], refusedWith("can't $divide by zero")],
    [['$seven', '$text'], refusedWith('$divide only supports numeric types, not int and string')],
    ['$seven', refusedWith('$divide takes exactly 2 arguments. 1 were passed in.')],
  ],
  exp: [
    ['$zero', 1],
    [[1], Math.E],
    ['$nil', null],
  ],
  floor: [
    ['$negative', -2],
    [['$seven'], 7],
    ['$nil', null],
  ],
  ln: [
    [1, 0],
    [[Math.E], 1],
    ['$nil', null],
    ['$zero', refusedWith("$ln's argument must be a positive number, but is 0")],
  ],
  log: [
    [[8, 2], 3],
    [['$missing', 2], null],
    [['$zero', 2], refusedWith("$log's argument must be a positive number, but is 0")],
    [[8, 1], refusedWith("$log's base must be a positive number not equal to 1, but is 1")],
  ],
  log10: [
    [1000, 3],
    ['$nil', null],
    [['$negative'], refusedWith("$log10's argument must be a positive number")],
  ],
  mod: [
    [['$seven', 4], 3],
    [['$negative', 1], -0.5],
    [['$nil', 4], null],
    [['$seven', '$zero'], refusedWith("can't $mod by zero")],
  ],
  multiply: [
    [['$seven', 2, 3], 42],
    [['$seven', '$missing'], null],
    [['$seven', '$text'], refusedWith('$multiply only supports numeric types, not string')],
  ],
  pow: [
    [['$seven', 2], 49],
    [['$nil', 2], null],
    [['$zero', -1], refusedWith('$pow cannot raise 0 to a negative exponent')],
  ],
  sqrt: [
    [49, 7],
    [['$missing'], null],
    ['$negative', refusedWith("$sqrt's argument must be greater than or equal to 0")],
  ],
  subtract: [
    [['$seven', 2], 5],
    [['$at', new Date(at.getTime() - 5000)], 5000],
    [['$at', 1000], new Date(at.getTime() - 1000)],
    [['$at', '$nil'], null],
    [['$seven', '$text'], refusedWith("can't $subtract a string from a int")],
  ],
  trunc: [
    ['$negative', -1],
    [['$negative'], -1],
    [[1234.567, 2], 1234.56],
    [[1234.567, -2], 1200],
    ['$nil', null],
    ['$text', refusedWith('$trunc only supports numeric types, not string')],
  ],
};
