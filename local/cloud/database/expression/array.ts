import { equalValues } from '../values/compare';
import { isFields, type Fields, type Value } from '../values/value';
import { isNullish, refused, type Operator, type Result } from './expression';
import { any, namedParts, nullable, taking } from './forms';
import { arrayOf, integerOf, kindOf } from './kinds';

/** `[list, at]`: counted from the end where it is negative; nothing where the list has no such element. */
const elementAt: Operator = nullable(2, ([list, at], name) => {
  const items = arrayOf(name, list, 'first argument');
  const position = integerOf(name, at, 'second argument');
  return items[position < 0 ? items.length + position : position];
});

/** Of pairs `[key, value]` or of `{ k, v }`; of a key that repeats the last value stays, at the first place. */
const toObject: Operator = nullable(1, ([list], name) => {
  const items = arrayOf(name, list);
  const result: Fields = {};
  const arePairs = Array.isArray(items[0]);
  for (const item of items) {
    const [key, value] = arePairs ? pairOf(name, item) : entryOf(name, item);
    if (typeof key !== 'string') throw refused(name, `requires keys that are strings, found: ${kindOf(key)}`);
    if (key === '__proto__') throw refused(name, `does not take the key ${key}`);
    if (value !== undefined) result[key] = value;
  }
  return result;
});

function pairOf(name: string, item: Value): [Result, Result] {
  if (!Array.isArray(item) || item.length !== 2)
    throw refused(name, 'requires an array of size 2 arrays, found another element');
  return [item[0], item[1]];
}

function entryOf(name: string, item: Value): [Result, Result] {
  if (!isFields(item) || Object.keys(item).length !== 2 || !('k' in item) || !('v' in item))
    throw refused(name, "requires an object with keys 'k' and 'v', found another element");
  return [item['k'], item['v']];
}

/** `[list, value, start?, end?]`: the first place of an equal element, -1 where there is none. */
const indexOf: Operator = taking([2, 4], (values, name) => {
  const [list, wanted, start, end] = values;
  if (isNullish(list)) return null;
  const items = arrayOf(name, list, 'first argument');
  const from = values.length > 2 ? bound(name, start, 'starting') : 0;
  const to = values.length > 3 ? bound(name, end, 'ending') : items.length;
  for (let at = from; at < Math.min(to, items.length); at++) if (equalValues(items[at], wanted)) return at;
  return -1;
});

function bound(name: string, value: Result, which: string): number {
  const position = integerOf(name, value, `${which} index`);
  if (position < 0) throw refused(name, `requires a nonnegative ${which} index, found: ${String(position)}`);
  return position;
}

/** `[start, end, step?]`: whole numbers from the start to before the end. */
const range: Operator = taking([2, 3], (values, name) => {
  const [start, end, step] = [values[0], values[1], values.length > 2 ? values[2] : 1].map((value) =>
    integerOf(name, value, 'argument'),
  );
  if (start === undefined || end === undefined || step === undefined) return null;
  if (step === 0) throw refused(name, 'requires a non-zero step value');
  const numbers: number[] = [];
  for (let next = start; step > 0 ? next < end : next > end; next += step) numbers.push(next);
  return numbers;
});

/** `[list, count]` from either end, or `[list, position, count]`. */
const slice: Operator = nullable([2, 3], (values, name) => {
  const items = arrayOf(name, values[0], 'first argument');
  const first = integerOf(name, values[1], 'second argument');
  if (values.length === 2) return first < 0 ? items.slice(first) : items.slice(0, first);
  const count = integerOf(name, values[2], 'third argument');
  if (count <= 0) throw refused(`Third argument to ${name}`, `must be positive: ${String(count)}`);
  const from = first < 0 ? Math.max(items.length + first, 0) : first;
  return items.slice(from, from + count);
});

/** `{ inputs, useLongestLength?, defaults? }`: the first elements together, then the second ones. */
const zip: Operator = (argument, compiler, name) => {
  const {
    inputs,
    defaults,
    useLongestLength = false,
  } = namedParts(name, argument, ['inputs'], ['useLongestLength', 'defaults']);
  if (!Array.isArray(inputs) || inputs.length === 0) throw refused(name, 'inputs must be an array of expressions');
  if (typeof useLongestLength !== 'boolean') throw refused(name, 'useLongestLength must be a bool');
  if (defaults !== undefined && (!Array.isArray(defaults) || defaults.length !== inputs.length))
    throw refused(name, 'defaults and inputs must have the same length');
  if (defaults !== undefined && !useLongestLength)
    throw refused(name, 'cannot specify defaults unless useLongestLength is true');
  const lists = inputs.map((input) => compiler.compile(input));
  const fallbacks = Array.isArray(defaults) ? defaults.map((each) => compiler.compile(each)) : [];
  return (scope) => {
    const found = lists.map((list) => list(scope));
    if (found.some(isNullish)) return null;
    const arrays = found.map((list) => arrayOf(name, list, 'inputs'));
    const lengths = arrays.map(({ length }) => length);
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_unused, at) =>
      arrays.map((items, of) => (at < items.length ? items[at] : fallbacks[of]?.(scope)) ?? null),
    );
  };
};

const end = (at: 0 | -1): Operator => nullable(1, ([list], name) => arrayOf(name, list).at(at));

/** Operators over arrays. Null or a missing field where the array is expected gives null, unless a line says more. */
export const arrays: Readonly<Record<string, Operator>> = {
  $arrayElemAt: elementAt,
  $arrayToObject: toObject,
  $concatArrays: nullable(any, (values, name) => values.flatMap((value) => arrayOf(name, value, 'arguments'))),
  $first: end(0),
  $last: end(-1),
  // the list must be one: null and a missing field are refused
  $in: taking(2, ([wanted, list], name) =>
    arrayOf(name, list, 'second argument').some((item) => equalValues(item, wanted)),
  ),
  $indexOfArray: indexOf,
  $isArray: taking(1, ([value]) => Array.isArray(value)),
  $range: range,
  $reverseArray: nullable(1, ([list], name) => [...arrayOf(name, list)].reverse()),
  // so is null here
  $size: taking(1, ([list], name) => {
    if (Array.isArray(list)) return list.length;
    throw refused(`The argument to ${name}`, `must be an array, but was of type: ${kindOf(list)}`);
  }),
  $slice: slice,
  $zip: zip,
};
