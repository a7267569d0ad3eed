/**
 * The stations as this phone read them last, so that the map works without network. It is the same for everybody and
 * names nobody, so that it stays when another person holds the phone.
 */
import type { StationPage } from '../../../contracts/station';
import { readCached, writeCached } from '../../../services/platform/storage';

const mapKey = 'stations';
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
