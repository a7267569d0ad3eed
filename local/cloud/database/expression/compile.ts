import { requestFailed } from '../errors';
import { evaluateByMingo, knownExpressions } from '../platform/mingo';
import { isFields, type Fields, type Value } from '../values/value';
import { refused, type Compiler, type Expression, type Result } from './expression';
import { operators } from './operators';
import { follow } from './path';

/** Variables that every expression knows. */
const always = ['ROOT', 'CURRENT', 'REMOVE', 'DESCEND', 'KEEP', 'PRUNE', 'NOW'];

/**
 * Compiles an expression, so that what is written wrongly is refused before any document is read.
 * @param names variables that are known beside the language's own
 * @throws DatabaseError that names the operator, the variable or the path
 */
export function compileExpression(source: Value, names: readonly string[] = []): Expression {
  return compilerFor(new Set([...always, ...names])).compile(source);
}

function compilerFor(names: ReadonlySet<string>): Compiler {
  const compiler: Compiler = {
    compile: (source) => compileWith(compiler, names, source),
    knowing: (more) => compilerFor(new Set([...names, ...more])),
  };
  return compiler;
}

function compileWith(compiler: Compiler, names: ReadonlySet<string>, source: Value): Expression {
  if (typeof source === 'string' && source.startsWith('$')) return compilePath(source, names);
  if (Array.isArray(source)) {
    const parts = source.map(compiler.compile);
    return (scope) => parts.map((part) => part(scope) ?? null);
  }
  if (!isFields(source)) return () => source;
  const [first] = Object.keys(source);
  return first?.startsWith('$') === true ? compileOperator(first, source, compiler) : compileFields(source, compiler);
}

function compilePath(source: string, names: ReadonlySet<string>): Expression {
  const isVariable = source.startsWith('$$');
  const parts = source.slice(isVariable ? 2 : 1).split('.');
  if (parts.length === 1 && parts[0] === '') throw requestFailed(`'${source}' by itself is not a valid FieldPath`);
  if (parts.at(-1) === '') throw requestFailed("FieldPath must not end with a '.'.");
  if (parts.includes('')) throw requestFailed('FieldPath field names may not be empty strings.');
  const dollar = parts.find((part, at) => part.startsWith('$') && (at > 0 || !isVariable));
  if (dollar !== undefined) throw requestFailed("FieldPath field names may not start with '$'.");
  const [name = '', ...rest] = parts;
  if (!isVariable)
    return ({ root, variables }) => follow(Object.hasOwn(variables, 'CURRENT') ? variables['CURRENT'] : root, parts);
  if (!names.has(name)) throw requestFailed(`Use of undefined variable: ${name}`);
  return ({ root, variables }) => follow(valueOf(name, root, variables), rest);
}

function valueOf(name: string, root: Value, variables: Readonly<Record<string, Result>>): Result {
  if (Object.hasOwn(variables, name)) return variables[name];
  if (name === 'ROOT' || name === 'CURRENT') return root;
  return name === 'REMOVE' ? undefined : name.toLowerCase();
}

function compileOperator(name: string, source: Fields, compiler: Compiler): Expression {
  const argument = source[name] ?? null;
  const count = Object.keys(source).length;
  if (count > 1)
    throw requestFailed(
      'an expression specification must contain exactly one field, the name of the expression. ' +
        `Found ${String(count)} fields, the first is ${name}`,
    );
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator) return operator(argument, compiler, name);
  if (!knownExpressions.has(name)) throw refused('Unrecognized expression', `'${name}'`);
  const prepared = partsOf(argument, compiler);
  return (scope) => evaluateByMingo(name, prepared(scope));
}

/** What mingo is given: a named argument that is missing is null there. */
function partsOf(argument: Value, compiler: Compiler): Expression {
  if (!isNamed(argument)) return compiler.compile(argument);
  const parts = Object.entries(argument).map(([key, source]) => [key, compiler.compile(source)] as const);
  return (scope) => Object.fromEntries(parts.map(([key, part]) => [key, part(scope) ?? null]));
}

const isNamed = (argument: Value): argument is Fields =>
  isFields(argument) && Object.keys(argument).every((key) => !key.startsWith('$'));

/** Fields that come out missing are left out. */
function compileFields(source: Fields, compiler: Compiler): Expression {
  const entries = Object.entries(source).map(([name, child]): [string, Expression] => {
    if (name.startsWith('$')) throw requestFailed(`FieldPath field names may not start with '$': ${name}`);
    if (name.includes('.')) throw requestFailed(`FieldPath field names may not contain '.': ${name}`);
    return [name, compiler.compile(child)];
  });
  return (scope) => {
    const fields: Fields = {};
    for (const [name, expression] of entries) {
      const value = expression(scope);
      if (value !== undefined) fields[name] = value;
    }
    return fields;
  };
}
