import type { Binary, ObjectId } from 'bson';

/**
 * Everything that a document may hold. Numbers are plain: what the SDK sends as int, long or double is one kind here.
 */
export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Binary | Value[] | Fields;

/** A plain object: a document, a sub-document, a filter, an update. */
export interface Fields {
  [name: string]: Value;
}

/** A document that has its identity. */
export interface StoredDocument extends Fields {
  readonly _id: Value;
}

// Looked up once: this is asked for every value of every document.
const { getPrototypeOf, prototype: objectPrototype } = Object;
const { isArray } = Array;

/** True for a plain object, of any realm; false for arrays, dates, regular expressions and ids. */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || isArray(value)) return false;
  const prototype: unknown = getPrototypeOf(value);
  return prototype === objectPrototype || prototype === null || getPrototypeOf(prototype) === null;
}

export function isStored(document: Fields): document is StoredDocument {
  return document['_id'] !== undefined;
}

/** True for `{ $gt: 1, … }`: an object that holds operators rather than a value. */
export function isOperators(value: Value | undefined): value is Fields {
  if (!isFields(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$');
}

/** A copy that shares nothing that can be changed; fields that are undefined are left out, as the SDK does. */
export function cloneValue<T extends Value>(value: T): T;
export function cloneValue(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return value.map((item) => cloneValue(item));
  if (value instanceof Date) return new Date(value);
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const name in value) {
    if (!Object.hasOwn(value, name)) continue;
    const child: Value | undefined = value[name];
    if (child !== undefined) copy[name] = cloneValue(child);
  }
  return copy;
}
