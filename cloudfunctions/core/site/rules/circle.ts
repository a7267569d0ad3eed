import {
  circleMinutes,
  circleRadiusMetres,
  travelMinutes,
  type Gcj02Point,
  type TravelMode,
} from '../../../../miniprogram/contracts/distance';
import { nextStation } from './next-station';

export interface CircleStation {
  readonly name: string;
  readonly gcj02: Gcj02Point;
  readonly openByDay: boolean;
  readonly openAtNight: boolean;
}

export interface CircleSite {
  readonly name: string;
  readonly gcj02: Gcj02Point;
}

export interface Way {
  readonly stationName: string;
  /** By road, not rounded. */
  readonly minutes: number;
}

/** The nearest of some stations; of two at the same distance the first by name. */
export function nearestStation(
  from: Gcj02Point,
  stations: readonly Pick<CircleStation, 'name' | 'gcj02'>[],
  mode: TravelMode,
): Way | undefined {
  const ways = stations.map(({ name, gcj02 }) => ({ stationName: name, minutes: travelMinutes(from, gcj02, mode) }));
  return ways.sort((left, right) => left.minutes - right.minutes || (left.stationName < right.stationName ? -1 : 1))[0];
}

/**
 * The fifteen-minute circle of every site (S5-06): the nearest open station by day and at night, what closes at night,
 * and where one more station helps most at the time that is asked about.
 */
export function circleOf<Site extends CircleSite>(
  sites: readonly Site[],
  stations: readonly CircleStation[],
  { mode, at }: { readonly mode: TravelMode; readonly at: 'day' | 'night' },
) {
  const byDay = stations.filter(({ openByDay }) => openByDay);
  const atNight = stations.filter(({ openAtNight }) => openAtNight);
  const ways = sites.map((site) => ({
    site,
    day: nearestStation(site.gcj02, byDay, mode),
    night: nearestStation(site.gcj02, atNight, mode),
  }));
  const missed = ways.filter((way) => (way[at]?.minutes ?? Infinity) > circleMinutes).map(({ site }) => site);
  const next = nextStation(
    missed.map(({ gcj02 }) => gcj02),
    circleRadiusMetres(mode),
  );
  return {
    ways,
    reached: sites.length - missed.length,
    closedAtNight: byDay.filter(({ openAtNight }) => !openAtNight).map(({ name }) => name),
    gap: next && { gcj02: next.gcj02, sites: missed.filter((_, index) => next.reached.includes(index)) },
  };
}
