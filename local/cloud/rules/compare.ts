import { compareValues, equalValues, rankOf } from '../database/values/compare';
import type { Value } from '../database/values/value';
import type { Demand } from './conditions';
import type { Comparison } from './expression';

/** Compares two values that are known. What is missing equals null; different kinds are neither less nor more. */
export function compareKnown(sign: Comparison, left: Value, right: Value): boolean {
  if (sign === '==') return equalValues(left, right);
  if (sign === '!=') return !equalValues(left, right);
  if (sign === 'in') return holds(right, left);
  if (rankOf(left) !== rankOf(right) || left === null) return false;
  const order = compareValues(left, right);
  return sign === '<' ? order < 0 : sign === '<=' ? order <= 0 : sign === '>' ? order > 0 : order >= 0;
}

/** A list holds its items; what a query says of one value, it also says of a list that has it. */
function holds(list: Value, item: Value): boolean {
  return Array.isArray(list) ? list.some((each) => equalValues(each, item)) : list !== null && equalValues(list, item);
}

/**
 * Compares a field of which a query only demands something with a value: true or false where this follows for every
 * document that fits, undefined else.
 */
export function compareDemanded(sign: Comparison, demands: readonly Demand[], value: Value): boolean | undefined {
  switch (sign) {
    case '==':
      return demands.some((demand) => excludes(demand, value)) ? false : undefined;
    case '!=':
      return demands.some((demand) => excludes(demand, value)) ? true : undefined;
    case '>':
    case '>=':
    case '<':
    case '<=':
      return eitherWay(demands, value, boundsOf[sign]);
    default:
      return Array.isArray(value) && value.every((item) => demands.some((demand) => excludes(demand, item)))
        ? false
        : undefined;
  }
}

/** True where a list surely has an item: `_.all` demands it. */
export function demandsItem(demands: readonly Demand[], item: Value): true | undefined {
  const isDemanded = demands.some(({ operator, value }) => operator === '$all' && holds(value, item));
  return isDemanded ? true : undefined;
}

interface Bounds {
  /** Demands from which the comparison follows when they lie on its side of the value, */
  readonly sure: readonly Demand['operator'][];
  /** but not this one at the value itself. */
  readonly strict: Demand['operator'] | undefined;
  /** Demands from which its contrary follows, */
  readonly never: readonly Demand['operator'][];
  /** but not this one at the value itself. */
  readonly open: Demand['operator'] | undefined;
}

const above = ['$gt', '$gte'] as const;
const below = ['$lt', '$lte'] as const;
const boundsOf: Readonly<Record<'>' | '>=' | '<' | '<=', Bounds>> = {
  '>': { sure: above, strict: '$gte', never: below, open: undefined },
  '>=': { sure: above, strict: undefined, never: below, open: '$lte' },
  '<': { sure: below, strict: '$lte', never: above, open: undefined },
  '<=': { sure: below, strict: undefined, never: above, open: '$gte' },
};

function eitherWay(demands: readonly Demand[], value: Value, bounds: Bounds): boolean | undefined {
  const upward = bounds.sure[0] === '$gt' ? 1 : -1;
  for (const { operator, value: bound } of demands) {
    if (rankOf(bound) !== rankOf(value)) continue;
    const side = compareValues(bound, value) * upward;
    if (bounds.sure.includes(operator) && (side > 0 || (side === 0 && operator !== bounds.strict))) return true;
    if (bounds.never.includes(operator) && (side < 0 || (side === 0 && operator !== bounds.open))) return false;
  }
  return undefined;
}

/** Whether no document that fits the demand has this value. */
function excludes({ operator, value: bound }: Demand, value: Value): boolean {
  if (operator === '$ne') return equalValues(bound, value);
  if (operator === '$nin') return holds(bound, value);
  if (operator === '$all' || rankOf(bound) !== rankOf(value)) return false;
  const side = compareValues(value, bound);
  if (operator === '$gt') return side <= 0;
  if (operator === '$gte') return side < 0;
  return operator === '$lt' ? side >= 0 : side > 0;
}
