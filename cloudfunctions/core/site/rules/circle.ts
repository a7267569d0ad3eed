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
  let best: Way | undefined;
  for (const { name: stationName, gcj02 } of stations) {
    const minutes = travelMinutes(from, gcj02, mode);
    const isNearer = !best || minutes < best.minutes || (minutes === best.minutes && stationName < best.stationName);
    if (isNearer) best = { stationName, minutes };
  }
  return best;
}

/** Whether a site has no open station within the circle at that time. */
export function isMissed(
  way: { readonly day?: Way | undefined; readonly night?: Way | undefined },
  at: 'day' | 'night',
): boolean {
  return (way[at]?.minutes ?? Infinity) > circleMinutes;
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
  const missed = ways.filter((way) => isMissed(way, at)).map(({ site }) => site);
  const next = nextStation(
    missed.map(({ gcj02 }) => gcj02),
    circleRadiusMetres(mode),
  );
  return {
    ways,
    reached: sites.length - missed.length,
    closedAtNight: byDay.filter(({ openAtNight }) => !openAtNight).map(({ name }) => name),
    gap: next && { gcj02: next.gcj02, sites: next.reached.flatMap((index) => missed[index] ?? []) },
  };
}
