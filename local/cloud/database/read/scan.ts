import { encodeValue } from '../values/key-encoding';
import type { Measure } from '../metrics';
import type { IndexPlan, Plan } from '../planner/plan';
import { compareDocuments, type SortField } from '../query/sort';
import type { Collection } from '../storage/catalog';
import type { EntryPosition, KeyRange, Store, StoredRecord } from '../storage/store';
import type { StoredDocument } from '../values/value';

/** Pages grow, so that a short answer reads little and a long one asks seldom. */
const firstPage = 16;
const largestPage = 512;

/** Documents that a transaction sees differently from what is committed, by {@link idKeyOf}; null stands for none. */
export type Overlay = ReadonlyMap<string, StoredDocument | null>;

export const idKeyOf = (document: StoredDocument): string => encodeValue(document._id).toString('latin1');

export interface ScanRequest {
  store: Store;
  collection: Collection;
  plan: Exclude<Plan, { kind: 'near' }>;
  sort: readonly SortField[];
  /** documents to pass over: the scan shows what is committed */
  hidden: Overlay;
  measure: Measure;
}

/** Fetches what a plan leads to, each document once, in the plan's order. */
export function* scan(request: ScanRequest): Generator<StoredRecord> {
  const seen = new Set<number>();
  for (const found of source(request)) {
    if (seen.has(found.record)) continue;
    seen.add(found.record);
    request.measure.examined++;
    if (request.hidden.size === 0 || !request.hidden.has(idKeyOf(found.document))) yield found;
  }
}

function source(request: ScanRequest): Iterable<StoredRecord> {
  const { store, collection, plan, sort } = request;
  if (plan.kind === 'collection') return naturalOrder(store, collection);
  if (plan.kind === 'index') return indexOrder(store, plan, sort);
  const branches = plan.branches.map((branch) => indexOrder(store, branch, sort));
  return plan.branches.every(({ sorted }) => sorted) ? merge(branches, sort) : concatenate(branches);
}

function* naturalOrder(store: Store, collection: Collection): Generator<StoredRecord> {
  let after: number | undefined;
  for (let size = firstPage; ; size = Math.min(size * 4, largestPage)) {
    const page = store.naturalPage(collection, after, size);
    yield* page;
    if (page.length < size) return;
    after = page[page.length - 1]?.record;
  }
}

function indexOrder(store: Store, plan: IndexPlan, sort: readonly SortField[]): Iterable<StoredRecord> {
  const ranges = plan.backward ? [...plan.ranges].reverse() : plan.ranges;
  const stretches = ranges.map((range) => stretch(store, plan, range));
  return plan.merged ? merge(stretches, sort) : concatenate(stretches);
}

function* stretch(store: Store, { index, backward }: IndexPlan, range: KeyRange): Generator<StoredRecord> {
  let after: EntryPosition | undefined;
  for (let size = firstPage; ; size = Math.min(size * 4, largestPage)) {
    const page = store.page(index, range, { after, backward, size });
    yield* page;
    if (page.length < size) return;
    after = page[page.length - 1];
  }
}

function* concatenate(sources: readonly Iterable<StoredRecord>[]): Generator<StoredRecord> {
  for (const each of sources) yield* each;
}

/** Interleaves sources that are each in order. */
function* merge(sources: readonly Iterable<StoredRecord>[], sort: readonly SortField[]): Generator<StoredRecord> {
  const heads = sources.map((each) => each[Symbol.iterator]()).map((iterator) => ({ iterator, head: iterator.next() }));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const each of heads) {
      if (each.head.done === true) continue;
      if (first === undefined || first.head.done === true) first = each;
      else if (compareDocuments(each.head.value.document, first.head.value.document, sort) < 0) first = each;
    }
    if (first === undefined || first.head.done === true) return;
    yield first.head.value;
    first.head = first.iterator.next();
  }
}
