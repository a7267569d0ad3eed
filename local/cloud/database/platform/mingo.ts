import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr } from 'mingo/core';
import * as accumulatorsOfMingo from 'mingo/operators/accumulator';
import * as expressionsOfMingo from 'mingo/operators/expression';
import * as stagesOfMingo from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as filtersOfMingo from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { AnyObject, Options } from 'mingo/types';
import { isFields, type Fields, type StoredDocument, type Value } from '../values/value';

/** An operator of a filter, given the path that it stands at. */
export type FilterOperator = (
  path: string,
  argument: Value,
  matches: (filter: Fields) => (document: Value) => boolean,
) => (document: Value) => boolean;
/** Mingo's filters and projections, with these operators instead of its own. */
export interface Interpreter {
  matcher(filter: Fields): (document: Value) => boolean;
  /** A find's projection of one document. */
  project(document: StoredDocument, projection: Fields): Fields;
}

/** What runs code of the caller; the cloud has none of it. */
const scripts = new Set(['$function', '$accumulator']);

const withoutScripts = (operators: object): ReadonlySet<string> =>
  new Set(Object.keys(operators).filter((name) => !scripts.has(name)));

/** Operators of expressions that mingo has. */
export const knownExpressions: ReadonlySet<string> = withoutScripts(expressionsOfMingo);
/** Accumulators that mingo has. */
export const knownAccumulators: ReadonlySet<string> = withoutScripts(accumulatorsOfMingo);

const plainOptions: Partial<Options> = {
  context: Context.init({
    accumulator: accumulatorsOfMingo,
    expression: expressionsOfMingo,
    pipeline: stagesOfMingo,
    projection: projections,
    query: filtersOfMingo,
    window: windows,
  } as unknown as Parameters<typeof Context.init>[0]),
  scriptEnabled: false,
};

/** An operator of mingo over values: what could be read as a path is given as a literal. */
export function evaluateByMingo(name: string, argument: Value | undefined): Value | undefined {
  const given = isFields(argument)
    ? Object.fromEntries(Object.entries(argument).map(([key, child]) => [key, asLiteral(child)]))
    : Array.isArray(argument)
      ? argument.map(asLiteral)
      : asLiteral(argument);
  return evalExpr({}, { [name]: given } as never, plainOptions as never) as Value | undefined;
}

function asLiteral(value: Value | undefined): Value | undefined {
  return JSON.stringify(value ?? null).includes('"$') ? { $literal: value ?? null } : value;
}

/** An accumulator of mingo over the documents of a group. */
export function accumulateByMingo(
  name: string,
  argument: Value,
  documents: readonly Fields[],
  variables: Variables,
): Value | undefined {
  const [group] = runByMingo({ $group: { _id: null, value: { [name]: argument } } }, documents, variables);
  return group?.['value'];
}

type Variables = Readonly<Record<string, Value | undefined>>;

/** A stage of mingo over documents. */
export function runByMingo(stage: Fields, documents: readonly Fields[], variables: Variables): Fields[] {
  const aggregator = new Aggregator([stage] as AnyObject[], { ...plainOptions, variables } as Partial<Options>);
  return aggregator.run([...documents] as AnyObject[]) as Fields[];
}

/** Adapts mingo's loose types to the database's values; it decides nothing about either side. */
export function createInterpreter(filters: Readonly<Record<string, FilterOperator>>): Interpreter {
  const options = preparedOptions({ context: contextOf(filters), scriptEnabled: false });
  const matcher = (filter: Fields): ((document: Value) => boolean) => matcherWith(filter, options);
  return {
    matcher,
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
function contextOf(filters: Readonly<Record<string, FilterOperator>>): Context {
  const own = Object.fromEntries(
    Object.entries(filters).map(([name, operator]) => [
      name,
      (path: string, argument: unknown, options: Options) => {
        const test = operator(path, argument as Value, (filter) => matcherWith(filter, options));
        return (document: unknown) => test(document as Value);
      },
    ]),
  );
  const operators: unknown = {
    expression: expressionsOfMingo,
    projection: projections,
    query: { ...filtersOfMingo, ...own },
  };
  return Context.init(operators as Parameters<typeof Context.init>[0]);
}
