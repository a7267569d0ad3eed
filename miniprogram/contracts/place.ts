import type { GridColour } from './hat';

export const placeKinds = ['grid', 'section', 'lane', 'courtyard', 'household'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface PlaceView {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** As a door plate has it, with its lane: `柳巷 12 号院`. */
  readonly label: string;
  readonly colour?: GridColour;
  readonly hasMore: boolean;
}

export interface PlaceApi {
  /**
   * The places right under one, or the grids of the caller's (or the card's) community. `own` without a place begins in
   * the grid of the hat (or the card), where it has one: `path` is then the way down to there.
   */
  'place.listChildren': {
    input: { placeId?: string; token?: string; own?: boolean; cursor?: string };
    output: { places: readonly PlaceView[]; path?: readonly PlaceView[]; next?: string };
  };
}
