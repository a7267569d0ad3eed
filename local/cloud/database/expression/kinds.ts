import { Binary, ObjectId } from 'bson';
import type { Value } from '../values/value';
import { refused, type Result } from './expression';

const int = 2 ** 31;

/**
 * The name of a value's kind as `$type` gives it. Numbers are one kind in this database: whole ones are `int` or
 * `long` by their size, others `double`.
 */
export function kindOf(value: Result): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return kindOfNumber(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof ObjectId) return 'objectId';
  return value instanceof Binary ? 'binData' : 'object';
}

function kindOfNumber(value: number): string {
  if (!Number.isInteger(value)) return 'double';
  return value >= -int && value < int ? 'int' : Number.isSafeInteger(value) ? 'long' : 'double';
}

/** Everything is true but false, null, 0 and what is missing; an empty text and an empty array are true. */
export function isTrue(value: Result): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/** The text of a value where an operator takes more than texts; null and missing are the empty text. */
export function textOf(name: string, value: Result): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw refused(name, `can't convert from BSON type ${kindOf(value)} to String`);
}

/** @throws DatabaseError unless the value is a number */
export function numberOf(name: string, value: Result): number {
  if (typeof value === 'number') return value;
  throw refused(name, `only supports numeric types, not ${kindOf(value)}`);
}

/** @throws DatabaseError unless the value is a whole number */
export function integerOf(name: string, value: Result, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw refused(name, `requires an integral ${what}, found a value of type: ${kindOf(value)}`);
}

/** @throws DatabaseError unless the value is an array */
export function arrayOf(name: string, value: Result, what = 'argument'): Value[] {
  if (Array.isArray(value)) return value;
  throw refused(name, `requires an array as its ${what}, found: ${kindOf(value)}`);
}
