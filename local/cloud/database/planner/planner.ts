import type { SortField } from '../query/sort';
import { idIndexName, type Collection, type IndexDefinition } from '../storage/catalog';
import type { KeyRange } from '../storage/store';
import { encodeValue, successor } from '../values/key-encoding';
import type { Fields } from '../values/value';
import { boundsOf, coversMissing, hasHiddenElements, type Bounds } from './bounds';
import { shapeOf, type FilterShape } from './constraints';
import type { IndexPlan, Plan } from './plan';

export interface PlanRequest {
  readonly filter: Fields;
  readonly sort: readonly SortField[];
}

/** Counts the keys of a range, up to a number: what breaks a tie between two indexes. */
export type KeyCounter = (index: IndexDefinition, range: KeyRange, maxKeys: number) => number;

/** Ranges to merge side by side for the sake of order; more are read one after another and sorted. */
const maxMergedRanges = 200;
const tieSampleKeys = 128;

interface Candidate {
  readonly plan: IndexPlan;
  readonly score: number;
}

/**
 * Chooses how to find the documents, by rule: a unique key that is wholly given, then an index that
 * also gives the order (if anything bounds it), then the one with more fields bound. A tie goes to fewer keys.
 */
export function planQuery(collection: Collection, request: PlanRequest, countKeys: KeyCounter): Plan {
  const byId = planById(collection, request);
  if (byId !== undefined) return byId;
  const shape = shapeOf(request.filter);
  const best = bestIndex(collection, shape, request.sort, countKeys);
  if (best !== undefined && best.score >= scores.equality) return best.plan;
  return planAlternatives(collection, shape, request, countKeys) ?? best?.plan ?? { kind: 'collection' };
}

/** One id is given, and no other unique key that is whole: what the rules below would choose, without asking them. */
function planById({ indexes }: Collection, { filter, sort }: PlanRequest): IndexPlan | undefined {
  const id = filter['_id'];
  const [index, ...others] = indexes;
  if (typeof id !== 'string' || index === undefined) return undefined;
  if (others.some(({ unique, fields }) => unique && fields.every(({ name }) => name in filter))) return undefined;
  const low = encodeValue(id);
  const range = { low, high: successor(low) };
  return {
    kind: 'index',
    index,
    ranges: [range],
    backward: false,
    sorted: sort.length > 0,
    merged: false,
    isById: true,
  };
}

const scores = { unique: 1000, sortedWithBounds: 25, sortedAlone: 3, equality: 10, range: 6 } as const;

function bestIndex(
  collection: Collection,
  shape: FilterShape,
  sort: readonly SortField[],
  countKeys: KeyCounter,
): Candidate | undefined {
  const candidates = collection.indexes.flatMap((index) => candidateFor(index, shape, sort) ?? []);
  const highest = Math.max(...candidates.map(({ score }) => score));
  const tied = candidates.filter(({ score }) => score === highest);
  if (tied.length <= 1) return tied[0];
  const sampled = tied.map((candidate) => ({ candidate, keys: sampleKeys(candidate.plan, countKeys) }));
  return sampled.reduce((best, next) => (next.keys < best.keys ? next : best)).candidate;
}

function sampleKeys({ index, ranges }: IndexPlan, countKeys: KeyCounter): number {
  let keys = 0;
  for (const range of ranges) {
    if (keys >= tieSampleKeys) return keys;
    keys += countKeys(index, range, tieSampleKeys - keys);
  }
  return keys;
}

function candidateFor(index: IndexDefinition, shape: FilterShape, sort: readonly SortField[]): Candidate | undefined {
  if (!mayServe(index, shape, sort) || !coversMissing(index, shape)) return undefined;
  const bounds = boundsOf(index, shape);
  const order = sort.length === 0 ? undefined : orderOf(index, bounds, sort);
  const score = scoreOf(index, bounds, order !== undefined);
  if (score === 0) return undefined;
  const plan: IndexPlan = {
    kind: 'index',
    index,
    ranges: bounds.ranges,
    backward: order?.backward ?? false,
    sorted: order !== undefined || isSingle(index, bounds),
    merged: order?.merged ?? false,
    isById: index.name === idIndexName && bounds.equalities === 1,
  };
  return { plan, score };
}

