import type { Plan } from '../planner/plan';
import { isFields, isOperators, type Fields, type Value } from '../values/value';

/** What a filter demands of each field; several conditions where `$and` names one field more than once. */
type Conditions = Map<string, Value[]>;

/** Undefined where a filter says more than conditions of fields that all have to hold. */
function conditionsOf(filter: Fields, found: Conditions = new Map()): Conditions | undefined {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and') {
      const parts = Array.isArray(condition) ? condition : [condition];
      if (!parts.every((part) => isFields(part) && conditionsOf(part, found) !== undefined)) return undefined;
    } else if (name.startsWith('$')) return undefined;
    else found.set(name, [...(found.get(name) ?? []), condition]);
  }
  return found;
}

/**
 * Single values are asked for and, behind them, a span of texts or moments, all of them in the part of the key that
 * they bound: whatever has such a key is the answer, and need not be read. An index that has met an array says only of
 * some element what it is.
 */
export function isAnsweredByKeys(plan: Plan, filter: Fields): boolean {
  if (plan.kind !== 'index' || plan.ranges.length !== 1 || plan.index.arrayPaths.size > 0) return false;
  const conditions = conditionsOf(filter);
  if (conditions === undefined || plan.index.fields.length < conditions.size) return false;
  const leading = plan.index.fields.slice(0, conditions.size);
  return leading.every(({ name, direction }, at) => {
    const given = conditions.get(name) ?? [];
    if (direction === '2dsphere' || given.length === 0) return false;
    const isLast = at === leading.length - 1;
    return (given.length === 1 && given.every(isPoint)) || (isLast && given.every(isSpan));
  });
}

/** As it is, or as the SDK sends it. */
function isPoint(condition: Value): boolean {
  const isWrapped = isFields(condition) && '$eq' in condition && Object.keys(condition).length === 1;
  const value = isWrapped ? condition['$eq'] : condition;
  return typeof value === 'string' || typeof value === 'boolean';
}

const comparisons: ReadonlySet<string> = new Set(['$gt', '$gte', '$lt', '$lte']);
const isEdge = (value: Value | undefined): boolean => typeof value === 'string' || value instanceof Date;

/** Texts or moments from or to one. */
function isSpan(condition: Value): boolean {
  if (!isFields(condition) || !isOperators(condition)) return false;
  return Object.entries(condition).every(([operator, edge]) => comparisons.has(operator) && isEdge(edge));
}
