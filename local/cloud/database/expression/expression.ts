import { requestFailed, type DatabaseError } from '../errors';
import type { Value } from '../values/value';

/** What an expression yields; `undefined` is a missing field, which differs from null. */
export type Result = Value | undefined;

/** What an expression is evaluated in: `$$ROOT` and the variables that stand around it. */
export interface Scope {
  readonly root: Value;
  /** By name, without `$$`. */
  readonly variables: Readonly<Record<string, Result>>;
}

export type Expression = (scope: Scope) => Result;

/** Compiles what is written inside an operator. */
export interface Compiler {
  /** @throws DatabaseError for an expression that is written wrongly */
  readonly compile: (source: Value) => Expression;
  /** Same, where these variables are known too. */
  readonly knowing: (names: readonly string[]) => Compiler;
}

/** An operator: reads its argument once, and gives what is evaluated for each document. */
export type Operator = (argument: Value, compiler: Compiler, name: string) => Expression;

export const isNullish = (value: Result): value is null | undefined => value === null || value === undefined;

/** A refusal that names the operator. */
export function refused(name: string, reason: string): DatabaseError {
  return requestFailed(`${name} ${reason}`);
}
