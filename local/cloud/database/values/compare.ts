import { Binary, ObjectId } from 'bson';
import type { Fields, Value } from './value';

/** Place of each kind of value in BSON's order; the numbers are also the first byte of an index key. */
export const rank = {
  emptyArray: 0x03,
  null: 0x05,
  number: 0x0a,
  text: 0x0f,
  fields: 0x14,
  array: 0x19,
  binary: 0x1e,
  objectId: 0x23,
  boolean: 0x28,
  date: 0x2d,
  regex: 0x37,
} as const;

/** BSON's rank of a value; what is missing ranks as null. */
export function rankOf(value: Value | undefined): number {
  if (value === null || value === undefined) return rank.null;
  if (typeof value === 'number') return rank.number;
  if (typeof value === 'string') return rank.text;
  if (typeof value === 'boolean') return rank.boolean;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  if (value instanceof RegExp) return rank.regex;
  if (value instanceof ObjectId) return rank.objectId;
  if (value instanceof Binary) return rank.binary;
  return rank.fields;
}

/** Compares two values as MongoDB does across all kinds: negative, zero or positive. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const difference = rankOf(a) - rankOf(b);
  return difference !== 0 ? difference : compareSameKind(a, b);
}

/** Equality as MongoDB sees it: sub-documents equal only with the same fields in the same order. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  return compareValues(a, b) === 0;
}

function compareSameKind(a: Value | undefined, b: Value | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof RegExp && b instanceof RegExp)
    return compareText(a.source, b.source) || compareText(a.flags, b.flags);
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  if (rankOf(a) === rank.fields) return compareFields(a, b);
  return 0;
}

/** NaN is the smallest number and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of the UTF-8 bytes, which differs from UTF-16 order where one side is a surrogate. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codeUnitWeight(left) - codeUnitWeight(right);
  }
  return a.length - b.length;
}

function codeUnitWeight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = compareValues(a[at], b[at]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.buffer, b.buffer);
}

function compareFields(a: Value | undefined, b: Value | undefined): number {
  const left = entriesOf(a);
  const right = entriesOf(b);
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = compareEntry(left[at], right[at]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareEntry(left: [string, Value] | undefined, right: [string, Value] | undefined): number {
  if (left === undefined || right === undefined) return 0;
  return rankOf(left[1]) - rankOf(right[1]) || compareText(left[0], right[0]) || compareValues(left[1], right[1]);
}

function entriesOf(value: Value | undefined): [string, Value][] {
  const isObject = (candidate: Value | undefined): candidate is Fields => rankOf(candidate) === rank.fields;
  return isObject(value) ? Object.entries(value) : [];
}
