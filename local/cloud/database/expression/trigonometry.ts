import { refused, type Operator } from './expression';
import { nullable } from './forms';
import { numberOf } from './kinds';

/** Over one number, in radians. @throws DatabaseError for another kind, and for a number outside of its domain */
const of = (compute: (value: number) => number, domain: readonly [number, number] = [-Infinity, Infinity]): Operator =>
  nullable(1, ([given], name) => {
    const value = numberOf(name, given);
    const [least, most] = domain;
    if (value < least || value > most)
      throw refused(
        `cannot apply ${name} to`,
        `${String(value)}, value must be in [${String(least)},${String(most)}]`.replaceAll('Infinity', 'inf'),
      );
    return compute(value);
  });

/** An infinite angle has neither sine nor cosine nor tangent. */
const finite: readonly [number, number] = [-Number.MAX_VALUE, Number.MAX_VALUE];

/** Operators over angles. Null or a missing field gives null. */
export const trigonometry: Readonly<Record<string, Operator>> = {
  $acos: of(Math.acos, [-1, 1]),
  $acosh: of(Math.acosh, [1, Infinity]),
  $asin: of(Math.asin, [-1, 1]),
  $asinh: of(Math.asinh),
  $atan: of(Math.atan),
  $atan2: nullable(2, ([y, x], name) => Math.atan2(numberOf(name, y), numberOf(name, x))),
  $atanh: of(Math.atanh, [-1, 1]),
  $cos: of(Math.cos, finite),
  $cosh: of(Math.cosh),
  $degreesToRadians: of((degrees) => degrees * (Math.PI / 180)),
  $radiansToDegrees: of((radians) => radians * (180 / Math.PI)),
  $sin: of(Math.sin, finite),
  $sinh: of(Math.sinh),
  $tan: of(Math.tan, finite),
  $tanh: of(Math.tanh),
};
