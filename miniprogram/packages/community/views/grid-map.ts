/** What the map of a community's grids draws. */
import type { Gcj02Point } from '../../../contracts/distance';
import { colourPair } from '../../../contracts/grid-colour';
import type { GridView } from '../../../contracts/place';
import { gridTitle } from '../../../text/person/hats';
import { middleOf, patternIn } from './grid-patterns';

/** What goes into `data` with the list: the areas, and what must be in sight. */
export interface GridAreas extends Gcj02Point {
  readonly polygons: readonly {
    readonly points: readonly Gcj02Point[];
    readonly fillColor: string;
    readonly strokeColor: string;
    readonly strokeWidth: number;
  }[];
  readonly points: readonly Gcj02Point[];
}

/** What is drawn upon the areas: patterns, and each grid's name with its sign. */
export interface GridMarks {
  readonly polyline: readonly {
    readonly points: readonly Gcj02Point[];
    readonly color: string;
    readonly width: number;
  }[];
  readonly circles: readonly object[];
  readonly markers: readonly GridMarker[];
}

export interface GridMarker extends Gcj02Point {
  /** The grid's place in the list. */
  readonly id: number;
  readonly iconPath: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly anchor: object;
  readonly label: object;
}

/** Streets stay to be seen beneath. */
const opacity = 'cc';
const patternColour = '#ffffffb3';
const signSize = 22;

export function gridAreas(grids: readonly GridView[]): GridAreas {
  const drawn = grids.filter(({ boundary }) => boundary.length > 2);
  const corners = drawn.flatMap(({ boundary }) => boundary);
  const points = extentOf(corners);
  const [from, to = from] = points;
  return {
    latitude: from && to ? (from.latitude + to.latitude) / 2 : 0,
    longitude: from && to ? (from.longitude + to.longitude) / 2 : 0,
    polygons: drawn.map(({ boundary, colour }) => ({
      points: boundary,
      fillColor: `${colourPair(colour).fill}${opacity}`,
      strokeColor: '#ffffff',
      strokeWidth: 2,
    })),
    points,
  };
}

/** The south-west and the north-east of what is drawn; nothing where nothing is. */
function extentOf(corners: readonly Gcj02Point[]): readonly Gcj02Point[] {
  if (corners.length === 0) return [];
  const latitudes = corners.map(({ latitude }) => latitude);
  const longitudes = corners.map(({ longitude }) => longitude);
  return [
    { latitude: Math.min(...latitudes), longitude: Math.min(...longitudes) },
    { latitude: Math.max(...latitudes), longitude: Math.max(...longitudes) },
  ];
}

export function gridMarks(grids: readonly GridView[]): GridMarks {
  const patterns = grids.map(({ boundary, colour }) => patternIn(boundary, colour));
  return {
    polyline: patterns.flatMap(({ lines }) => lines.map((points) => ({ points, color: patternColour, width: 2 }))),
    circles: patterns.flatMap(({ discs }) =>
      discs.map((disc) => ({ ...disc, color: patternColour, fillColor: patternColour, strokeWidth: 0 })),
    ),
    markers: grids.flatMap((grid, id) => (grid.boundary.length > 2 ? [markerOf(grid, id)] : [])),
  };
}

function markerOf({ name, colour, boundary }: GridView, id: number): GridMarker {
  const title = gridTitle(name, colour);
  return {
    id,
    ...middleOf(boundary),
    iconPath: `../images/${colour ?? 'none'}.png`,
    width: signSize,
    height: signSize,
    title: '',
    anchor: { x: 0.5, y: 1 },
    label: {
      content: title,
      fontSize: 14,
      color: '#211c17',
      bgColor: '#ffffffe6',
      padding: 2,
      borderRadius: 4,
      anchorX: -7 * title.length - 2,
      anchorY: 2,
    },
  };
}
