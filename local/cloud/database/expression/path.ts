import { isFields, type Value } from '../values/value';
import type { Result } from './expression';

/**
 * What a field path of an expression leads to. An array on the way gives an array of what its sub-documents have
 * there; a number is no position (`$list.0` of an array of texts is an empty array).
 */
export function follow(value: Result, parts: readonly string[], at = 0): Result {
  const part = parts[at];
  if (part === undefined) return value;
  if (Array.isArray(value)) return followEach(value, parts, at);
  return isFields(value) && Object.hasOwn(value, part) ? follow(value[part], parts, at + 1) : undefined;
}

function followEach(items: readonly Value[], parts: readonly string[], at: number): Value[] {
  const found: Value[] = [];
  for (const item of items) {
    const inner = isFields(item) ? follow(item, parts, at) : undefined;
    if (inner !== undefined) found.push(inner);
  }
  return found;
}
