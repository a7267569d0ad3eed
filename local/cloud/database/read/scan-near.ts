import { readGeometry } from '../geo/geojson';
import { growingRadii, type Near } from '../geo/near';
import { distanceTo } from '../geo/relations';
import { Metrics } from '../metrics';
import { nearIndex, nearRanges } from '../planner/near';
import { planName, type IndexPlan } from '../planner/plan';
import type { Collection } from '../storage/catalog';
import { valueAt } from '../values/path';
import type { Fields, StoredDocument } from '../values/value';
import { scan } from './scan';
import type { View } from './view';

export interface NearRequest {
  readonly view: View;
  readonly collection: Collection;
  readonly near: Omit<Near, 'path'> & { path: string | undefined };
  /** The other conditions; those on fields before the geometry in its index narrow the search. */
  readonly filter: Fields;
  readonly metrics: Metrics;
}

export interface NearHit {
  readonly document: StoredDocument;
  readonly distanceRadians: number;
  /** Path of the field with the geometry. */
  readonly path: string;
}

/**
 * Documents from near to far. Circles grow until the caller has enough: what lies in a circle is final, what was found
 * beyond it is kept for the next one.
 */
export function* scanNear({ view, collection, near, filter, metrics }: NearRequest): Generator<NearHit> {
  const { index, path, prefixes } = nearIndex(collection, near.path, filter);
  const plan = { kind: 'near', index, prefixes } as const;
  metrics.plans.push(planName(plan));
  view.checkPlan(collection, plan, { sortsInMemory: false, filter });
  const overlay = view.overlay(collection);
  const seen = new Set<number>();
  let pending = [...overlay.values()].flatMap((document) => (document === null ? [] : hitsOf(document, path, near)));
  for (const radiusRadians of growingRadii(near.maxRadians)) {
    const circle: IndexPlan = { ...circlePlan, index, ranges: nearRanges(prefixes, near.centre, radiusRadians) };
    for (const { record, document } of scan({
      store: view.store,
      collection,
      plan: circle,
      sort: [],
      overlay,
      metrics: new Metrics(),
    })) {
      if (seen.has(record)) continue;
      seen.add(record);
      metrics.examined++;
      pending.push(...hitsOf(document, path, near));
    }
    pending.sort((a, b) => a.distanceRadians - b.distanceRadians);
    yield* pending.filter(({ distanceRadians }) => distanceRadians <= radiusRadians);
    pending = pending.filter(({ distanceRadians }) => distanceRadians > radiusRadians);
  }
}

const circlePlan = { kind: 'index', backward: false, sorted: false, merged: false, isById: false } as const;

/** Nothing for a document whose geometry is missing, nearer than the minimum or farther than the maximum. */
function hitsOf(
  document: StoredDocument,
  path: string,
  { centre, minRadians, maxRadians }: NearRequest['near'],
): NearHit[] {
  const geometry = readGeometry(valueAt(document, path));
  if (geometry === undefined) return [];
  const distanceRadians = distanceTo(geometry, centre);
  const isWithin = distanceRadians >= minRadians && distanceRadians <= maxRadians;
  return isWithin ? [{ document, distanceRadians, path }] : [];
}
