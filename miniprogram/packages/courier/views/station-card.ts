/** One station in the list and on the map. */
import {
  shownMinutes,
  straightMetres,
  travelMinutes,
  type Gcj02Point,
  type TravelMode,
} from '../../../contracts/distance';
import { minuteOf, openingAt, type Horizon, type OpeningState } from '../../../contracts/opening';
import { isStale, type CourierKind, type StationPage, type StationSummary } from '../../../contracts/station';
import { minutesLine, openingLine, serviceName, verifiedLine } from '../text/stations';

export interface StationCard {
  readonly stationId: string;
  readonly name: string;
  readonly line: string;
  readonly opening: string;
  readonly verified: string;
  readonly services: readonly string[];
  /** '' where nobody said from where. */
  readonly minutes: string;
  readonly open: boolean;
  /** Grey: nobody looked at it for long. */
  readonly stale: boolean;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface MapFilter {
  /** `open`, `shop` and services; all of them hold. */
  readonly values: readonly string[];
  readonly kind: CourierKind | '';
  readonly road: string;
  readonly here: Gcj02Point | null;
  readonly mode: TravelMode;
}

export function openingOf({ spans }: StationSummary, horizon: Horizon, nowMs: number): OpeningState {
  return openingAt(spans, horizon, minuteOf(nowMs));
}

/** The stations that fit, from near to far where a point is known, else by street. */
export function shownStations(
  { stations, horizon }: StationPage,
  { values, kind, road, here }: MapFilter,
  nowMs: number,
): readonly StationSummary[] {
  const fits = (station: StationSummary): boolean =>
    (kind === '' || station.serves === undefined || station.serves.includes(kind)) &&
    (road === '' || station.road === road) &&
    values.every((value) => {
      if (value === 'open') return openingOf(station, horizon, nowMs).state === 'open';
      return value === 'shop' ? station.kind === 'shop' : station.services.some((service) => service === value);
    });
  const fitting = stations.filter(fits);
  if (here === null) return fitting;
  const metres = (station: StationSummary): number => straightMetres(here, station.gcj02);
  return [...fitting].sort((left, right) => metres(left) - metres(right));
}

export function stationCard(
  station: StationSummary,
  horizon: Horizon,
  { here, mode }: Pick<MapFilter, 'here' | 'mode'>,
  nowMs: number,
): StationCard {
  const opening = openingOf(station, horizon, nowMs);
  return {
    stationId: station.stationId,
    name: station.name,
    line: station.host ?? station.address,
    opening: openingLine(opening, nowMs),
    verified: verifiedLine(station.verifiedAt, nowMs),
    services: station.services.map(serviceName),
    minutes: here === null ? '' : minutesLine(mode, shownMinutes(travelMinutes(here, station.gcj02, mode))),
    open: opening.state === 'open',
    stale: isStale(station.verifiedAt, nowMs),
    address: station.address,
    ...station.gcj02,
  };
}
