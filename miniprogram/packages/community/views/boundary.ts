/** What the map draws on which somebody goes around a grid. */
import type { Gcj02Point } from '../../../contracts/distance';
import { colourPair } from '../../../contracts/grid-colour';
import type { GridColour } from '../../../contracts/hat';
import type { GridView } from '../../../contracts/place';
import { cornersLine } from '../text/boundary';
import { gridAreas, type GridAreas } from './grid-map';

export interface DrawnBoundary {
  readonly polygons: GridAreas['polygons'];
  readonly polyline: readonly object[];
  readonly circles: readonly object[];
  readonly count: number;
  readonly line: string;
}

/** Where the map begins: around what is drawn, else in Taiyuan. */
export function startOf(grids: readonly GridView[]): Omit<GridAreas, 'polygons'> {
  const { latitude, longitude, points } = gridAreas(grids);
  return points.length === 0 ? { latitude: 37.857, longitude: 112.499, points } : { latitude, longitude, points };
}

/** Two neighbouring grids, so faintly that the own one is seen upon them. */
const neighbourOpacity = '40';
const cornerMetres = 9;

/** @param others what is drawn already, without the grid itself */
export function boundaryView(
  corners: readonly Gcj02Point[],
  colour: GridColour | undefined,
  others: readonly GridView[],
): DrawnBoundary {
  const { fill } = colourPair(colour);
  const own =
    corners.length < 3 ? [] : [{ points: corners, fillColor: `${fill}80`, strokeColor: fill, strokeWidth: 3 }];
  const around = gridAreas(others).polygons.map((polygon) => ({
    ...polygon,
    fillColor: `${polygon.fillColor.slice(0, 7)}${neighbourOpacity}`,
  }));
  return {
    polygons: [...around, ...own],
    polyline: corners.length === 2 ? [{ points: corners, color: fill, width: 3 }] : [],
    circles: corners.map((corner) => ({
      ...corner,
      radius: cornerMetres,
      color: '#211c17',
      fillColor: '#ffffff',
      strokeWidth: 2,
    })),
    count: corners.length,
    line: cornersLine(corners.length),
  };
}
