import { encodeValue } from '../values/key-encoding';
import type { Value } from '../values/value';
import { refused, type Operator, type Result } from './expression';
import { any, nullable, taking } from './forms';
import { kindOf } from './kinds';

/** The elements of an array, each once, by what makes them equal. */
function setOf(name: string, value: Result): Map<string, Value> {
  if (!Array.isArray(value))
    throw refused(`All operands of ${name}`, `must be arrays. One argument is of type: ${kindOf(value)}`);
  const set = new Map<string, Value>();
  for (const item of value) {
    const key = encodeValue(item).toString('latin1');
    if (!set.has(key)) set.set(key, item);
  }
  return set;
}

const setsOf = (name: string, values: readonly Result[]): Map<string, Value>[] =>
  values.map((value) => setOf(name, value));

/** Operators over arrays as sets: what repeats counts once, order does not count. */
export const sets: Readonly<Record<string, Operator>> = {
  $setDifference: nullable(2, ([left, right], name) => {
    const without = setOf(name, right);
    return [...setOf(name, left)].filter(([key]) => !without.has(key)).map(([, item]) => item);
  }),
  // null is refused here and in $setIsSubset
  $setEquals: taking([2, Infinity], (values, name) => {
    const [first, ...others] = setsOf(name, values);
    return others.every((other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)));
  }),
  $setIntersection: nullable(any, (values, name) => {
    const [first, ...others] = setsOf(name, values);
    return [...(first ?? [])].filter(([key]) => others.every((other) => other.has(key))).map(([, item]) => item);
  }),
  $setIsSubset: taking(2, ([left, right], name) => {
    const whole = setOf(name, right);
    return [...setOf(name, left).keys()].every((key) => whole.has(key));
  }),
  $setUnion: nullable(any, (values, name) => {
    const all = new Map<string, Value>();
    for (const set of setsOf(name, values)) for (const [key, item] of set) if (!all.has(key)) all.set(key, item);
    return [...all.values()];
  }),
};