/** Where nothing bounds its first field, an index can only give the order that begins with it. */
function mayServe({ fields: [first] }: IndexDefinition, shape: FilterShape, sort: readonly SortField[]): boolean {
  if (first === undefined) return false;
  return shape.constraints.has(first.name) || shape.areas.has(first.name) || sort[0]?.name === first.name;
}

/** A unique key that is wholly given leads to one document, which is in any order. */
function isSingle(index: IndexDefinition, bounds: Bounds): boolean {
  return index.unique && index.fields.every(({ name }) => bounds.fixedFields.has(name));
}

function scoreOf(index: IndexDefinition, bounds: Bounds, isSorted: boolean): number {
  const isBound = bounds.equalities > 0 || bounds.hasRange;
  const order = isSorted ? (isBound ? scores.sortedWithBounds : scores.sortedAlone) : 0;
  const unique = index.unique && bounds.equalities === index.fields.length ? scores.unique : 0;
  return unique + bounds.equalities * scores.equality + (bounds.hasRange ? scores.range : 0) + order;
}

interface Order {
  readonly backward: boolean;
  readonly merged: boolean;
}

/**
 * Whether an index gives the wanted order, forward or backward. Fields that are bound to one value do not matter to it.
 * An array field orders by its smallest or largest element, which an index shows only when nothing bounds that field.
 */
function orderOf(index: IndexDefinition, bounds: Bounds, sort: readonly SortField[]): Order | undefined {
  const wanted = sort.filter(({ name }) => !bounds.fixedFields.has(name));
  const inOrder = matchOrder(index, bounds, wanted, 0);
  if (inOrder !== undefined) return { backward: inOrder === -1, merged: false };
  if (bounds.ranges.length > maxMergedRanges) return undefined;
  const afterEqualities = matchOrder(index, bounds, wanted, bounds.equalities);
  return afterEqualities === undefined
    ? undefined
    : { backward: afterEqualities === -1, merged: bounds.ranges.length > 1 };
}

function matchOrder(
  index: IndexDefinition,
  bounds: Bounds,
  wanted: readonly SortField[],
  skipped: number,
): 1 | -1 | undefined {
  const fields = index.fields
    .map((field, at) => ({ ...field, at }))
    .filter(({ name, at }) => at >= skipped && !bounds.fixedFields.has(name));
  let backward: boolean | undefined;
  for (const [at, { name, direction }] of wanted.entries()) {
    const field = fields[at];
    if (field === undefined || field.name !== name || field.direction === '2dsphere') return undefined;
    if (hasHiddenElements(index, name, bounds)) return undefined;
    const isReversed = field.direction !== direction;
    if (backward !== undefined && backward !== isReversed) return undefined;
    backward = isReversed;
  }
  return backward === true ? -1 : 1;
}

/** A filter whose `$or` has an index for each of its branches. */
function planAlternatives(
  collection: Collection,
  shape: FilterShape,
  { filter, sort }: PlanRequest,
  countKeys: KeyCounter,
): Plan | undefined {
  for (const alternatives of shape.alternatives) {
    const others = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== '$or'));
    const branches = alternatives.map((branch) => {
      const conditions = { $and: [branch, others] };
      return bestIndex(collection, shapeOf(conditions), sort, countKeys)?.plan;
    });
    const known = branches.filter((plan) => plan !== undefined);
    const isBound = known.every(({ ranges }) => ranges.every(({ low }) => low.length > 0));
    if (known.length === alternatives.length && isBound) return { kind: 'either', branches: known };
  }
  return undefined;
}
