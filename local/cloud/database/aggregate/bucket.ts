import { requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import { kindOf } from '../expression/kinds';
import { compareValues, equalValues, rankOf } from '../values/compare';
import { isFields, isOperators, type Fields, type Value } from '../values/value';
import { groupBy, readOutput } from './group';
import type { Stage } from './stage';

/** What a stage counts when it says no output. */
export const counted: Fields = { count: { $sum: 1 } };

/** `$field` or an operator, as `groupBy` and `$sortByCount` want it. */
export function isPathOrOperator(source: Value | undefined): source is Value {
  return (typeof source === 'string' && source.startsWith('$')) || isOperators(source);
}

interface Buckets {
  readonly groupBy: Value;
  readonly boundaries: readonly Value[];
  readonly fallback: Value | undefined;
  readonly output: Fields;
}

function readBuckets(argument: Value): Buckets {
  if (!isFields(argument)) throw requestFailed('Argument to $bucket stage must be an object');
  const { groupBy: source, boundaries: given, default: fallback, output = counted, ...others } = argument;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to $bucket: ${unknown}.`);
  if (source === undefined || given === undefined)
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  if (!isPathOrOperator(source))
    throw requestFailed("The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression");
  if (!isFields(output)) throw requestFailed("The $bucket 'output' field must be an object");
  const boundaries = readBoundaries(given);
  const otherwise =
    fallback === undefined ? undefined : constantOf(fallback, "The $bucket 'default' field must be a constant");
  checkFallback(otherwise, boundaries);
  return { groupBy: source, boundaries, fallback: otherwise, output };
}

/** Whether an expression reads nothing of a document. */
function isConstant(source: Value): boolean {
  if (typeof source === 'string') return !source.startsWith('$');
  if (Array.isArray(source)) return source.every(isConstant);
  return !isFields(source) || Object.entries(source).every(([name, part]) => name === '$literal' || isConstant(part));
}

/** The value of an expression that reads nothing. @throws DatabaseError with the message for one that does */
function constantOf(source: Value, message: string): Value {
  if (!isConstant(source)) throw requestFailed(message);
  return compileExpression(source)({ root: {}, variables: {} }) ?? null;
}

function readBoundaries(given: Value): Value[] {
  if (!Array.isArray(given))
    throw requestFailed(`The $bucket 'boundaries' field must be an array, found ${kindOf(given)}`);
  if (given.length < 2) throw requestFailed("The $bucket 'boundaries' field must have at least 2 values");
  const boundaries = given.map((boundary) =>
    constantOf(boundary, "The $bucket 'boundaries' field must be an array of constants"),
  );
  for (const [at, boundary] of boundaries.entries()) {
    const before = boundaries[at - 1];
    if (before === undefined) continue;
    if (rankOf(before) !== rankOf(boundary))
      throw requestFailed("All values in the 'boundaries' option to $bucket must have the same type");
    if (compareValues(before, boundary) >= 0)
      throw requestFailed("The 'boundaries' option to $bucket must be sorted in ascending order");
  }
  return boundaries;
}

function checkFallback(fallback: Value | undefined, boundaries: readonly Value[]): void {
  if (fallback === undefined) return;
  const isBelow = compareValues(fallback, boundaries[0]) < 0;
  if (!isBelow && compareValues(fallback, boundaries.at(-1)) < 0)
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest " +
        'boundary.',
    );
}

/**
 * `$bucket`: each bucket begins at its boundary and ends before the next one; they come in the order of boundaries.
 * @throws DatabaseError at a document outside of all buckets when there is no default
 */
export const bucket: Stage = (argument, { names }) => {
  const { groupBy: source, boundaries, fallback, output } = readBuckets(argument);
  const expression = compileExpression(source, names);
  const run = groupBy(
    (scope) => {
      const value = expression(scope) ?? null;
      const above = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0);
      if (above > 0) return boundaries[above - 1];
      if (fallback !== undefined) return fallback;
      throw requestFailed(
        '$switch could not find a matching branch for an input, and no default was specified: ' +
          "a value is outside of the boundaries of $bucket, which has no 'default'",
      );
    },
    readOutput(output, names),
  );
  return (documents, variables) =>
    run(documents, variables).sort((a, b) => (equalValues(a['_id'], b['_id']) ? 0 : compareValues(a['_id'], b['_id'])));
};
