import { requestFailed } from '../errors';
import { isFields, type Value } from '../values/value';
import { readGeometry, readPosition } from './geojson';
import { boxesOf, positionsOf, type Geometry } from './geometry';
import { intersects, isWithinPolygons } from './relations';
import { distanceRadians, capBoxes, type Box, type Position } from './sphere';

/** An area that a query names, with boxes in degrees that enclose it. */
export interface Region {
  accepts(value: Value): boolean;
  readonly boxes: Box[];
}

/** @throws DatabaseError for shapes that MongoDB does not know or that are malformed */
export function readRegion(operator: '$geoWithin' | '$geoIntersects', argument: Value): Region {
  if (!isFields(argument)) throw requestFailed(`${operator} needs an object`);
  const [shape] = Object.keys(argument);
  const content = argument[shape ?? ''] ?? null;
  if (shape === '$geometry') return operator === '$geoIntersects' ? intersecting(content) : within(content);
  if (operator === '$geoIntersects')
    throw requestFailed(`$geoIntersects not supported with provided geometry: ${String(shape)}`);
  const planar = planarShapes[shape ?? ''];
  if (planar === undefined) throw requestFailed(`unknown geo specifier: ${String(shape)}`);
  return planar(content);
}

function geometryOf(value: Value): Geometry {
  const geometry = readGeometry(value);
  if (geometry === undefined)
    throw requestFailed(`unknown GeoJSON type or malformed geometry: ${JSON.stringify(value)}`);
  return geometry;
}

function intersecting(content: Value): Region {
  const wanted = geometryOf(content);
  return { boxes: boxesOf(wanted), accepts: (value) => onGeometry(value, (geometry) => intersects(geometry, wanted)) };
}

function within(content: Value): Region {
  const { polygons, points, lines } = geometryOf(content);
  if (polygons.length === 0 || points.length + lines.length > 0)
    throw requestFailed('$geoWithin only supports Polygon or MultiPolygon geometries');
  return {
    boxes: boxesOf({ points: [], lines: [], polygons }),
    accepts: (value) => onGeometry(value, (geometry) => isWithinPolygons(geometry, polygons)),
  };
}

function onGeometry(value: Value, test: (geometry: Geometry) => boolean): boolean {
  const geometry = readGeometry(value);
  return geometry !== undefined && test(geometry);
}

const planarShapes: Readonly<Record<string, (content: Value) => Region>> = {
  $centerSphere: (content) => {
    const [centre, radius] = readCircle('$centerSphere', content);
    return circle(capBoxes(centre, radius * 1.0000001), (position) => distanceRadians(centre, position) <= radius);
  },
  $center: (content) => {
    const [[x, y], radius] = readCircle('$center', content);
    const box = { west: x - radius, south: y - radius, east: x + radius, north: y + radius };
    return circle([box], (position) => Math.hypot(position[0] - x, position[1] - y) <= radius);
  },
  $box: (content) => {
    const [low, high] = Array.isArray(content) ? content.map(readPosition) : [];
    if (low === undefined || high === undefined) throw requestFailed('malformed $box');
    const box = {
      west: Math.min(low[0], high[0]),
      south: Math.min(low[1], high[1]),
      east: Math.max(low[0], high[0]),
      north: Math.max(low[1], high[1]),
    };
    return circle([box], ([x, y]) => x >= box.west && x <= box.east && y >= box.south && y <= box.north);
  },
};

function circle(boxes: Box[], accepts: (position: Position) => boolean): Region {
  return { boxes, accepts: (value) => onGeometry(value, (geometry) => positionsOf(geometry).every(accepts)) };
}

function readCircle(name: string, content: Value): [Position, number] {
  const [centre, radius] = Array.isArray(content) ? content : [];
  const position = readPosition(isFields(centre) ? Object.values(centre) : (centre ?? null));
  if (position === undefined || typeof radius !== 'number' || radius < 0) throw requestFailed(`malformed ${name}`);
  return [position, radius];
}
