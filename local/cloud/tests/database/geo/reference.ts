import type { Data } from '../../support/database-sdk';

/** Longitude and latitude in degrees. */
export type At = [number, number];

export const earthRadiusMetres = 6_378_100;
/** Great-circle distance in metres by the haversine formula. */
export function haversine([lonA, latA]: At, [lonB, latB]: At): number {
  const [phiA, phiB] = [(latA * Math.PI) / 180, (latB * Math.PI) / 180];
  const h =
    Math.sin((phiB - phiA) / 2) ** 2 +
    Math.cos(phiA) * Math.cos(phiB) * Math.sin((((lonB - lonA) / 2) * Math.PI) / 180) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(h));
}

/** Even-odd rule on longitude and latitude, which is right for areas of a city's size. */
export function isInRing([x, y]: At, ring: At[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Distance in degrees from a point to the nearest edge, on the plane. */
export function degreesToEdge([x, y]: At, ring: At[]): number {
  const distances = ring.slice(1).map(([bx, by], i) => {
    const [ax, ay] = ring[i]!;
    const along = Math.max(
      0,
      Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
    );
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
  });
  return Math.min(...distances);
}

/** The same numbers on every run. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}
const numbers = random(20261123);
/** A number from 0 up to 1. */
export const next = (): number => numbers.next().value;
export const point = (at: At): Data => ({ type: 'Point', coordinates: at });
export const city: At = [118.78, 32.04];
export const inCity = (): At => [city[0] + (next() - 0.5) * 0.4, city[1] + (next() - 0.5) * 0.3];

/** A star of a few kilometres around a centre: no corner is convex by chance. */
export function star([x, y]: At, corners: number, size: number): At[] {
  const ring = Array.from({ length: corners }, (_unused, i): At => {
    const radius = size * (i % 2 === 0 ? 1 : 0.4) * (0.7 + next() * 0.6);
    return [x + radius * Math.cos((i * 2 * Math.PI) / corners), y + radius * Math.sin((i * 2 * Math.PI) / corners)];
  });
  return [...ring, ring[0]!];
}
