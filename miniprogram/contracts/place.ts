import type { GridColour } from './hat';

export const placeKinds = ['grid', 'section', 'lane', 'courtyard', 'household'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface PlaceView {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly colour?: GridColour;
  readonly hasMore: boolean;
}

export interface PlaceApi {
  /** The places right under one, or the grids of the caller's (or the card's) community. */
  'place.under': { input: { placeId?: string; token?: string }; output: { places: readonly PlaceView[] } };
}
