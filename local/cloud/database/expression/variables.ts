import { isFields, type Value } from '../values/value';
import { isNullish, refused, type Compiler, type Expression, type Operator, type Scope } from './expression';
import { namedParts } from './forms';
import { isTrue, kindOf } from './kinds';

const legalName = /^[a-z_\u0080-\uffff][\w\u0080-\uffff]*$|^CURRENT$/;

/** @throws DatabaseError for what `let` cannot name */
export function checkVariableName(name: string): void {
  if (!legalName.test(name))
    throw refused(`'${name}'`, 'starts with an invalid character for a user variable name, or has one');
}

const within = (scope: Scope, variables: Scope['variables']): Scope => ({
  root: scope.root,
  variables: { ...scope.variables, ...variables },
});

const letVariables: Operator = (argument, compiler, name) => {
  const { vars, in: body } = namedParts(name, argument, ['vars', 'in'], []);
  if (!isFields(vars)) throw refused(`invalid parameter: expected an object (${name}.vars),`, `got ${kindOf(vars)}`);
  Object.keys(vars).forEach(checkVariableName);
  const values = Object.entries(vars).map(([key, source]) => [key, compiler.compile(source)] as const);
  const inner = compiler.knowing(Object.keys(vars)).compile(body ?? null);
  return (scope) =>
    inner(within(scope, Object.fromEntries(values.map(([key, expression]) => [key, expression(scope)]))));
};

/** The array that an operator goes through, or null where there is none. */
function input(name: string, source: Value | undefined, compiler: Compiler): (scope: Scope) => Value[] | null {
  const expression = compiler.compile(source ?? null);
  return (scope) => {
    const value = expression(scope);
    if (isNullish(value)) return null;
    if (!Array.isArray(value)) throw refused('input to', `${name} must be an array not ${kindOf(value)}`);
    return value;
  };
}

function variableName(name: string, given: Value | undefined): string {
  if (given === undefined) return 'this';
  if (typeof given !== 'string') throw refused(name, "needs 'as' as a string");
  checkVariableName(given);
  return given;
}

const map: Operator = (argument, compiler, name) => {
  const parts = namedParts(name, argument, ['input', 'in'], ['as']);
  const items = input(name, parts['input'], compiler);
  const as = variableName(name, parts['as']);
  const body = compiler.knowing([as]).compile(parts['in'] ?? null);
  return (scope) => items(scope)?.map((item) => body(within(scope, { [as]: item })) ?? null) ?? null;
};

const filter: Operator = (argument, compiler, name) => {
  const parts = namedParts(name, argument, ['input', 'cond'], ['as', 'limit']);
  const items = input(name, parts['input'], compiler);
  const as = variableName(name, parts['as']);
  const test = compiler.knowing([as]).compile(parts['cond'] ?? null);
  const most = parts['limit'] === undefined ? undefined : compiler.compile(parts['limit']);
  return (scope) => {
    const kept = items(scope)?.filter((item) => isTrue(test(within(scope, { [as]: item })))) ?? null;
    const limit = most?.(scope);
    return typeof limit === 'number' && kept ? kept.slice(0, limit) : kept;
  };
};

const reduce: Operator = (argument, compiler, name) => {
  const parts = namedParts(name, argument, ['input', 'initialValue', 'in'], []);
  const items = input(name, parts['input'], compiler);
  const initial = compiler.compile(parts['initialValue'] ?? null);
  const body = compiler.knowing(['this', 'value']).compile(parts['in'] ?? null);
  return (scope) => {
    const all = items(scope);
    if (all === null) return null;
    return all.reduce(
      (value: ReturnType<Expression>, item) => body(within(scope, { this: item, value })),
      initial(scope),
    );
  };
};

const literal: Operator = (argument) => () => argument;

/** Operators that name variables, and the one that keeps its argument as it is. */
export const variables: Readonly<Record<string, Operator>> = {
  $let: letVariables,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $literal: literal,
};
