import type { GridView } from '../../../contracts/place';
import { gridTitle } from '../../../text/person/hats';
import { holdingLine, patternLine, staffLine, workLine } from '../text/grids';

/** A grid in words, for beside the map and in its place. */
export interface GridRow {
  readonly placeId: string;
  readonly colour: string;
  readonly title: string;
  readonly pattern: string;
  readonly holding: string;
  readonly work: string;
  readonly staff: string;
}

export function gridRow(grid: GridView): GridRow {
  return {
    placeId: grid.placeId,
    colour: grid.colour ?? '',
    title: gridTitle(grid.name, grid.colour),
    pattern: patternLine(grid.colour),
    holding: holdingLine(grid),
    work: workLine(grid),
    staff: staffLine(grid),
  };
}
