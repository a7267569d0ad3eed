export type Scalar = string | number | boolean | Date | null;

/** A point as the database stores and indexes it (GeoJSON): longitude, then latitude. */
export interface GeoPoint {
  readonly type: 'Point';
  readonly coordinates: readonly [longitude: number, latitude: number];
}

/**
 * What lies around a point, from near to far, which needs a 2dsphere index. It takes no `sort` beside it. Metres along
 * the great circle.
 */
export interface NearCondition {
  readonly near: GeoPoint;
  readonly minMetres?: number;
  readonly maxMetres: number;
}

/**
 * One field's condition: equal to a value, one of several, not this one (nor, for a list, holding it), within a range,
 * or near a point.
 */
export type Condition =
  | Scalar
  | NearCondition
  | { readonly oneOf: readonly Scalar[] }
  | { readonly not: Scalar }
  | { readonly gte?: Scalar; readonly gt?: Scalar; readonly lte?: Scalar; readonly lt?: Scalar };

/**
 * Conditions that all hold; keys are field paths (`place.path`). Every shape that is used needs an index in `schema/`.
 */
export type Where = Readonly<Record<string, Condition>>;

export interface Query {
  readonly where?: Where;
  /** At least one of these holds, beside `where`. */
  readonly anyOf?: readonly Where[];
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
  /**
   * 1 to 99: a function may not rely on getting more than 100 documents (platform limit), and 100 is what the SDK sends
   * for no limit.
   */
  readonly limit: number;
  /** Top-level fields that are not fetched. */
  readonly exclude?: readonly string[];
}

export interface Stored {
  readonly _id: string;
}

declare const content: unique symbol;

/**
 * A collection by name, with the type of its documents. Only our functions write them, so that what is read is trusted.
 */
export interface Collection<T extends Stored> {
  readonly name: string;
  readonly [content]?: T;
}

export function collection<T extends Stored>(name: string): Collection<T> {
  return { name };
}

/** Everything at and under a place: paths are ids of letters and digits joined by `/`, and `0` follows `/`. */
export function under(path: string): Condition {
  return { gte: path, lt: `${path}0` };
}
