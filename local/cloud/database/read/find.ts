import { extractNear } from '../geo/near';
import type { Metrics } from '../metrics';
import { planName, planOfIds, type Plan } from '../planner/plan';
import { planQuery } from '../planner/planner';
import { checkFilter } from '../query/check';
import { queryLanguage } from '../query/interpreter';
import { sortDocuments, type SortField } from '../query/sort';
import type { Collection } from '../storage/catalog';
import { writeEjson } from '../values/ejson';
import { encodeValue } from '../values/key-encoding';
import type { Fields, StoredDocument } from '../values/value';
import { isAnsweredByKeys } from './answered-by-keys';
import { scan } from './scan';
import { scanNear } from './scan-near';
import type { View } from './view';

export interface FindRequest {
  readonly filter: Fields;
  readonly sort?: readonly SortField[];
  readonly offset?: number;
  readonly limit?: number;
}

/** A document that was found; what is committed has its stored text, too. */
interface Found {
  readonly document: StoredDocument;
  readonly body?: string;
}

/** Finds documents: plans, scans, filters, orders, and stops as soon as it has enough. */
export function find(view: View, collection: Collection, request: FindRequest, metrics: Metrics): StoredDocument[] {
  return findAll(view, collection, request, metrics).map(({ document }) => document);
}

/** The same as texts of replies; a committed document's stored text is handed on without reading it again. */
export function findTexts(view: View, collection: Collection, request: FindRequest, metrics: Metrics): string[] {
  return findAll(view, collection, request, metrics).map((found) => found.body ?? writeEjson(found.document));
}

function findAll(view: View, collection: Collection, request: FindRequest, metrics: Metrics): Found[] {
  const { sort = [], offset = 0, limit = Infinity } = request;
  const id = onlyIdOf(request);
  if (id !== undefined) return findById(view, collection, id, metrics);
  checkFilter(request.filter);
  const { near, rest } = extractNear(request.filter);
  const end = offset + limit;
  if (near === undefined) return findByPlan(view, collection, request, metrics).slice(offset, end);
  const matches = queryLanguage.matcher(rest);
  const found = scanNear({ view, collection, near, filter: rest, metrics });
  const hits = take(found, (hit) => matches(hit.document), sort.length > 0 ? Infinity : end);
  return sortBy(hits, sort).slice(offset, end);
}

/** The id of a request for one document and nothing else; the index of ids answers it without a plan. */
function onlyIdOf({ filter, offset = 0, limit = Infinity }: FindRequest): string | undefined {
  const id = filter['_id'];
  if (typeof id !== 'string' || offset > 0 || limit < 1) return undefined;
  for (const name in filter) if (name !== '_id') return undefined;
  return id;
}

function findById(view: View, collection: Collection, id: string, metrics: Metrics): Found[] {
  metrics.plans.push(planOfIds);
  const key = encodeValue(id);
  const stored = view.store.getByKey(collection, key);
  if (stored !== undefined) metrics.examined++;
  const overlay = view.overlay(collection);
  const own = overlay.size === 0 ? undefined : overlay.get(key.toString('latin1'));
  if (own !== undefined) return own === null ? [] : [{ document: own }];
  return stored === undefined ? [] : [stored];
}

function findByPlan(view: View, collection: Collection, request: FindRequest, metrics: Metrics): Found[] {
  const { filter, sort = [], offset = 0, limit = Infinity } = request;
  const plan = planQuery(collection, { filter, sort }, (...range) => view.store.countKeys(...range));
  const isOrdered = sort.length === 0 || isSorted(plan);
  metrics.plans.push(planName(plan));
  metrics.sortedInMemory ||= !isOrdered;
  view.checkPlan(collection, plan, { sortsInMemory: !isOrdered, filter });
  if (plan.kind === 'near') return [];
  const overlay = view.overlay(collection);
  const isExact = isAnsweredByKeys(plan, filter);
  const matches = isExact && overlay.size === 0 ? () => true : queryLanguage.matcher(filter);
  const wanted = isOrdered ? offset + limit : Infinity;
  const scanned = scan({ store: view.store, collection, plan, sort, overlay, metrics, wanted });
  const accepts = isExact ? () => true : ({ document }: Found) => matches(document);
  const found: Found[] = take(scanned, accepts, wanted);
  const own =
    overlay.size === 0
      ? []
      : [...overlay.values()].flatMap((document) => (document !== null && matches(document) ? [{ document }] : []));
  const all = own.length === 0 ? found : [...found, ...own];
  return isOrdered && own.length === 0 ? all : sortBy(all, sort);
}

function sortBy<T extends Found>(found: readonly T[], sort: readonly SortField[]): T[] {
  const byDocument = new Map(found.map((each) => [each.document, each]));
  return sortDocuments([...byDocument.keys()], sort).flatMap((document) => byDocument.get(document) ?? []);
}

function isSorted(plan: Plan): boolean {
  if (plan.kind === 'index') return plan.sorted;
  return plan.kind === 'either' && plan.branches.every(({ sorted }) => sorted);
}

function take<T>(source: Iterable<T>, accepts: (item: T) => boolean, limit: number): T[] {
  const taken: T[] = [];
  if (limit <= 0) return taken;
  for (const item of source) {
    if (!accepts(item)) continue;
    taken.push(item);
    if (taken.length >= limit) break;
  }
  return taken;
}
