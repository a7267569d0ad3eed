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

export interface Vocabulary {
  filters: Readonly<Record<string, FilterOperator>>;
  stages: Readonly<Record<string, Stage>>;
  expressions: Readonly<Record<string, Expression>>;
  accumulators: Readonly<Record<string, Accumulator>>;
}

/** Mingo with the operators of a vocabulary in the place of its own. */
export interface Interpreter {
  matcher(filter: Fields): (document: Value) => boolean;
  pipeline(stages: readonly Fields[], documents: readonly Fields[], variables?: Fields): Fields[];
  /** a find's projection of one document */
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

/** Joins mingo's loose types to the database's values. It knows nothing of either side's meaning. */
export function createInterpreter(vocabulary: Vocabulary): Interpreter {
  const options = prepare({ context: contextOf(vocabulary), scriptEnabled: false });
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
 * Mingo copies its tables of operators whenever it is given plain options. What it makes of them it hands to operators,
 * and takes back as it is; so an operator catches it once.
 */
function prepare(options: { context: Context; scriptEnabled: boolean }): Options {
  let prepared: Options | undefined;
  const catching: Record<string, unknown> = {
    $catch: (_path: string, _argument: unknown, handed: Options) => {
      prepared = handed;
      return () => true;
    },
  };
  const context = Context.from(options.context).addQueryOps(catching as Parameters<Context['addQueryOps']>[0]);
  new Query({ field: { $catch: 1 } }, { ...options, context });
  if (prepared === undefined) throw new Error('mingo no longer hands its options to operators');
  return prepared;
}

function matcherWith(filter: Fields, options: Partial<Options>): (document: Value) => boolean {
  const query = new Query(filter as AnyObject, options);
  return (document) => query.test(document as AnyObject);
}

/** Built by hand: mingo's own entry lets its operators win over given ones. */
function contextOf({ filters, stages, expressions, accumulators }: Vocabulary): Context {
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
      // within an array mingo's own $push keeps what is missing apart from null
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
