import { extractNear } from '../geo/near';
import type { Metrics } from '../metrics';
import { planName, type Plan } from '../planner/plan';
import { planQuery } from '../planner/planner';
import { checkFilter } from '../query/check';
import { queryLanguage } from '../query/interpreter';
import { sortDocuments, type SortField } from '../query/sort';
import type { Collection } from '../storage/catalog';
import type { Fields, StoredDocument } from '../values/value';
import { scan } from './scan';
import { scanNear } from './scan-near';
import type { View } from './view';

export interface FindRequest {
  readonly filter: Fields;
  readonly sort?: readonly SortField[];
  readonly offset?: number;
  readonly limit?: number;
}

/** Finds documents: plans, scans, filters, orders, and stops as soon as it has enough. */
export function find(view: View, collection: Collection, request: FindRequest, metrics: Metrics): StoredDocument[] {
  const { sort = [], offset = 0, limit = Infinity } = request;
  checkFilter(request.filter);
  const { near, rest } = extractNear(request.filter);
  const end = offset + limit;
  if (near === undefined) return findByPlan(view, collection, request, metrics).slice(offset, end);
  const matches = queryLanguage.matcher(rest);
  const found = scanNear({ view, collection, near, filter: rest, metrics });
  const documents = take(found, (hit) => matches(hit.document), sort.length > 0 ? Infinity : end).map(
    ({ document }) => document,
  );
  return sortDocuments(documents, sort).slice(offset, end);
}

function findByPlan(view: View, collection: Collection, request: FindRequest, metrics: Metrics): StoredDocument[] {
  const { filter, sort = [], offset = 0, limit = Infinity } = request;
  const plan = planQuery(collection, { filter, sort }, (...range) => view.store.countKeys(...range));
  const isOrdered = sort.length === 0 || isSorted(plan);
  metrics.plans.push(planName(plan));
  metrics.sortedInMemory ||= !isOrdered;
  view.checkPlan(collection, plan, { sortsInMemory: !isOrdered, filter });
  if (plan.kind === 'near') return [];
  const overlay = view.overlay(collection);
  const matches = queryLanguage.matcher(filter);
  const scanned = scan({ store: view.store, collection, plan, sort, overlay, metrics });
  const documents = take(scanned, ({ document }) => matches(document), isOrdered ? offset + limit : Infinity).map(
    ({ document }) => document,
  );
  const own = [...overlay.values()].filter((document) => document !== null).filter(matches);
  const all = own.length === 0 ? documents : [...documents, ...own];
  return isOrdered && own.length === 0 ? all : sortDocuments(all, sort);
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
