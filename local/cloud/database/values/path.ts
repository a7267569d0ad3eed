import { isFields, type Value } from './value';

const digits = /^\d+$/;

/** What a condition on a dotted path tests; `undefined` stands for a missing field. */
export interface PathValues {
  /** Elements of an array at the end of the path, then the array itself. */
  readonly each: (Value | undefined)[];
  /** What stands at the end of the path, arrays as a whole. */
  readonly whole: (Value | undefined)[];
}

/** Follows a path; at an array in between each element is followed. */
export function valuesAt(document: Value, path: string): PathValues {
  const whole: (Value | undefined)[] = [];
  collectValues(document, path.split('.'), 0, whole);
  return {
    whole,
    each: whole.some(Array.isArray)
      ? whole.flatMap((value) => (Array.isArray(value) ? [...value, value] : [value]))
      : whole,
  };
}

function collectValues(
  value: Value | undefined,
  parts: readonly string[],
  at: number,
  found: (Value | undefined)[],
): void {
  const part = parts[at];
  if (part === undefined) found.push(value);
  else if (Array.isArray(value)) {
    for (const item of value) if (isFields(item)) collectValues(ownField(item, part), parts, at + 1, found);
    if (digits.test(part) && Number(part) < value.length) collectValues(value[Number(part)], parts, at + 1, found);
  } else {
    collectValues(
      isFields(value) ? ownField(value, part) : undefined,
      parts,
      isFields(value) ? at + 1 : parts.length,
      found,
    );
  }
}

function ownField(fields: { [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** What a join compares: what stands at the end of a path, the elements of an array one by one. */
export function elementsAt(document: Value, path: string): (Value | undefined)[] {
  return valuesAt(document, path).whole.flatMap((value) => (Array.isArray(value) ? value : [value]));
}

/** The value at the end of a path through plain objects; arrays are not entered. */
export function valueAt(document: Value, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const part of path.split('.')) value = isFields(value) ? ownField(value, part) : undefined;
  return value;
}
