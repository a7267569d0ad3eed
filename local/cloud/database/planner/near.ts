import { requestFailed } from '../errors';
import { capBoxes, type Position } from '../geo/sphere';
import type { Collection, IndexDefinition } from '../storage/catalog';
import type { KeyRange } from '../storage/store';
import type { Fields } from '../values/value';
import { boundsOf } from './bounds';
import { cellIntervals, shapeOf } from './constraints';
import { keyRangeOf } from './intervals';

export interface NearIndex {
  readonly index: IndexDefinition;
  readonly path: string;
  /** Beginnings of keys: the equalities on the fields before the place. */
  readonly prefixes: Buffer[];
}

/** @throws DatabaseError without a 2dsphere index that the filter can use, as in MongoDB */
export function nearIndex(collection: Collection, path: string | undefined, filter: Fields): NearIndex {
  const shape = shapeOf(filter);
  for (const index of collection.indexes) {
    const at = index.fields.findIndex(
      ({ name, direction }) => direction === '2dsphere' && (path === undefined || name === path),
    );
    const field = index.fields[at];
    if (field === undefined) continue;
    const { equalities, ranges } = boundsOf({ ...index, fields: index.fields.slice(0, at) }, shape);
    if (equalities === at) return { index, path: field.name, prefixes: ranges.map(({ low }) => low) };
  }
  throw requestFailed('unable to find index for $geoNear query');
}

/** A range of an index that holds a cell, and where in its keys the names of cells begin. */
export interface CellRange {
  readonly range: KeyRange;
  readonly nameAt: number;
}

/** The ranges of an index below some prefixes that hold everything within an angle of a centre. */
export function nearRanges(prefixes: readonly Buffer[], centre: Position, radiusRadians: number): CellRange[] {
  const cellRanges = cellIntervals(capBoxes(centre, radiusRadians)).map((interval) => keyRangeOf(interval, false));
  return prefixes.flatMap((prefix) =>
    cellRanges.map(({ low, high }) => ({
      range: { low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) },
      nameAt: prefix.length,
    })),
  );
}
