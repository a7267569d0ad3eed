import { DatabaseError, requestFailed } from '../errors';
import {
  createInterpreter,
  type Accumulator,
  type Expression,
  type FilterOperator,
  type Interpreter,
  type Stage,
} from '../platform/mingo';
import { compareValues, equalValues } from '../values/compare';
import { isFields, type Value } from '../values/value';
import type { PredicateMaker } from './predicate';
import { predicates, testPath } from './predicates';
import { readSort, sortDocuments } from './sort';

const filters: Readonly<Record<string, FilterOperator>> = Object.fromEntries(
  Object.entries(predicates).map(([name, make]: [string, PredicateMaker]): [string, FilterOperator] => [
    name,
    (path, argument, matches) => testPath(path, make(argument, matches)),
  ]),
);

const comparison =
  (decide: (difference: number) => boolean): Expression =>
  ([left, right]) =>
    decide(compareExpressions(left, right));

/** In expressions what is missing ranks below null. */
function compareExpressions(left: Value | undefined, right: Value | undefined): number {
  if (left === undefined || right === undefined) return Number(right === undefined) - Number(left === undefined);
  return compareValues(left, right);
}

const expressions: Readonly<Record<string, Expression>> = {
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $cmp: ([left, right]) => Math.sign(compareExpressions(left, right)),
};

/** What is missing is not collected. */
const accumulators: Readonly<Record<string, Accumulator>> = {
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => {
    const known: Value[] = [];
    for (const value of values)
      if (value !== undefined && !known.some((other) => equalValues(other, value))) known.push(value);
    return known;
  },
};

const refusedStage =
  (reason: string): Stage =>
  () => {
    throw requestFailed(reason);
  };

const stages: Readonly<Record<string, Stage>> = {
  $sort: (documents, specification) => sortDocuments(documents, isFields(specification) ? readSort(specification) : []),
  $count: (documents, name) => (documents.length === 0 ? [] : [{ [String(name)]: documents.length }]),
  $out: refusedStage('$out is not supported'),
  $merge: refusedStage('$merge is not supported'),
  $geoNear: refusedStage('$geoNear is only valid as the first stage in a pipeline'),
};

/** The query language: mingo's, with MongoDB's own rules of comparing, sorting and places. */
export function createQueryLanguage(more: Readonly<Record<string, Stage>> = {}): Interpreter {
  return createInterpreter({ filters, expressions, accumulators, stages: { ...stages, ...more } });
}

/** The query language without any stage that reads another collection. */
export const queryLanguage = createQueryLanguage();

const renamed: readonly [RegExp, string][] = [
  [/^unknown (?:query|top level) operator:? (\$\w+)$/, 'unknown operator: $1'],
  [/^unregistered pipeline operator (.+)\.$/, `Unrecognized pipeline stage name: '$1'`],
  [/^accumulator '(\$\w+)' is not registered\.$/, `Unrecognized expression '$1'`],
];

/** What the query language refuses becomes a refusal of the request, in mongod's words where they are known. */
export function asDatabaseError(error: unknown): DatabaseError | undefined {
  if (error instanceof DatabaseError) return error;
  if (!(error instanceof Error)) return undefined;
  const isFromLanguage =
    error.constructor.name === 'MingoError' || /^(mingo|unknown|Expression|Invalid)/.test(error.message);
  if (!isFromLanguage) return undefined;
  const [pattern, text] = renamed.find(([known]) => known.test(error.message)) ?? [/^/, ''];
  return requestFailed(error.message.replace(pattern, text));
}
