import type { PlaceDetail, PlaceView } from '../../../contracts/place';
import { boundaryLine, formerLine, kindName, placeLine } from '../text/places';

export interface PlaceRow {
  readonly placeId: string;
  readonly name: string;
  readonly line: string;
}

export function placeRow({ placeId, name, kind }: PlaceView): PlaceRow {
  return { placeId, name, line: kindName(kind) };
}

/** The place that a page of children belongs to. */
export interface PlaceHead {
  readonly title: string;
  readonly line: string;
  readonly colour: string;
  readonly former: readonly string[];
  readonly isGrid: boolean;
  /** Whether the outline of a grid was drawn. */
  readonly boundary: string;
  readonly isClosed: boolean;
}

export function placeHead(detail: PlaceDetail, nowMs: number): PlaceHead {
  return {
    title: detail.label,
    line: placeLine(detail),
    colour: detail.colour ?? detail.gridColour ?? '',
    former: detail.former.slice(0, 3).map((one) => formerLine(one, nowMs)),
    isGrid: detail.kind === 'grid',
    boundary: boundaryLine(detail.boundary?.length ?? 0),
    isClosed: detail.closed,
  };
}
