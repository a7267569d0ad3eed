import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as accumulatorsOfMingo from 'mingo/operators/accumulator';
import * as expressionsOfMingo from 'mingo/operators/expression';
import * as stagesOfMingo from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as filtersOfMingo from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { AnyObject, Options } from 'mingo/types';
import type { Fields, StoredDocument, Value } from '../values/value';

/** An operator of a filter, given the path that it stands at. */
export type FilterOperator = (
  path: string,
  argument: Value,
  matches: (filter: Fields) => (document: Value) => boolean,
) => (document: Value) => boolean;
/** A stage of a pipeline over all documents that reach it. */
export type Stage = (documents: Fields[], argument: Value) => Fields[];
/** An operator of an expression over the values of its arguments. */
export type Expression = (operands: readonly (Value | undefined)[]) => Value;

/** An accumulator over the values of its expression, one for each document of a group. */
export type Accumulator = (values: readonly (Value | undefined)[]) => Value;

export interface Operators {
  readonly filters: Readonly<Record<string, FilterOperator>>;
  readonly stages: Readonly<Record<string, Stage>>;
  readonly expressions: Readonly<Record<string, Expression>>;
  readonly accumulators: Readonly<Record<string, Accumulator>>;
}

/** Mingo with these operators instead of its own. */
export interface Interpreter {
  matcher(filter: Fields): (document: Value) => boolean;
  pipeline(stages: readonly Fields[], documents: readonly Fields[], variables?: Fields): Fields[];
  /** A find's projection of one document. */
  project(document: StoredDocument, projection: Fields): Fields;
}

/** What runs code of the caller; the cloud has none of it. */
const scripts = new Set(['$function', '$accumulator']);

/** Operators that may stand in an expression, an accumulation or a projection. */
export const knownExpressions: ReadonlySet<string> = new Set(
  [accumulatorsOfMingo, expressionsOfMingo, projections, windows]
    .flatMap((operators) => Object.keys(operators))
    .filter((name) => !scripts.has(name)),
);

/** Adapts mingo's loose types to the database's values; it decides nothing about either side. */
export function createInterpreter(operators: Operators): Interpreter {
  const options = preparedOptions({ context: contextOf(operators), scriptEnabled: false });
  const matcher = (filter: Fields): ((document: Value) => boolean) => matcherWith(filter, options);
  return {
    matcher,
    pipeline: (stages, documents, variables = {}) => {
      const { context, scriptEnabled } = options;
      const aggregator = new Aggregator(stages as AnyObject[], { context, scriptEnabled, variables });
      return aggregator.run(documents as AnyObject[]) as Fields[];
    },
    project: (document, projection) => {
      const [projected] = new Query({}, options)
        .find<AnyObject>([document] as AnyObject[], projection as AnyObject)
        .all();
      return projected as Fields;
    },
  };
}

/**
 * Mingo copies its tables of operators whenever it is given plain options. It passes what it made of them
 * to operators, and takes that as it is; an operator of our own therefore stores it once.
 */
function preparedOptions(options: { context: Context; scriptEnabled: boolean }): Options {
  let prepared: Options | undefined;
  const capturing: Record<string, unknown> = {
    $capture: (_path: string, _argument: unknown, given: Options) => {
      prepared = given;
      return () => true;
    },
  };
  const context = Context.from(options.context).addQueryOps(capturing as Parameters<Context['addQueryOps']>[0]);
  new Query({ field: { $capture: 1 } }, { ...options, context });
  if (prepared === undefined) throw new Error('mingo no longer passes its options to operators');
  return prepared;
}

function matcherWith(filter: Fields, options: Partial<Options>): (document: Value) => boolean {
  const query = new Query(filter as AnyObject, options);
  return (document) => query.test(document as AnyObject);
}

/** Built from its parts, because mingo's own entry prefers its operators to given ones. */
function contextOf({ filters, stages, expressions, accumulators }: Operators): Context {
  const queryOperators = mapValues(filters, (operator) => (path: string, argument: unknown, options: Options) => {
    const test = operator(path, argument as Value, (filter) => matcherWith(filter, options));
    return (document: unknown) => test(document as Value);
  });
  const pipelineOperators = mapValues(
    stages,
    (stage) => (documents: Collectable, argument: unknown) =>
      documents.transform((all: unknown[]) => Lazy(stage(all as Fields[], argument as Value))),
  );
  const expressionOperators = mapValues(
    expressions,
    (expression) => (document: unknown, argument: unknown, options: Options) => {
      const operands = evalExpr(document, argument, options);
      return expression((Array.isArray(operands) ? operands : [operands]) as (Value | undefined)[]);
    },
  );
  const accumulatorOperators = mapValues(
    accumulators,
    (accumulate) => (group: AnyObject[], argument: unknown, options: Options) => {
      // within an array mingo's own $push distinguishes what is missing from null
      const values = accumulatorsOfMingo.$push(group, [argument], options) as [Value | undefined][];
      return accumulate(values.map(([value]) => value));
    },
  );
  const operators: unknown = {
    accumulator: { ...accumulatorsOfMingo, ...accumulatorOperators },
    projection: projections,
    window: windows,
    query: { ...filtersOfMingo, ...queryOperators },
    pipeline: { ...stagesOfMingo, ...pipelineOperators },
    expression: { ...expressionsOfMingo, ...expressionOperators },
  };
  return Context.init(operators as Parameters<typeof Context.init>[0]);
}

interface Collectable {
  transform(change: (all: unknown[]) => unknown): unknown;
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
