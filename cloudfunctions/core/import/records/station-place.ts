import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { PlaceRef } from '../../place/place';
import { gridAt } from '../../place/rules/boundary';
import { placeRef } from '../../place/view';
import { toGcj02 } from '../../station/rules/coordinates';
import type { StationEntry } from '../entries';
import type { PlaceIndex } from '../rules/find-place';
import type { StationBook } from './station-book';

/** Where a station or a site is: the place that its row names, else the grid around its point. */
export type StationPlace =
  | { readonly found: 'place'; readonly place: PlaceRef }
  | { readonly found: 'none' }
  | { readonly found: 'unknown' | 'several'; readonly detail: string };

export function stationPlace(
  entry: StationEntry,
  point: Gcj02Point | undefined,
  index: PlaceIndex,
  { grids }: Pick<StationBook, 'grids'>,
): StationPlace {
  const named = index.find(entry);
  if (named.found === 'place') return { found: 'place', place: placeRef(named.place) };
  if (named.found !== 'none') return named;
  const bounded = grids.map(({ _id, boundary }) => ({ gridId: _id, ...(boundary && { boundary }) }));
  const around = point && gridAt(point, bounded)?.gridId;
  const grid = grids.find(({ _id }) => _id === around);
  return grid ? { found: 'place', place: placeRef(grid) } : { found: 'none' };
}

/** A list that says of no system is taken for one of the maps that people copy from, and that is said. */
export function stationPoint({ point, system }: StationEntry): Gcj02Point | undefined {
  return point && toGcj02(point, system ?? 'gcj02');
}
