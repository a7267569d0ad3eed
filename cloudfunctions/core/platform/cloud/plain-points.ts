import type { GeoPoint } from '../database';

/** A point as the SDK reads it: an object of its own class. */
interface SdkPoint {
  readonly longitude: number;
  readonly latitude: number;
}

const isSdkPoint = (value: unknown): value is SdkPoint =>
  typeof value === 'object' && value !== null && value.constructor.name === 'Point' && 'longitude' in value;

/** The same document with its points as they are stored. Points stand in top-level fields alone. */
export function plainPoints<T extends object | undefined>(document: T): T {
  if (document === undefined || !Object.values(document).some(isSdkPoint)) return document;
  const fields = Object.entries(document).map(([name, value]: [string, unknown]) => [
    name,
    isSdkPoint(value) ? pointOf(value) : value,
  ]);
  return Object.fromEntries(fields) as T;
}

function pointOf({ longitude, latitude }: SdkPoint): GeoPoint {
  return { type: 'Point', coordinates: [longitude, latitude] };
}
