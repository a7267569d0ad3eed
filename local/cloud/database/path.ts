import { emptyArray, type IndexValue } from './key-encoding';
import { isFields, type Value } from './value';

const digits = /^\d+$/;

/** What a condition on a dotted path looks at; `undefined` stands for a missing field. */
export interface PathValues {
  /** elements of an array at the end of the path, then the array itself */
  each: (Value | undefined)[];
  /** what stands at the end of the path, arrays as a whole */
  whole: (Value | undefined)[];
}

/** Follows a path; at an array in between each element is followed. */
export function valuesAt(document: Value, path: string): PathValues {
  const whole: (Value | undefined)[] = [];
  collect(document, path.split('.'), 0, whole);
  return { whole, each: whole.some(Array.isArray) ? whole.flatMap((value) => (Array.isArray(value) ? [...value, value] : [value])) : whole };
}

function collect(value: Value | undefined, parts: readonly string[], at: number, found: (Value | undefined)[]): void {
  const part = parts[at];
  if (part === undefined) found.push(value);
  else if (Array.isArray(value)) {
    for (const item of value) if (isFields(item)) collect(own(item, part), parts, at + 1, found);
    if (digits.test(part) && Number(part) < value.length) collect(value[Number(part)], parts, at + 1, found);
  } else {
    collect(isFields(value) ? own(value, part) : undefined, parts, isFields(value) ? at + 1 : parts.length, found);
  }
}

function own(fields: { [name: string]: Value; }, name: string): Value | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The value at the end of a path through plain objects; arrays are not entered. */
export function valueAt(document: Value, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const part of path.split('.')) value = isFields(value) ? own(value, part) : undefined;
  return value;
}

export interface IndexedPath {
  values: IndexValue[];
  /** paths that turned out to be arrays, e.g. `a` for the path `a.b` in `{ a: [{ b: 1 }] }` */
  arrays: string[];
  /** false when the field is missing everywhere */
  present: boolean;
}

/** The values that an index keeps for a path: one for each element of an array, null for what is missing. */
export function indexedPath(document: Value, path: string): IndexedPath {
  const result: IndexedPath = { values: [], arrays: [], present: false };
  gather(document, path.split('.'), 0, result);
  return result;
}

function gather(value: Value | undefined, parts: readonly string[], at: number, result: IndexedPath): void {
  const part = parts[at];
  if (part === undefined) return gatherEnd(value, parts, result);
  if (Array.isArray(value)) return gatherArray(value, parts, at, result);
  if (isFields(value)) return gather(own(value, part), parts, at + 1, result);
  result.values.push(undefined);
}

function gatherEnd(value: Value | undefined, parts: readonly string[], result: IndexedPath): void {
  if (value !== undefined) result.present = true;
  if (!Array.isArray(value)) {
    result.values.push(value);
    return;
  }
  result.arrays.push(parts.join('.'));
  if (value.length === 0) result.values.push(emptyArray);
  else result.values.push(...value);
}

function gatherArray(value: readonly Value[], parts: readonly string[], at: number, result: IndexedPath): void {
  const part = parts[at] ?? '';
  const prefix = parts.slice(0, at).join('.');
  if (digits.test(part) && Number(part) < value.length) return gather(value[Number(part)], parts, at + 1, result);
  result.arrays.push(prefix);
  if (value.length === 0) result.values.push(undefined);
  for (const item of value) {
    if (isFields(item)) gather(own(item, part), parts, at + 1, result);
    else result.values.push(undefined);
  }
}
