/** Web Mercator, as every map service draws: the world is 256 · 2^scale px wide. */

export interface Location {
  latitude: number;
  longitude: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What a map box shows. */
export interface Camera extends Location {
  /** WeChat's zoom level, 3 to 20 */
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

const tile = 256;
/** Mercator ends before the poles. */
const highestLatitude = 85.05;
/** Circumference of the earth at the equator / 256: metres per px at scale 0. */
const metresPerPixel = 156_543.033_92;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function world({ latitude, longitude }: Location, scale: number): Point {
  const size = tile * 2 ** scale;
  const sine = Math.sin(radians(Math.max(-highestLatitude, Math.min(highestLatitude, latitude))));
  return { x: ((longitude + 180) / 360) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size };
}

function fromWorld({ x, y }: Point, scale: number): Location {
  const size = tile * 2 ** scale;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI;
  return { latitude, longitude: (x / size) * 360 - 180 };
}

/** Position in the box, from its top left corner. */
export function toScreen(location: Location, camera: Camera, { width, height }: Size): Point {
  const center = world(camera, camera.scale);
  const point = world(location, camera.scale);
  return { x: point.x - center.x + width / 2, y: point.y - center.y + height / 2 };
}

export function fromScreen({ x, y }: Point, camera: Camera, { width, height }: Size): Location {
  const center = world(camera, camera.scale);
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
  const flat = points.map((point) => world(point, 0));
  if (flat.length === 0) return undefined;
  const left = Math.min(...flat.map(({ x }) => x));
  const right = Math.max(...flat.map(({ x }) => x));
  const top = Math.min(...flat.map(({ y }) => y));
  const bottom = Math.max(...flat.map(({ y }) => y));
  const [above, beside, below, before] = paddings;
  const free = { width: Math.max(1, width - before - beside), height: Math.max(1, height - above - below) };
  const zoom = Math.min(free.width / Math.max(right - left, 1e-9), free.height / Math.max(bottom - top, 1e-9));
  const scale = Math.max(3, Math.min(20, Math.log2(zoom)));
  const shift = { x: (beside - before) / 2 / 2 ** scale, y: (below - above) / 2 / 2 ** scale };
  return { ...fromWorld({ x: (left + right) / 2 + shift.x, y: (top + bottom) / 2 + shift.y }, 0), scale };
}
