import { compareValues } from '../values/compare';
import { encodeValue } from '../values/key-encoding';
import { isFields, type Fields, type Value } from '../values/value';
import { isNullish, refused, type Operator, type Result } from './expression';
import { argumentsOf } from './forms';
import { kindOf } from './kinds';

/** Makes one value of many, one for each document of a group, in their order. */
export type Accumulate = (values: readonly Result[], name: string) => Result;

const numbersIn = (values: readonly Result[]): number[] =>
  values.filter((value): value is number => typeof value === 'number');

/** A sum that keeps what is lost at each step (Neumaier), so that ten times 0.1 is 1. */
function sumOf(numbers: readonly number[]): number {
  let [sum, lost] = [0, 0];
  for (const next of numbers) {
    const total = sum + next;
    lost += Math.abs(sum) >= Math.abs(next) ? sum - total + next : next - total + sum;
    sum = total;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

function deviation(values: readonly Result[], fewer: 0 | 1): number | null {
  const numbers = numbersIn(values);
  if (numbers.length <= fewer) return null;
  const mean = sumOf(numbers) / numbers.length;
  return Math.sqrt(sumOf(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - fewer));
}

function extreme(values: readonly Result[], sign: 1 | -1): Result {
  const present = values.filter((value): value is Value => !isNullish(value));
  if (present.length === 0) return null;
  return present.reduce((best, value) => (compareValues(value, best) * sign < 0 ? value : best));
}

function merged(values: readonly Result[], name: string): Fields {
  const result: Fields = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isFields(value)) throw refused(name, `requires object inputs, but input is of type ${kindOf(value)}`);
    Object.assign(result, value);
  }
  return result;
}

function distinct(values: readonly Result[]): Value[] {
  const known = new Map<string, Value>();
  for (const value of values) {
    if (value === undefined) continue;
    const key = encodeValue(value).toString('latin1');
    if (!known.has(key)) known.set(key, value);
  }
  return [...known.values()];
}

/** Accumulators that are expressions too, over the elements of an array or over several arguments. */
const both: Readonly<Record<string, Accumulate>> = {
  $avg: (values) => {
    const numbers = numbersIn(values);
    return numbers.length === 0 ? null : sumOf(numbers) / numbers.length;
  },
  $max: (values) => extreme(values, -1),
  $mergeObjects: merged,
  $min: (values) => extreme(values, 1),
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
  $sum: (values) => sumOf(numbersIn(values)),
};

/** What may stand in a group. Values that are not numbers are passed over by the numeric ones. */
export const accumulators: Readonly<Record<string, Accumulate>> = {
  ...both,
  $addToSet: distinct,
  $first: (values) => values[0],
  $last: (values) => values.at(-1),
  $push: (values) => values.filter((value): value is Value => value !== undefined),
};

/**
 * An accumulator as an expression. With one argument, `x` or `[x]`, an array is gone through; among several an array
 * is one value.
 */
function expressionOf(accumulate: Accumulate): Operator {
  return (argument, compiler, name) => {
    const parts = argumentsOf(argument).map(compiler.compile);
    return (scope) => {
      const values = parts.map((part) => part(scope));
      const [only] = values;
      return accumulate(values.length === 1 && Array.isArray(only) ? only : values, name);
    };
  };
}

export const accumulatingExpressions: Readonly<Record<string, Operator>> = Object.fromEntries(
  Object.entries(both).map(([name, accumulate]) => [name, expressionOf(accumulate)]),
);
