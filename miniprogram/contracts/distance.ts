/**
 * How far it is, in minutes. The straight line is the haversine of the sphere that the database's geometry counts on;
 * roads are longer by the detour factor (docs/stations.md).
 */

/** A point in GCJ-02, the coordinates of maps in China and of `wx.getLocation({ type: 'gcj02' })`. */
export interface Gcj02Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** MongoDB's earth. */
export const earthRadiusMetres = 6_378_100;
/** Roads of a city against the straight line. */
export const detourFactor = 1.3;

export const travelModes = ['walk', 'ebike'] as const;
export type TravelMode = (typeof travelModes)[number];

/** 4.8 km/h on foot; 15 km/h on an e-bike with its stops at lights. */
export const metresPerMinute: Readonly<Record<TravelMode, number>> = { walk: 80, ebike: 250 };

/** The circle that the street promises (S5-06). */
export const circleMinutes = 15;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the great circle. */
export function straightMetres(from: Gcj02Point, to: Gcj02Point): number {
  const sine = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const square =
    sine(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * sine(to.longitude - from.longitude);
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** Minutes by road, not rounded. */
export function travelMinutes(from: Gcj02Point, to: Gcj02Point, mode: TravelMode): number {
  return (straightMetres(from, to) * detourFactor) / metresPerMinute[mode];
}

/** As it is said: whole minutes, rounded up, one at least. */
export function shownMinutes(minutes: number): number {
  return Math.max(1, Math.ceil(minutes));
}

/** How far the straight line of a circle reaches. */
export function circleRadiusMetres(mode: TravelMode): number {
  return (circleMinutes * metresPerMinute[mode]) / detourFactor;
}
