import { requestFailed } from '../errors';
import { compareValues, equalValues, rank, rankOf } from '../values/compare';
import { valuesAt, type PathValues } from '../values/path';
import { isFields, type Fields, type Value } from '../values/value';
import { geoPredicates } from './geo-predicates';
import type { PathTest, PredicateMaker } from './predicate';

const isNullish = (value: Value | undefined): boolean => value === null || value === undefined;

/**
 * MongoDB's operators where they differ from a JavaScript library's: null, order of sub-document fields, type
 * brackets.
 */
export const predicates: Readonly<Record<string, PredicateMaker>> = {
  $eq: (argument) => equals(argument),
  $ne: (argument) => negate(equals(argument)),
  $in: (argument) => isAnyOf(list('$in', argument)),
  $nin: (argument) => negate(isAnyOf(list('$nin', argument))),
  $gt: (argument) => inBracket(argument, (difference) => difference > 0),
  $gte: (argument) => inBracket(argument, (difference) => difference >= 0),
  $lt: (argument) => inBracket(argument, (difference) => difference < 0),
  $lte: (argument) => inBracket(argument, (difference) => difference <= 0),
  $exists: (argument) =>
    argument === false || argument === 0 || argument === null ? (values) => !isPresent(values) : isPresent,
  $size: (argument) => (values) => arraysOf(values).some((items) => items.length === argument),
  $all: (argument, matches) => holdsAll(list('$all', argument), matches),
  $elemMatch: (argument, matches) => holdsElement(argument, matches),
  $mod: (argument) => modulo(list('$mod', argument)),
  $type: (argument) => isOfType(Array.isArray(argument) ? argument : [argument]),
  $regex: (argument) => matchesRegex(argument),
  ...geoPredicates,
};

const negate =
  (test: PathTest): PathTest =>
  (values) =>
    !test(values);
const isPresent: PathTest = ({ each }) => each.some((value) => value !== undefined);

function list(operator: string, argument: Value): Value[] {
  if (!Array.isArray(argument)) throw requestFailed(`${operator} needs an array`);
  return argument;
}

function arraysOf({ whole }: PathValues): Value[][] {
  return whole.filter((value): value is Value[] => Array.isArray(value));
}

/** The test of `{ path: value }`. */
export function equals(argument: Value): PathTest {
  if (argument === null) return ({ each }) => each.some(isNullish);
  if (argument instanceof RegExp) return matchesRegex(argument);
  return ({ each }) => each.some((value) => value !== undefined && equalValues(value, argument));
}

function isAnyOf(choices: readonly Value[]): PathTest {
  const tests = choices.map(equals);
  return (values) => tests.some((test) => test(values));
}

/** Order comparisons test only values of the argument's own kind; null compares equal to what is missing. */
function inBracket(argument: Value, decide: (difference: number) => boolean): PathTest {
  if (argument === null) return decide(0) ? ({ each }) => each.some(isNullish) : () => false;
  const kind = rankOf(argument);
  return ({ each }) =>
    each.some((value) => value !== undefined && rankOf(value) === kind && decide(compareValues(value, argument)));
}

function holdsAll(wanted: readonly Value[], matches: Parameters<PredicateMaker>[1]): PathTest {
  if (wanted.length === 0) return () => false;
  const tests = wanted.map((item) => {
    const inner = isFields(item) ? item['$elemMatch'] : undefined;
    return inner === undefined ? equals(item) : holdsElement(inner, matches);
  });
  return (values) => tests.every((test) => test(values));
}

function holdsElement(argument: Value, matches: Parameters<PredicateMaker>[1]): PathTest {
  if (!isFields(argument)) throw requestFailed('$elemMatch needs an Object');
  if (isOnElement(argument)) {
    const test = elementTest(argument, matches);
    return (values) => arraysOf(values).some((items) => items.some(test));
  }
  const test = matches(argument);
  return (values) => arraysOf(values).some((items) => items.some((item) => isFields(item) && test(item)));
}

const logical = new Set(['$and', '$or', '$nor']);

/** True for a condition on the elements themselves rather than on their fields. */
function isOnElement(argument: Fields): boolean {
  const first = Object.keys(argument)[0];
  return first !== undefined && first.startsWith('$') && !logical.has(first);
}

/** Operators on one element, which is taken as it is even when it is an array. */
function elementTest(argument: Fields, matches: Parameters<PredicateMaker>[1]): (item: Value) => boolean {
  const tests = Object.entries(argument).map(([name, child]): PathTest => {
    if (name === '$not' && isFields(child)) {
      const test = elementTest(child, matches);
      return ({ whole }) => !whole.some((item) => item !== undefined && test(item));
    }
    const make = predicates[name];
    if (make === undefined) throw requestFailed(`unknown operator: ${name}`);
    return make(child, matches);
  });
  return (item) => tests.every((test) => test({ each: [item], whole: [item] }));
}

function modulo(argument: readonly Value[]): PathTest {
  const [divisor, remainder] = argument;
  if (argument.length !== 2 || typeof divisor !== 'number' || typeof remainder !== 'number')
    throw requestFailed('malformed mod, needs two numbers');
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0');
  const wanted = Math.trunc(remainder);
  return ({ each }) =>
    each.some((value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === wanted);
}

function matchesRegex(argument: Value): PathTest {
  if (!(argument instanceof RegExp)) throw requestFailed('$regex has to be a string');
  return ({ each }) =>
    each.some((value) =>
      typeof value === 'string' ? argument.test(value) : value instanceof RegExp && equalValues(value, argument),
    );
}

const typeTests: Readonly<Record<string, (value: Value) => boolean>> = {
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  long: (value) => Number.isInteger(value) && Math.abs(Number(value)) >= 2 ** 31,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  object: (value) => rankOf(value) === rank.fields,
  array: (value) => Array.isArray(value),
  binData: (value) => rankOf(value) === rank.binary,
  objectId: (value) => rankOf(value) === rank.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
};
const typeNumbers: Readonly<Record<string, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

function isOfType(names: readonly Value[]): PathTest {
  const tests = names.map((name) => {
    const known = typeTests[typeof name === 'number' ? (typeNumbers[name] ?? '') : String(name)];
    if (known === undefined) throw requestFailed(`unknown type name alias or number: ${String(name)}`);
    return known;
  });
  return ({ each }) => each.some((value) => value !== undefined && tests.some((test) => test(value)));
}

/** The test of one operator on one path of a document. */
export function testPath(path: string, test: PathTest): (document: Value) => boolean {
  return (document) => test(valuesAt(document, path));
}
