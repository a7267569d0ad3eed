/** Web Mercator, the projection of map services: the world is 256 · 2^scale px wide. */

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The visible part of a map: its centre and its scale. */
export interface Camera extends Location {
  /** WeChat's zoom level, 3 to 20. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const tilePx = 256;
/** Mercator ends before the poles. */
const maxLatitude = 85.05;
/** The circumference of the earth at the equator / 256: metres per px at scale 0. */
const metresPerPixel = 156_543.033_92;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function toWorld({ latitude, longitude }: Location, scale: number): Point {
  const size = tilePx * 2 ** scale;
  const sine = Math.sin(radians(Math.max(-maxLatitude, Math.min(maxLatitude, latitude))));
  return { x: ((longitude + 180) / 360) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size };
}

function fromWorld({ x, y }: Point, scale: number): Location {
  const size = tilePx * 2 ** scale;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI;
  return { latitude, longitude: (x / size) * 360 - 180 };
}

/** The position in the box of the map, from its top left corner. */
export function toScreen(location: Location, camera: Camera, { width, height }: Size): Point {
  const center = toWorld(camera, camera.scale);
  const point = toWorld(location, camera.scale);
  return { x: point.x - center.x + width / 2, y: point.y - center.y + height / 2 };
}

export function fromScreen({ x, y }: Point, camera: Camera, { width, height }: Size): Location {
  const center = toWorld(camera, camera.scale);
  return fromWorld({ x: center.x + x - width / 2, y: center.y + y - height / 2 }, camera.scale);
}

export function pixelsOfMetres(metres: number, { latitude }: Location, scale: number): number {
  return metres / ((metresPerPixel * Math.cos(radians(latitude))) / 2 ** scale);
}

/** The camera that shows all points within the paddings (top, right, bottom, left; px). */
export function fit(
  points: readonly Location[],
  { width, height }: Size,
  paddings: readonly [number, number, number, number],
): Camera | undefined {
  const worldPoints = points.map((point) => toWorld(point, 0));
  if (worldPoints.length === 0) return undefined;
  const left = Math.min(...worldPoints.map(({ x }) => x));
  const right = Math.max(...worldPoints.map(({ x }) => x));
  const top = Math.min(...worldPoints.map(({ y }) => y));
  const bottom = Math.max(...worldPoints.map(({ y }) => y));
  const [paddingTop, paddingRight, paddingBottom, paddingLeft] = paddings;
  const available = {
    width: Math.max(1, width - paddingLeft - paddingRight),
    height: Math.max(1, height - paddingTop - paddingBottom),
  };
  const zoom = Math.min(
    available.width / Math.max(right - left, 1e-9),
    available.height / Math.max(bottom - top, 1e-9),
  );
  const scale = Math.max(3, Math.min(20, Math.log2(zoom)));
  const shift = { x: (paddingRight - paddingLeft) / 2 / 2 ** scale, y: (paddingBottom - paddingTop) / 2 / 2 ** scale };
  return { ...fromWorld({ x: (left + right) / 2 + shift.x, y: (top + bottom) / 2 + shift.y }, 0), scale };
}
