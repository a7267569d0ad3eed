import { boundsOfKey } from '../geo/cells';
import { readGeometry } from '../geo/geojson';
import { growingRadii, type Near } from '../geo/near';
import { distanceTo } from '../geo/relations';
import type { Metrics } from '../metrics';
import { nearIndex, nearRanges, type NearIndex } from '../planner/near';
import { planName } from '../planner/plan';
import type { Collection } from '../storage/catalog';
import type { StoredRecord } from '../storage/stored-rows';
import { valueAt } from '../values/path';
import type { Fields, StoredDocument } from '../values/value';
import { idKeyOf, readRange } from './scan';
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
 * Documents from near to far. Circles grow until the caller has enough. Within one a document is read only when nothing
 * is left that its key says may be nearer: hardly more are read than are answered.
 */
export function* scanNear({ view, collection, near, filter, metrics }: NearRequest): Generator<NearHit> {
  const found = nearIndex(collection, near.path, filter);
  const plan = { kind: 'near', index: found.index, prefixes: found.prefixes } as const;
  metrics.plans.push(planName(plan));
  view.checkPlan(collection, plan, { sortsInMemory: false, filter });
  const overlay = view.overlay(collection);
  const search = new NearSearch(view, found, near);
  const pending = new PendingHits();
  for (const document of overlay.values()) if (document !== null) pending.add(hitsOf(document, found.path, near));
  for (const radiusRadians of growingRadii(near.maxRadians)) {
    for (const { stored, leastRadians } of search.within(radiusRadians)) {
      yield* pending.takeWithin(leastRadians);
      metrics.examined++;
      if (overlay.size === 0 || !overlay.has(idKeyOf(stored.document)))
        pending.add(hitsOf(stored.document, found.path, near));
    }
    yield* pending.takeWithin(radiusRadians);
  }
}

interface Candidate {
  readonly stored: StoredRecord;
  /** It is no nearer. */
  readonly leastRadians: number;
}

/** What the index knows of documents that are not read yet. */
class NearSearch {
  private readonly waiting = new Map<number, Candidate>();
  private readonly settled = new Set<number>();

  constructor(
    private readonly view: View,
    private readonly found: NearIndex,
    private readonly near: NearRequest['near'],
  ) {}

  /** Those that may lie within a circle and were not handed out, by how near they may be. */
  within(radiusRadians: number): Candidate[] {
    this.collect(radiusRadians);
    const ready = [...this.waiting].filter(([, { leastRadians }]) => leastRadians <= radiusRadians);
    for (const [record] of ready) {
      this.waiting.delete(record);
      this.settled.add(record);
    }
    return ready.map(([, candidate]) => candidate).sort((one, other) => one.leastRadians - other.leastRadians);
  }

  private collect(radiusRadians: number): void {
    const { centre, minRadians } = this.near;
    const { index, prefixes } = this.found;
    for (const { range, nameAt } of nearRanges(prefixes, centre, radiusRadians)) {
      for (const stored of readRange(this.view.store, { index, backward: false }, range)) {
        if (this.settled.has(stored.record)) continue;
        const { leastRadians, mostRadians } = boundsOfKey(stored.key, nameAt, centre);
        if (mostRadians < minRadians) this.settled.add(stored.record);
        else if (leastRadians < (this.waiting.get(stored.record)?.leastRadians ?? Infinity))
          this.waiting.set(stored.record, { stored, leastRadians });
      }
    }
  }
}

/** What was read and may not be the next yet, from near to far. */
class PendingHits {
  private hits: NearHit[] = [];

  add(found: readonly NearHit[]): void {
    for (const hit of found) {
      const at = this.hits.findIndex(({ distanceRadians }) => distanceRadians > hit.distanceRadians);
      this.hits.splice(at === -1 ? this.hits.length : at, 0, hit);
    }
  }

  takeWithin(radiusRadians: number): NearHit[] {
    const beyond = this.hits.findIndex(({ distanceRadians }) => distanceRadians > radiusRadians);
    return this.hits.splice(0, beyond === -1 ? this.hits.length : beyond);
  }
}

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
