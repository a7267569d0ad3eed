import type { Metrics } from '../metrics';
import type { IndexPlan, Plan } from '../planner/plan';
import { compareDocuments, type SortField } from '../query/sort';
import type { Collection } from '../storage/catalog';
import type { KeyRange, Store } from '../storage/store';
import type { EntryPosition, StoredRecord } from '../storage/stored-rows';
import { encodeValue } from '../values/key-encoding';
import type { StoredDocument } from '../values/value';

/** Pages grow, so that a short answer reads little and a long one takes few queries. */
const firstPageSize = 16;
const maxPageSize = 512;

const firstSizeOf = (wanted: number): number => (wanted > maxPageSize ? firstPageSize : wanted);

/** Documents that a transaction sees differently from what is committed, by {@link idKeyOf}; null stands for none. */
export type Overlay = ReadonlyMap<string, StoredDocument | null>;

export function idKeyOf(document: StoredDocument): string {
  return encodeValue(document._id).toString('latin1');
}

export interface ScanRequest {
  readonly store: Store;
  readonly collection: Collection;
  readonly plan: Exclude<Plan, { kind: 'near' }>;
  readonly sort: readonly SortField[];
  /** Documents to leave out: the scan returns what is committed. */
  readonly overlay: Overlay;
  readonly metrics: Metrics;
  /** How many documents are likely to be taken: so many are read at first. */
  readonly wanted: number;
}

/** Fetches what a plan finds, each document once, in the plan's order. */
export function* scan(request: ScanRequest): Generator<StoredRecord> {
  const seen = new Set<number>();
  for (const found of source(request)) {
    if (seen.has(found.record)) continue;
    seen.add(found.record);
    request.metrics.examined++;
    if (request.overlay.size === 0 || !request.overlay.has(idKeyOf(found.document))) yield found;
  }
}

function source(request: ScanRequest): Iterable<StoredRecord> {
  const { store, collection, plan, sort, wanted } = request;
  if (plan.kind === 'collection') return naturalOrder(store, collection);
  if (plan.kind === 'index' && plan.isById && !plan.merged) return byIds(store, collection, plan);
  if (plan.kind === 'index') return indexOrder({ store, plan, sort, wanted });
  const branches = plan.branches.map((branch) => indexOrder({ store, plan: branch, sort, wanted }));
  return plan.branches.every(({ sorted }) => sorted) ? merge(branches, sort) : concatenate(branches);
}

/** Each range of such a plan holds the key of one id, with which it begins. */
function* byIds(store: Store, collection: Collection, { ranges, backward }: IndexPlan): Generator<StoredRecord> {
  for (const { low } of backward ? [...ranges].reverse() : ranges) {
    const found = store.getByKey(collection, low);
    if (found !== undefined) yield found;
  }
}

function* naturalOrder(store: Store, collection: Collection): Generator<StoredRecord> {
  let after: number | undefined;
  for (let size = firstPageSize; ; size = Math.min(size * 4, maxPageSize)) {
    const page = store.naturalPage(collection, after, size);
    yield* page;
    if (page.length < size) return;
    after = page[page.length - 1]?.record;
  }
}

function indexOrder({
  store,
  plan,
  sort,
  wanted,
}: Pick<ScanRequest, 'store' | 'sort' | 'wanted'> & { plan: IndexPlan }): Iterable<StoredRecord> {
  const ranges = plan.backward ? [...plan.ranges].reverse() : plan.ranges;
  const sources = ranges.map((range) => readRange(store, plan, range, firstSizeOf(wanted)));
  return plan.merged ? merge(sources, sort) : concatenate(sources);
}

/** The entries of an index in a range, in its order, or backward. */
export function* readRange(
  store: Store,
  { index, backward }: Pick<IndexPlan, 'index' | 'backward'>,
  range: KeyRange,
  firstSize = firstPageSize,
): Generator<EntryPosition & StoredRecord> {
  let after: EntryPosition | undefined;
  for (let size = firstSize; ; size = Math.min(size * 4, maxPageSize)) {
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
  const cursors = sources
    .map((each) => each[Symbol.iterator]())
    .map((iterator) => ({ iterator, next: iterator.next() }));
  for (;;) {
    let first: (typeof cursors)[number] | undefined;
    for (const each of cursors) {
      if (each.next.done === true) continue;
      if (first === undefined || first.next.done === true) first = each;
      else if (compareDocuments(each.next.value.document, first.next.value.document, sort) < 0) first = each;
    }
    if (first === undefined || first.next.done === true) return;
    yield first.next.value;
    first.next = first.iterator.next();
  }
}
