import type { IndexDefinition } from '../storage/catalog';
import type { KeyRange } from '../storage/store';
import { successor } from '../values/key-encoding';
import type { FilterShape } from './constraints';
import { excludesMissing, intersect, keyRangeOf, type Interval } from './intervals';

/** At most so many ranges of an index, because more cost more than filtering what fewer of them find. */
const maxRanges = 20_000;

export interface Bounds {
  ranges: KeyRange[];
  /** Leading fields that are bound to one or several values. */
  equalities: number;
  /** Those of them that are bound to exactly one. */
  readonly fixedFields: Set<string>;
  hasRange: boolean;
}

/** True when one of the index's array paths is this field or above it. */
export function isMultikey(index: IndexDefinition, path: string): boolean {
  return arraysOn(index, path).length > 0;
}

/**
 * True when something bounds a field, or another field of the same array's elements: the index then shows only some
 * of the elements, and not the smallest or largest that a sort goes by.
 */
export function hasHiddenElements(index: IndexDefinition, path: string, bounds: Bounds): boolean {
  const bounded = index.fields.slice(0, bounds.equalities + (bounds.hasRange ? 1 : 0));
  const arrays = arraysOn(index, path);
  return bounded.some(({ name }) => arraysOn(index, name).some((array) => arrays.includes(array)));
}

function arraysOn(index: IndexDefinition, path: string): string[] {
  return [...index.arrayPaths].filter((array) => path === array || path.startsWith(`${array}.`));
}

/**
 * What a filter leaves of one field of an index. Where the field is an array, two conditions may be met by two
 * elements, so that only one of them can bound the index: the one with the fewest values.
 */
function intervalsFor(index: IndexDefinition, at: number, shape: FilterShape): Interval[] | undefined {
  const field = index.fields[at];
  if (field === undefined) return undefined;
  if (field.direction === '2dsphere') return shape.areas.get(field.name);
  const sets = shape.constraints.get(field.name);
  if (sets === undefined || sharesElements(index, at, shape)) return undefined;
  if (!isMultikey(index, field.name)) return sets.reduce(intersect);
  return [...sets].sort((a, b) => cost(a) - cost(b))[0];
}

function cost(intervals: readonly Interval[]): number {
  return intervals.length + (intervals.every(({ isPoint }) => isPoint) ? 0 : maxRanges);
}

/** Two fields of the same array's elements must not both be bounded: different elements may meet the conditions. */
function sharesElements(index: IndexDefinition, at: number, shape: FilterShape): boolean {
  const arrays = arraysOn(index, index.fields[at]?.name ?? '');
  const earlier = index.fields.slice(0, at).filter(({ name }) => shape.constraints.has(name));
  return earlier.some(({ name }) => arraysOn(index, name).some((array) => arrays.includes(array)));
}

/** A sparse index can answer only what no document without its fields would meet. */
export function coversMissing(index: IndexDefinition, shape: FilterShape): boolean {
  const isGeo = index.fields.some(({ direction }) => direction === '2dsphere');
  if (isGeo) return index.fields.some(({ name }) => shape.areas.has(name));
  if (!index.sparse) return true;
  return index.fields.some(({ name }) => shape.constraints.get(name)?.some(excludesMissing) === true);
}

/** Turns a filter into ranges of an index: equalities first, then one range of values. */
export function boundsOf(index: IndexDefinition, shape: FilterShape): Bounds {
  const bounds: Bounds = { ranges: [], equalities: 0, fixedFields: new Set(), hasRange: false };
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  for (const [at, field] of index.fields.entries()) {
    const intervals = intervalsFor(index, at, shape);
    if (intervals === undefined || prefixes.length * intervals.length > maxRanges) break;
    const fieldRanges = intervals.map((interval) => keyRangeOf(interval, field.direction === -1));
    if (field.direction === -1) fieldRanges.reverse();
    if (!intervals.every(({ isPoint }) => isPoint)) {
      bounds.hasRange = true;
      bounds.ranges = prefixes.flatMap((prefix) =>
        fieldRanges.map(({ low, high }) => ({
          low: Buffer.concat([prefix, low]),
          high: Buffer.concat([prefix, high]),
        })),
      );
      return bounds;
    }
    prefixes = prefixes.flatMap((prefix) => fieldRanges.map(({ low }) => Buffer.concat([prefix, low])));
    bounds.equalities++;
    if (intervals.length <= 1 && !isMultikey(index, field.name)) bounds.fixedFields.add(field.name);
  }
  bounds.ranges = prefixes.map((prefix) => ({
    low: prefix,
    high: prefix.length === 0 ? Buffer.of(0xff) : successor(prefix),
  }));
  return bounds;
}
