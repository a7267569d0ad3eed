import { isFields, type Value } from '../values/value';
import {
  isNullish,
  refused,
  type Compiler,
  type Expression,
  type Operator,
  type Result,
  type Scope,
} from './expression';

/** How many arguments an operator takes, least and most. */
type Count = readonly [number, number];

/** The arguments of an operator: what stands in its array, or its one argument without an array around it. */
export function argumentsOf(argument: Value): Value[] {
  return Array.isArray(argument) ? argument : [argument];
}

/** Compiles the arguments of an operator that takes this many. @throws DatabaseError for another number of them */
function compiledArguments(argument: Value, compiler: Compiler, name: string, [least, most]: Count): Expression[] {
  const sources = argumentsOf(argument);
  if (sources.length < least || sources.length > most) {
    const several = most === Infinity ? `at least ${String(least)}` : `between ${String(least)} and ${String(most)}`;
    const wanted = least === most ? `exactly ${String(least)}` : several;
    throw refused('Expression', `${name} takes ${wanted} arguments. ${String(sources.length)} were passed in.`);
  }
  return sources.map((source) => compiler.compile(source));
}

type Evaluate = (values: readonly Result[], name: string) => Result;

/** An operator over the values of its arguments; `[x]` is the one argument x. */
export function taking(count: number | Count, evaluate: Evaluate): Operator {
  const range: Count = typeof count === 'number' ? [count, count] : count;
  return (argument, compiler, name) => {
    const parts = compiledArguments(argument, compiler, name, range);
    return (scope) => {
      const values = parts.map((part) => part(scope));
      return evaluate(values, name);
    };
  };
}

/** Same, where null or a missing value among the arguments makes the result null. */
export function nullable(count: number | Count, evaluate: Evaluate): Operator {
  return taking(count, (values, name) => (values.some(isNullish) ? null : evaluate(values, name)));
}

/** Any number of arguments. */
export const any: Count = [0, Infinity];

/** What an operator with named arguments sees. */
export interface Named {
  readonly has: (key: string) => boolean;
  readonly value: (key: string, scope: Scope) => Result;
}

/**
 * Reads an argument that is an object of named parts.
 * @throws DatabaseError for another argument, a part that is not known, and one that is missing
 */
export function namedParts(
  name: string,
  argument: Value,
  required: readonly string[],
  optional: readonly string[],
): {
  readonly [key: string]: Value;
} {
  if (!isFields(argument)) throw refused(name, 'only supports an object as its argument');
  for (const key of Object.keys(argument))
    if (!required.includes(key) && !optional.includes(key))
      throw refused('Unrecognized', `argument to ${name}: ${key}`);
  for (const key of required) if (!(key in argument)) throw refused('Missing', `'${key}' parameter to ${name}`);
  return argument;
}

/** An operator whose argument is an object of named parts, each an expression. */
export function naming(
  required: readonly string[],
  optional: readonly string[],
  evaluate: (parts: Named, scope: Scope, name: string) => Result,
): Operator {
  return (argument, compiler, name) => {
    const sources = namedParts(name, argument, required, optional);
    const compiled = new Map(Object.entries(sources).map(([key, source]) => [key, compiler.compile(source)]));
    const parts: Named = {
      has: (key) => compiled.has(key),
      value: (key, scope) => compiled.get(key)?.(scope),
    };
    return (scope) => evaluate(parts, scope, name);
  };
}
