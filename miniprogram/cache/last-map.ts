/**
 * The stations as this phone read them last, so that the map works without network. It is the same for everybody and
 * names nobody, so that it stays when another person holds the phone.
 */
import type { CourierKind, StationPage } from '../contracts/station';
import { courierKinds } from '../contracts/station';
import { readCached, writeCached } from '../services/platform/storage';

const mapKey = 'stations';
const kindKey = 'courier-kind';
/** Raise it with the contract of a station. */
const shape = 1;
/** More than one city has; storage holds them easily. */
const maxStations = 200;

interface CachedMap {
  readonly shape: number;
  readonly page: StationPage;
}

const isCachedMap = (value: unknown): value is CachedMap =>
  typeof value === 'object' && value !== null && 'shape' in value && value.shape === shape && 'page' in value;

export function cacheStations(page: StationPage): void {
  const { horizon, holidaysKnown } = page;
  writeCached(mapKey, { shape, page: { horizon, holidaysKnown, stations: page.stations.slice(0, maxStations) } });
}

export function cachedStations(): StationPage | undefined {
  return readCached(mapKey, isCachedMap)?.page;
}

const isKind = (value: unknown): value is { readonly kind: CourierKind } =>
  typeof value === 'object' && value !== null && 'kind' in value && courierKinds.some((kind) => kind === value.kind);

/** What whoever holds this phone said they do; nobody else learns it. */
export function cachedCourierKind(): CourierKind | '' {
  return readCached(kindKey, isKind)?.kind ?? '';
}

export function cacheCourierKind(kind: CourierKind | ''): void {
  writeCached(kindKey, { kind });
}
