import { writeFailed } from '../errors';
import { compareValues } from '../values/compare';
import { cloneValue, isFields, type StoredDocument, type Value } from '../values/value';
import { arrayOperators } from './array-operators';
import { describeType } from './describe';
import type { OperatorContext, UpdateOperator } from './operator';
import { targetAt } from './target';

export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: ({ document }, path, argument) => {
    targetAt(document, path).write(cloneValue(argument));
  },
  $setOnInsert: ({ document, isInsert }, path, argument) => {
    if (isInsert) targetAt(document, path).write(cloneValue(argument));
  },
  $unset: ({ document }, path) => {
    targetAt(document, path).remove();
  },
  $inc: (context, path, argument) => {
    arithmetic(context, path, { name: '$inc', argument, apply: (value, by) => value + by });
  },
  $mul: (context, path, argument) => {
    arithmetic(context, path, { name: '$mul', argument, apply: (value, by) => value * by });
  },
  $min: ({ document }, path, argument) => {
    replaceWhen(document, path, argument, (difference) => difference < 0);
  },
  $max: ({ document }, path, argument) => {
    replaceWhen(document, path, argument, (difference) => difference > 0);
  },
  $rename: ({ document }, path, argument) => {
    rename(document, path, argument);
  },
  $currentDate: ({ document, now }, path) => {
    targetAt(document, path).write(new Date(now));
  },
  $bit: ({ document }, path, argument) => {
    bitwise(document, path, argument);
  },
  ...arrayOperators,
};

interface Arithmetic {
  readonly name: '$inc' | '$mul';
  readonly argument: Value;
  apply(value: number, by: number): number;
}

function arithmetic({ document }: OperatorContext, path: string, { name, argument, apply }: Arithmetic): void {
  const verb = name === '$inc' ? 'increment' : 'multiply';
  if (typeof argument !== 'number')
    throw writeFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(argument)}}`);
  const target = targetAt(document, path);
  const value = target.read();
  if (value !== undefined && typeof value !== 'number') {
    const field = path.split('.').pop() ?? path;
    throw writeFailed(
      `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(document._id)}} ` +
        `has the field '${field}' of non-numeric type ${describeType(value)}`,
    );
  }
  target.write(apply(value ?? 0, argument));
}

function replaceWhen(
  document: StoredDocument,
  path: string,
  argument: Value,
  decide: (difference: number) => boolean,
): void {
  const target = targetAt(document, path);
  const value = target.read();
  if (value === undefined || decide(compareValues(argument, value))) target.write(cloneValue(argument));
}

function rename(document: StoredDocument, path: string, argument: Value): void {
  if (typeof argument !== 'string')
    throw writeFailed(`The 'to' field for $rename must be a string: ${path}: ${JSON.stringify(argument)}`);
  if (argument === path)
    throw writeFailed(`The source and target field for $rename must differ: ${path}: "${argument}"`);
  for (const [role, name] of [
    ['source', path],
    ['destination', argument],
  ] as const) {
    if (goesThroughArray(document, name))
      throw writeFailed(
        `The ${role} field cannot be an array element, '${name}' in doc with _id: ${JSON.stringify(document._id)}`,
      );
  }
  const source = targetAt(document, path);
  const value = source.read();
  if (value === undefined) return;
  source.remove();
  targetAt(document, argument).write(value);
}

function goesThroughArray(document: StoredDocument, path: string): boolean {
  const parts = path.split('.');
  return parts.some((_, at) => at > 0 && Array.isArray(targetAt(document, parts.slice(0, at).join('.')).read()));
}

const bitOperations: Readonly<Record<string, (value: number, by: number) => number>> = {
  and: (value, by) => value & by,
  or: (value, by) => value | by,
  xor: (value, by) => value ^ by,
};

function bitwise(document: StoredDocument, path: string, argument: Value): void {
  if (!isFields(argument)) throw writeFailed(`The $bit modifier is not compatible with a ${describeType(argument)}`);
  const target = targetAt(document, path);
  for (const [name, by] of Object.entries(argument)) {
    const operation = bitOperations[name];
    const value = target.read() ?? 0;
    if (operation === undefined || typeof by !== 'number')
      throw writeFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw writeFailed(`Cannot apply $bit to a value of non-integral type: ${path}`);
    target.write(operation(value, by));
  }
}
