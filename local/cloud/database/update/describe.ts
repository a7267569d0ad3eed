import { rank, rankOf } from '../values/compare';
import { writeEjson } from '../values/ejson';
import type { Value } from '../values/value';

const names: Readonly<Record<number, string>> = {
  [rank.null]: 'null',
  [rank.text]: 'string',
  [rank.fields]: 'object',
  [rank.array]: 'array',
  [rank.binary]: 'binData',
  [rank.objectId]: 'objectId',
  [rank.boolean]: 'bool',
  [rank.date]: 'date',
  [rank.regex]: 'regex',
};

/** The name that mongod's messages give to a value's kind. */
export function describeType(value: Value): string {
  if (typeof value !== 'number') return names[rankOf(value)] ?? 'object';
  return Number.isInteger(value) ? (Math.abs(value) < 2 ** 31 ? 'int' : 'long') : 'double';
}

/** A value as mongod's messages print it, near enough. */
export function printValue(value: Value): string {
  return typeof value === 'object' && value !== null ? writeEjson(value) : JSON.stringify(value);
}
