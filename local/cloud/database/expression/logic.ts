import { compareValues } from '../values/compare';
import { isFields } from '../values/value';
import { isNullish, refused, type Operator, type Result } from './expression';
import { argumentsOf, namedParts, taking } from './forms';
import { isTrue } from './kinds';

/** In expressions what is missing ranks below null. */
function compareResults(left: Result, right: Result): number {
  if (left === undefined || right === undefined) return Number(right === undefined) - Number(left === undefined);
  return compareValues(left, right);
}

const comparison = (decide: (difference: number) => boolean): Operator =>
  taking(2, ([left, right]) => decide(compareResults(left, right)));

/** `[if, then, else]` or `{ if, then, else }`; only the branch that is taken is evaluated. */
const cond: Operator = (argument, compiler, name) => {
  const named = isFields(argument) ? namedParts(name, argument, ['if', 'then', 'else'], []) : undefined;
  const sources = named ? [named['if'], named['then'], named['else']] : argumentsOf(argument);
  const [test, yes, no] = sources.map((source) => compiler.compile(source ?? null));
  if (sources.length !== 3 || !test || !yes || !no)
    throw refused('Expression', `${name} takes exactly 3 arguments. ${String(sources.length)} were passed in.`);
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope));
};

/** The first value that is neither null nor missing, else the last one. */
const ifNull: Operator = (argument, compiler, name) => {
  const parts = argumentsOf(argument).map(compiler.compile);
  if (parts.length < 2) throw refused(name, `needs at least two arguments, had: ${String(parts.length)}`);
  return (scope) => {
    let value: Result;
    for (const part of parts) {
      value = part(scope);
      if (!isNullish(value)) break;
    }
    return value;
  };
};

/** The first branch whose case is true, else the default. @throws DatabaseError where neither is there */
const choose: Operator = (argument, compiler, name) => {
  const { branches, default: fallback } = namedParts(name, argument, [], ['branches', 'default']);
  if (!Array.isArray(branches) || branches.length === 0) throw refused(name, 'requires at least one branch');
  const compiled = branches.map((branch) => {
    const parts = namedParts(`${name} branch`, branch, ['case', 'then'], []);
    return { test: compiler.compile(parts['case'] ?? null), then: compiler.compile(parts['then'] ?? null) };
  });
  const otherwise = fallback === undefined ? undefined : compiler.compile(fallback);
  return (scope) => {
    const branch = compiled.find(({ test }) => isTrue(test(scope)));
    if (branch) return branch.then(scope);
    if (otherwise) return otherwise(scope);
    throw refused(name, 'could not find a matching branch for an input, and no default was specified');
  };
};

const lazily =
  (stopsAt: boolean): Operator =>
  (argument, compiler) => {
    const parts = argumentsOf(argument).map(compiler.compile);
    return (scope) => (parts.some((part) => isTrue(part(scope)) === stopsAt) ? stopsAt : !stopsAt);
  };

/** Comparisons by BSON's order across all kinds, conditions and choices. */
export const logic: Readonly<Record<string, Operator>> = {
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $cmp: taking(2, ([left, right]) => Math.sign(compareResults(left, right))),
  $and: lazily(false),
  $or: lazily(true),
  $not: taking(1, ([value]) => !isTrue(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
  $allElementsTrue: taking(1, ([value], name) => {
    if (!Array.isArray(value)) throw refused(`${name}'s argument`, 'must be an array');
    return value.every(isTrue);
  }),
  $anyElementTrue: taking(1, ([value], name) => {
    if (!Array.isArray(value)) throw refused(`${name}'s argument`, 'must be an array');
    return value.some(isTrue);
  }),
  $isNumber: taking(1, ([value]) => typeof value === 'number'),
};
