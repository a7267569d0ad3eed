import { coverBoxes } from '../geo/cells';
import { readRegion } from '../geo/region';
import { rank } from '../values/compare';
import { emptyArray, encodeValue, type IndexValue } from '../values/key-encoding';
import { isFields, isOperators, type Fields, type Value } from '../values/value';
import {
  comparisonInterval,
  encodedPoint,
  pointInterval,
  prefixInterval,
  textPrefixInterval,
  unite,
  type Interval,
} from './intervals';
import { literalPrefix } from './regex-prefix';

/** What must hold of one path: each entry by itself is a set of intervals that some value of the path lies in. */
export type Constraints = Map<string, Interval[][]>;

/** A filter taken apart for planning; it is never more than what the filter demands. */
export interface FilterShape {
  readonly constraints: Constraints;
  /** Areas that a geometry must lie in, as intervals of cells. */
  readonly areas: Map<string, Interval[]>;
  /** Each `$or`, of which one branch must hold. */
  readonly alternatives: Fields[][];
}

/**
 * Reads what an index can use of a filter: equality, ranges, `$in`, prefixes, `$elemMatch`, areas, and all that under
 * `$and`.
 */
export function shapeOf(filter: Fields): FilterShape {
  const shape: FilterShape = { constraints: new Map(), areas: new Map(), alternatives: [] };
  readFilter(filter, '', shape);
  return shape;
}

function readFilter(filter: Fields, prefix: string, shape: FilterShape): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      condition.filter(isFields).forEach((part) => {
        readFilter(part, prefix, shape);
      });
    } else if (name === '$or' && Array.isArray(condition) && prefix === '') {
      shape.alternatives.push(condition.filter(isFields));
    } else if (!name.startsWith('$')) readCondition(`${prefix}${name}`, condition, shape);
  }
}

function readCondition(path: string, condition: Value, shape: FilterShape): void {
  if (!isOperators(condition)) return constrain(shape, path, equality(condition));
  for (const [operator, argument] of Object.entries(condition)) {
    if (operator === '$elemMatch') readElement(path, argument, shape);
    else if (operator === '$geoWithin' || operator === '$geoIntersects' || operator === '$within')
      readArea(path, operator, argument, shape);
    else constrain(shape, path, readers[operator]?.(argument));
  }
}

function constrain(shape: FilterShape, path: string, intervals: Interval[] | undefined): void {
  if (intervals === undefined) return;
  const known = shape.constraints.get(path);
  if (known === undefined) shape.constraints.set(path, [intervals]);
  else known.push(intervals);
}

/** A condition on elements bounds the array's own path, or the paths of the elements' fields. */
function readElement(path: string, argument: Value, shape: FilterShape): void {
  if (!isFields(argument)) return;
  if (!isOperators(argument)) return readFilter(argument, `${path}.`, shape);
  const inner: FilterShape = { constraints: new Map(), areas: new Map(), alternatives: [] };
  readCondition(path, argument, inner);
  for (const intervals of inner.constraints.get(path) ?? []) constrain(shape, path, intervals);
}

function readArea(path: string, operator: string, argument: Value, shape: FilterShape): void {
  const { boxes } = readRegion(operator === '$geoIntersects' ? '$geoIntersects' : '$geoWithin', argument);
  shape.areas.set(path, cellIntervals(boxes));
}

/** The intervals of a 2dsphere field that hold everything near some boxes. */
export function cellIntervals(boxes: Parameters<typeof coverBoxes>[0]): Interval[] {
  const { prefixes, exact } = coverBoxes(boxes);
  return unite([...prefixes.map(prefixInterval), ...exact.map(encodedPoint)]);
}

type Reader = (argument: Value) => Interval[] | undefined;

const compare =
  (operator: '$gt' | '$gte' | '$lt' | '$lte'): Reader =>
  (argument) => {
    if (argument === null) return operator === '$gte' || operator === '$lte' ? [pointInterval(null)] : [];
    return typeof argument === 'object' && !(argument instanceof Date)
      ? undefined
      : [comparisonInterval(operator, argument)];
  };

const readers: Readonly<Record<string, Reader>> = {
  $eq: (argument) => equality(argument),
  $in: (argument) => (Array.isArray(argument) ? uniteAll(argument.map(equality)) : undefined),
  $gt: compare('$gt'),
  $gte: compare('$gte'),
  $lt: compare('$lt'),
  $lte: compare('$lte'),
  $exists: (argument) =>
    argument === false || argument === 0 || argument === null ? [pointInterval(null)] : undefined,
  $all: (argument) => (Array.isArray(argument) ? equality(argument[0] ?? null) : undefined),
  $regex: (argument) => (argument instanceof RegExp ? prefixOf(argument) : undefined),
};

function uniteAll(sets: readonly (Interval[] | undefined)[]): Interval[] | undefined {
  const known = sets.filter((set) => set !== undefined);
  return known.length === sets.length ? unite(known.flat()) : undefined;
}

/** An array equals itself as an element, or whole, in which case the index has its first element. */
function equality(value: Value): Interval[] | undefined {
  if (value instanceof RegExp) return prefixOf(value);
  if (isFields(value) && isFields(value['$elemMatch'] ?? null)) return undefined;
  if (!Array.isArray(value)) return [pointInterval(value)];
  const first: IndexValue = value.length === 0 ? emptyArray : value[0];
  return unite([pointInterval(value), encodedPoint(encodeValue(first))]);
}

/** A regular expression matches text, and equals itself when stored. */
function prefixOf(regex: RegExp): Interval[] | undefined {
  const prefix = literalPrefix(regex);
  if (prefix === undefined) return undefined;
  return unite([textPrefixInterval(prefix), prefixInterval(Buffer.of(rank.regex))]);
}
