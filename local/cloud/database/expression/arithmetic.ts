import type { Operator, Result } from './expression';
import { isNullish, refused } from './expression';
import { any, nullable, taking } from './forms';
import { kindOf, numberOf } from './kinds';

const of = (compute: (value: number) => number): Operator =>
  nullable(1, ([value], name) => compute(numberOf(name, value)));

/** A moment and numbers add up to a moment; a second moment is refused. */
function add(values: readonly Result[], name: string): Result {
  if (values.some(isNullish)) return null;
  let sum = 0;
  let isMoment = false;
  for (const value of values) {
    if (value instanceof Date) {
      if (isMoment) throw refused('only one date allowed in an', `${name} expression`);
      isMoment = true;
    } else if (typeof value !== 'number')
      throw refused(name, `only supports numeric or date types, not ${kindOf(value)}`);
    sum += Number(value);
  }
  return isMoment ? new Date(Math.trunc(sum)) : sum;
}

function subtract([left, right]: readonly Result[], name: string): Result {
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (left instanceof Date && typeof right === 'number') return new Date(left.getTime() - Math.trunc(right));
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  throw refused(`can't ${name}`, `a ${kindOf(right)} from a ${kindOf(left)}`);
}

function pair(name: string, values: readonly Result[]): [number, number] {
  const [left, right] = values;
  if (typeof left === 'number' && typeof right === 'number') return [left, right];
  throw refused(name, `only supports numeric types, not ${kindOf(left)} and ${kindOf(right)}`);
}

function pow(values: readonly Result[], name: string): number {
  const [base, exponent] = pair(name, values);
  if (base === 0 && exponent < 0) throw refused(name, 'cannot raise 0 to a negative exponent');
  return base ** exponent;
}

function log(values: readonly Result[], name: string): number {
  const [value, base] = pair(name, values);
  if (value <= 0) throw refused(`${name}'s argument`, `must be a positive number, but is ${String(value)}`);
  if (base <= 0 || base === 1)
    throw refused(`${name}'s base`, `must be a positive number not equal to 1, but is ${String(base)}`);
  return Math.log(value) / Math.log(base);
}

const positive = (compute: (value: number) => number): Operator =>
  nullable(1, ([given], name) => {
    const value = numberOf(name, given);
    if (value <= 0) throw refused(`${name}'s argument`, `must be a positive number, but is ${String(value)}`);
    return compute(value);
  });

/** One argument, or a number and the places to keep, which may be negative. */
const toPlaces = (compute: (value: number) => number): Operator =>
  nullable([1, 2], ([value, places = 0], name) => {
    const number = numberOf(name, value);
    const kept = numberOf(name, places);
    if (!Number.isInteger(kept) || kept < -20 || kept > 100)
      throw refused(`cannot apply ${name} with precision`, `value ${String(kept)} value must be in [-20, 100]`);
    return atPlaces(number, kept, compute);
  });

/** Moves the point as text: 1.005 has the places that it is written with. */
function atPlaces(value: number, places: number, compute: (value: number) => number): number {
  if (!Number.isFinite(value)) return value;
  if (places === 0) return compute(value);
  return shifted(compute(shifted(value, places)), -places);
}

function shifted(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${String(Number(exponent) + places)}`);
}

/** A half goes to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Operators over numbers. Null or a missing field among the arguments gives null; another kind is refused. */
export const arithmetic: Readonly<Record<string, Operator>> = {
  $abs: of(Math.abs),
  $add: taking(any, add),
  $ceil: of(Math.ceil),
  $divide: nullable(2, (values, name) => {
    const [left, right] = pair(name, values);
    if (right === 0) throw refused("can't", `${name} by zero`);
    return left / right;
  }),
  $exp: of(Math.exp),
  $floor: of(Math.floor),
  $ln: positive(Math.log),
  $log: nullable(2, log),
  $log10: positive(Math.log10),
  $mod: nullable(2, (values, name) => {
    const [left, right] = pair(name, values);
    if (right === 0) throw refused("can't", `${name} by zero`);
    return left % right;
  }),
  $multiply: nullable(any, (values, name) =>
    values.reduce<number>((product, value) => product * numberOf(name, value), 1),
  ),
  $pow: nullable(2, pow),
  $round: toPlaces(roundHalfEven),
  $sqrt: nullable(1, ([given], name) => {
    const value = numberOf(name, given);
    if (value < 0) throw refused(`${name}'s argument`, 'must be greater than or equal to 0');
    return Math.sqrt(value);
  }),
  $subtract: nullable(2, subtract),
  $trunc: toPlaces(Math.trunc),
};
