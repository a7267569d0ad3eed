import { requestFailed } from '../errors';
import { accumulators } from '../expression/accumulators';
import { compileExpression } from '../expression/compile';
import type { Expression } from '../expression/expression';
import { accumulateByMingo, knownAccumulators } from '../platform/mingo';
import { encodeValue } from '../values/key-encoding';
import { isFields, type Fields, type Value } from '../values/value';
import type { Run, Stage, Variables } from './stage';

/** Makes the fields that a group is described by of its documents. */
export type Output = (documents: readonly Fields[], variables: Variables) => Fields;

/**
 * Reads the accumulators of `$group`, `$bucket` and `$bucketAuto`.
 * @throws DatabaseError for a field that is no accumulator, is called as a path, or has several arguments
 */
export function readOutput(specification: Fields, names: readonly string[]): Output {
  const entries = Object.entries(specification).map(([name, source]) => {
    if (name.includes('.')) throw requestFailed(`The field name '${name}' cannot contain '.'`);
    if (name.startsWith('$')) throw requestFailed(`The field name '${name}' cannot be an operator name`);
    return [name, readAccumulator(name, source, names)] as const;
  });
  return (documents, variables) =>
    Object.fromEntries(entries.map(([name, accumulate]) => [name, accumulate(documents, variables) ?? null]));
}

function readAccumulator(
  field: string,
  source: Value,
  names: readonly string[],
): (...of: Parameters<Output>) => Value | undefined {
  if (!isFields(source)) throw requestFailed(`The field '${field}' must be an accumulator object`);
  const [name, ...others] = Object.keys(source);
  if (name === undefined || others.length > 0) throw requestFailed(`The field '${field}' must specify one accumulator`);
  const argument = source[name] ?? null;
  const own = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined;
  if (own === undefined) {
    if (!knownAccumulators.has(name)) throw requestFailed(`unknown group operator '${name}'`);
    if (name === '$count' && !(isFields(argument) && Object.keys(argument).length === 0))
      throw requestFailed('$count takes no arguments, i.e. $count:{}');
    return (documents, variables) => accumulateByMingo(name, argument, documents, variables);
  }
  if (Array.isArray(argument)) throw requestFailed(`The ${name} accumulator is a unary operator`);
  const expression = compileExpression(argument, names);
  return (documents, variables) =>
    own(
      documents.map((root) => expression({ root, variables })),
      name,
    );
}

/** Documents with the same key, in the order in which keys come up. */
export const group: Stage = (argument, { names }): Run => {
  if (!isFields(argument)) throw requestFailed("a group's fields must be specified in an object");
  const { _id: key, ...output } = argument;
  if (key === undefined) throw requestFailed('a group specification must include an _id');
  return groupBy(compileExpression(key, names), readOutput(output, names));
};

/** A key that is missing is null; fields of a key that are missing are left out of it. */
export function groupBy(keyOf: Expression, output: Output): Run {
  return (documents, variables) => {
    const groups = new Map<string, { key: Value; members: Fields[] }>();
    for (const root of documents) {
      const key = keyOf({ root, variables }) ?? null;
      const id = encodeValue(key).toString('latin1');
      const known = groups.get(id);
      if (known) known.members.push(root);
      else groups.set(id, { key, members: [root] });
    }
    return [...groups.values()].map(({ key, members }) => ({ _id: key, ...output(members, variables) }));
  };
}
