import { enclosingBoxes, type Box, type Position } from './sphere';

/** Positions in a row; of a polygon, one that ends where it began. */
export type Ring = readonly Position[];
/** An outer ring and its holes. */
export type Polygon = readonly Ring[];

/** Any GeoJSON geometry, taken apart. */
export interface Geometry {
  readonly points: readonly Position[];
  readonly lines: readonly Ring[];
  readonly polygons: readonly Polygon[];
}

/** The segments between the positions of a ring or line. */
export function edgesOf(ring: Ring): [Position, Position][] {
  return ring.slice(1).map((to, at) => [ring[at] ?? to, to]);
}
export function polygonEdges(polygon: Polygon): [Position, Position][] {
  return polygon.flatMap(edgesOf);
}
export function allEdges(geometry: Geometry): [Position, Position][] {
  return [...geometry.lines.flatMap(edgesOf), ...geometry.polygons.flatMap(polygonEdges)];
}

/** Every corner and point of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
  return [...geometry.points, ...geometry.lines.flat(), ...geometry.polygons.flat(2)];
}

/** Boxes that enclose a geometry, each part by itself. */
export function boxesOf(geometry: Geometry): Box[] {
  const parts = [
    ...geometry.points.map((point) => [point]),
    ...geometry.lines,
    ...geometry.polygons.map((polygon) => polygon.flat()),
  ];
  return parts.flatMap((part) => enclosingBoxes(part));
}
