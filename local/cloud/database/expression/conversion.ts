import { ObjectId } from 'bson';
import { DatabaseError } from '../errors';
import { readDateText } from './dates/text';
import { isNullish, refused, type Operator, type Result } from './expression';
import { naming, nullable } from './forms';
import { kindOf } from './kinds';

/** Kinds that values are turned into; numbers are of one kind here, so that only their range tells them apart. */
type Target = 'bool' | 'date' | 'decimal' | 'double' | 'int' | 'long' | 'objectId' | 'string';

/** `$convert` takes names and the numbers of BSON's types. */
const targets: ReadonlyMap<Result, Target> = new Map<Result, Target>([
  ...(['bool', 'date', 'decimal', 'double', 'int', 'long', 'objectId', 'string'] as const).map(
    (name): [Result, Target] => [name, name],
  ),
  [1, 'double'],
  [2, 'string'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [16, 'int'],
  [18, 'long'],
  [19, 'decimal'],
]);

const unsupported = (name: string, value: Result, target: Target): DatabaseError =>
  refused('Unsupported conversion from', `${kindOf(value)} to ${target} in ${name} with no onError value`);

const largest: Readonly<Partial<Record<Target, number>>> = { int: 2 ** 31, long: 2 ** 63 };

function toNumber(name: string, value: Result, target: Target): number {
  const isWhole = target === 'int' || target === 'long';
  const read = (): number => {
    if (typeof value === 'boolean') return Number(value);
    if (typeof value === 'number') return isWhole ? Math.trunc(value) : value;
    if (value instanceof Date && target !== 'int') return value.getTime();
    if (typeof value !== 'string') throw unsupported(name, value, target);
    if (isWhole ? /^[+-]?\d+$/.test(value) : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return Number(value);
    throw refused('Failed to parse number', `'${value}' in ${name} with no onError value`);
  };
  const number = read();
  const bound = largest[target] ?? Infinity;
  const isInside = bound === Infinity || (number >= -bound && number < bound);
  if (!isInside)
    throw refused('Conversion would overflow target type', `in ${name} with no onError value: ${String(number)}`);
  return number;
}

function toDate(name: string, value: Result): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (typeof value === 'number') return new Date(Math.trunc(value));
  if (typeof value !== 'string') throw unsupported(name, value, 'date');
  const read = readDateText(value, undefined);
  if ('moment' in read) return new Date(read.moment);
  throw refused(read.reason, `in ${name} with no onError value`);
}

function toObjectId(name: string, value: Result): ObjectId {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw unsupported(name, value, 'objectId');
  if (/^[\da-f]{24}$/i.test(value)) return new ObjectId(value);
  throw refused('Failed to parse objectId', `'${value}' in ${name} with no onError value`);
}

function toText(name: string, value: Result): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unsupported(name, value, 'string');
}

function converted(name: string, value: Result, target: Target): Result {
  if (target === 'bool') return value !== 0 && value !== false;
  if (target === 'date') return toDate(name, value);
  if (target === 'objectId') return toObjectId(name, value);
  return target === 'string' ? toText(name, value) : toNumber(name, value, target);
}

const to = (target: Target): Operator => nullable(1, ([value], name) => converted(name, value, target));

const convert = naming(['input', 'to'], ['onError', 'onNull'], (parts, scope, name) => {
  const input = parts.value('input', scope);
  const wanted = parts.value('to', scope);
  if (isNullish(input)) return parts.has('onNull') ? parts.value('onNull', scope) : null;
  if (isNullish(wanted)) return null;
  const target = targets.get(wanted);
  if (target === undefined) throw refused('Unknown type name:', `${JSON.stringify(wanted)} in ${name}`);
  try {
    return converted(name, input, target);
  } catch (error) {
    if (error instanceof DatabaseError && parts.has('onError')) return parts.value('onError', scope);
    throw error;
  }
});

/** Operators that turn a value into another kind. Null and a missing value give null. */
export const conversions: Readonly<Record<string, Operator>> = {
  $convert: convert,
  $toBool: to('bool'),
  $toDate: to('date'),
  $toDecimal: to('decimal'),
  $toDouble: to('double'),
  $toInt: to('int'),
  $toLong: to('long'),
  $toObjectId: to('objectId'),
  $toString: to('string'),
};
