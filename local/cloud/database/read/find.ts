import type { View } from './view';
import { extractNear } from '../geo/near';
import type { Measure } from '../metrics';
import { planName, type Plan } from '../planner/plan';
import { planQuery } from '../planner/planner';
import { checkFilter } from '../query/check';
import { queryLanguage } from '../query/interpreter';
import { sortDocuments, type SortField } from '../query/sort';
import { scan } from './scan';
import { scanNear } from './scan-near';
import type { Collection } from '../storage/catalog';
import type { Fields, StoredDocument } from '../values/value';

export interface FindRequest {
  filter: Fields;
  sort?: readonly SortField[];
  offset?: number;
  limit?: number;
}

/** Finds documents: plans, scans, filters, orders, and stops as soon as it has enough. */
export function find(view: View, collection: Collection, request: FindRequest, measure: Measure): StoredDocument[] {
  const { sort = [], offset = 0, limit = Infinity } = request;
  checkFilter(request.filter);
  const { near, rest } = extractNear(request.filter);
  const wanted = offset + limit;
  if (near === undefined) return findByPlan(view, collection, request, measure).slice(offset, wanted);
  const matches = queryLanguage.matcher(rest);
  const found = scanNear({ view, collection, near, filter: rest, measure });
  const documents = take(found, (hit) => matches(hit.document), sort.length > 0 ? Infinity : wanted).map(
    ({ document }) => document,
  );
  return sortDocuments(documents, sort).slice(offset, wanted);
}

function findByPlan(view: View, collection: Collection, request: FindRequest, measure: Measure): StoredDocument[] {
  const { filter, sort = [], offset = 0, limit = Infinity } = request;
  const plan = planQuery(collection, { filter, sort }, (...range) => view.store.countKeys(...range));
  const isOrdered = sort.length === 0 || givesOrder(plan);
  measure.plans.push(planName(plan));
  measure.sortedInMemory ||= !isOrdered;
  view.approve(collection, plan, { sortsInMemory: !isOrdered, filter });
  if (plan.kind === 'near') return [];
  const hidden = view.overlay(collection);
  const matches = queryLanguage.matcher(filter);
  const scanned = scan({ store: view.store, collection, plan, sort, hidden, measure });
  const documents = take(scanned, ({ document }) => matches(document), isOrdered ? offset + limit : Infinity).map(
    ({ document }) => document,
  );
  const own = [...hidden.values()].filter((document) => document !== null).filter(matches);
  const all = own.length === 0 ? documents : [...documents, ...own];
  return isOrdered && own.length === 0 ? all : sortDocuments(all, sort);
}

function givesOrder(plan: Plan): boolean {
  if (plan.kind === 'index') return plan.sorted;
  return plan.kind === 'either' && plan.branches.every(({ sorted }) => sorted);
}

function take<T>(source: Iterable<T>, accepts: (item: T) => boolean, most: number): T[] {
  const taken: T[] = [];
  if (most <= 0) return taken;
  for (const item of source) {
    if (!accepts(item)) continue;
    taken.push(item);
    if (taken.length >= most) break;
  }
  return taken;
}
