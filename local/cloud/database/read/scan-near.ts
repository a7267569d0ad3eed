import { distanceTo, readGeometry } from '../geo/geometry';
import { growingRadii, type Near } from '../geo/near';
import { Measure } from '../metrics';
import { valueAt } from '../values/path';
import { nearIndex, nearRanges } from '../planner/near';
import { planName, type IndexPlan } from '../planner/plan';
import { scan } from './scan';
import type { Collection } from '../storage/catalog';
import type { Fields, StoredDocument } from '../values/value';
import type { View } from './view';

export interface NearRequest {
  view: View;
  collection: Collection;
  near: Omit<Near, 'path'> & { path: string | undefined };
  /** the other conditions; those on fields before the place in its index narrow the search */
  filter: Fields;
  measure: Measure;
}

export interface NearHit {
  document: StoredDocument;
  /** radians */
  distance: number;
  /** path of the place */
  path: string;
}

/**
 * Documents from near to far. Circles grow until the caller has enough: what lies in a circle is final, what was met
 * beyond it waits for the next one.
 */
export function* scanNear({ view, collection, near, filter, measure }: NearRequest): Generator<NearHit> {
  const { index, path, prefixes } = nearIndex(collection, near.path, filter);
  const plan = { kind: 'near', index, prefixes } as const;
  measure.plans.push(planName(plan));
  view.approve(collection, plan, { sortsInMemory: false, filter });
  const hidden = view.overlay(collection);
  const met = new Set<number>();
  let waiting = [...hidden.values()].flatMap((document) => (document === null ? [] : hitsOf(document, path, near)));
  for (const radius of growingRadii(near.most)) {
    const circle: IndexPlan = { ...circlePlan, index, ranges: nearRanges(prefixes, near.centre, radius) };
    for (const { record, document } of scan({
      store: view.store,
      collection,
      plan: circle,
      sort: [],
      hidden,
      measure: new Measure(),
    })) {
      if (met.has(record)) continue;
      met.add(record);
      measure.examined++;
      waiting.push(...hitsOf(document, path, near));
    }
    waiting.sort((a, b) => a.distance - b.distance);
    yield* waiting.filter(({ distance }) => distance <= radius);
    waiting = waiting.filter(({ distance }) => distance > radius);
  }
}

const circlePlan = { kind: 'index', backward: false, sorted: false, merged: false, isById: false } as const;

/** Nothing for a document whose place is missing or nearer than the least distance. */
function hitsOf(document: StoredDocument, path: string, { centre, least, most }: NearRequest['near']): NearHit[] {
  const geometry = readGeometry(valueAt(document, path));
  if (geometry === undefined) return [];
  const distance = distanceTo(geometry, centre);
  return distance < least || distance > most ? [] : [{ document, distance, path }];
}
