/** What the map page draws: the pins, the circle, and a page of the list. */
import { circleMinutes, circleRadiusMetres, type Gcj02Point, type TravelMode } from '../../../contracts/distance';
import type { CourierKind, StationPage, StationSummary } from '../../../contracts/station';
import type { Choice } from '../../../text/choice';
import { allRoads, circleLine, filterChoices, hereLine, otherModeLine } from '../text/stations';
import { openingOf, shownStations, stationCard, type MapFilter, type StationCard } from './station-card';
import { namedPoints } from './map-names';

export interface MapMarker extends Gcj02Point {
  readonly id: number;
  readonly iconPath: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly label?: object;
}

/** What goes into `data` with the list. */
export interface DrawnMap extends Gcj02Point {
  readonly scale: number;
  readonly circles: readonly object[];
  readonly circle: string;
  readonly points: readonly Gcj02Point[];
  readonly filters: readonly (Choice & { readonly on: boolean })[];
  /** More filters can be shown. */
  readonly hasMore: boolean;
  readonly kind: CourierKind | '';
  readonly roads: readonly string[];
  readonly road: string;
  readonly roadIndex: number;
  readonly hereName: string;
  readonly otherMode: string;
  readonly lines: readonly StationCard[];
  /** As components/layout/pager shows it. */
  readonly position: { readonly number: number; readonly hasOlder: boolean; readonly busy: ''; readonly problem: '' };
}

export interface MapView {
  readonly drawn: DrawnMap;
  readonly markers: readonly MapMarker[];
  /** In the order of the list and of the pins' numbers. */
  readonly shown: readonly StationSummary[];
}

const pageSize = 20;
/** What is looked for most stands there at once. */
const firstFilters = 5;
/** More pins would cover each other, and weigh more than a setData may. */
const maxMarkers = 40;
/** More names would weigh more than a setData may; a tap on a pin shows its own. */
const maxNames = 24;
/** Taiyuan, before anything is known. */
const somewhere: Gcj02Point = { latitude: 37.857, longitude: 112.499 };
const other: Readonly<Record<TravelMode, TravelMode>> = { walk: 'ebike', ebike: 'walk' };

export function mapView(
  copy: StationPage | undefined,
  filter: MapFilter,
  { hereName, page, showsAll }: { readonly hereName: string; readonly page: number; readonly showsAll: boolean },
  nowMs: number,
): MapView {
  const shown = copy === undefined ? [] : shownStations(copy, filter, nowMs);
  const from = (page - 1) * pageSize;
  const roads = [allRoads, ...new Set((copy?.stations ?? []).map(({ road }) => road))];
  const { here, mode, kind, road, values } = filter;
  const drawn: DrawnMap = {
    ...(here ?? shown[0]?.gcj02 ?? somewhere),
    scale: here === null ? 13 : mode === 'walk' ? 14 : 13,
    circles: here === null ? [] : [circleAround(here, mode)],
    circle: here === null ? '' : circleLine(mode, circleMinutes),
    points: here === null ? shown.slice(0, maxMarkers).map(({ gcj02 }) => gcj02) : [],
    filters: filterChoices(kind)
      .map((choice) => ({ ...choice, on: values.includes(choice.value) }))
      .filter(({ on }, index) => on || showsAll || index < firstFilters),
    hasMore: !showsAll,
    kind,
    roads,
    road,
    roadIndex: Math.max(0, roads.indexOf(road)),
    hereName: hereName === '' ? '' : hereLine(hereName),
    otherMode: otherModeLine(other[mode]),
    lines:
      copy === undefined
        ? []
        : shown.slice(from, from + pageSize).map((station) => stationCard(station, copy.horizon, filter, nowMs)),
    position: { number: page, hasOlder: shown.length > from + pageSize, busy: '', problem: '' },
  };
  return { drawn, markers: copy === undefined ? [] : markersOf(copy, shown, nowMs, here), shown };
}

function circleAround(here: Gcj02Point, mode: TravelMode): object {
  return {
    ...here,
    radius: Math.round(circleRadiusMetres(mode)),
    color: '#b9161c',
    fillColor: '#b9161c1a',
    strokeWidth: 2,
  };
}

function markersOf(
  { horizon }: StationPage,
  shown: readonly StationSummary[],
  nowMs: number,
  here: Gcj02Point | null,
): readonly MapMarker[] {
  const pinned = shown.slice(0, maxMarkers);
  // A whole town at once has no room for names: they come with the place that somebody starts from.
  const points = here === null ? [] : pinned.map(({ gcj02 }) => gcj02);
  const named = namedPoints(points, maxNames);
  const pins = pinned.map((station, index): MapMarker => {
    const isClosed = openingOf(station, horizon, nowMs).state === 'closed';
    return {
      id: index,
      ...station.gcj02,
      iconPath: `../images/${isClosed ? 'closed' : station.kind}.png`,
      width: 28,
      height: 36,
      title: station.name,
      ...(named.has(index) && { label: nameLabel(station.name) }),
    };
  });
  const own = { id: maxMarkers, iconPath: '../images/here.png', width: 20, height: 20, title: '' };
  return here === null ? pins : [...pins, { ...own, ...here }];
}

function nameLabel(content: string): object {
  return { content, fontSize: 14, color: '#211c17', bgColor: '#ffffffd9', padding: 2, borderRadius: 4, anchorX: 12 };
}
