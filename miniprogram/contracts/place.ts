import type { Gcj02Point } from './distance';
import type { GridColour } from './hat';
import type { CoordinateSystem } from './station';

/** From the widest to the narrowest; shops and public facilities lie in any of them, or in no grid yet. */
export const placeKinds = ['grid', 'section', 'lane', 'courtyard', 'household', 'shop', 'facility'] as const;
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

/** What a place was called, and where it lay, until somebody changed it. */
export interface FormerPlaceView {
  readonly label: string;
  readonly gridName?: string;
  /** ISO time. */
  readonly until: string;
  readonly byName: string;
}

/** A place as whoever keeps the community's places sees it. */
export interface PlaceDetail extends PlaceView {
  readonly version: number;
  readonly closed: boolean;
  /** How many places lie right under it. */
  readonly children: number;
  /** The grid that it lies in; absent on a grid, and on what lies in none. */
  readonly gridName?: string;
  readonly gridColour?: GridColour;
  readonly sectionName?: string;
  /** GCJ-02; of a grid, with at least three corners. */
  readonly boundary?: readonly Gcj02Point[];
  /** GCJ-02; where it is, if that is known. */
  readonly gcj02?: Gcj02Point;
  /** The latest first. */
  readonly former: readonly FormerPlaceView[];
}

/** What a grid holds, as a night counts it; people once each, whatever they hold. */
export const gridFigures = ['courtyards', 'households', 'people', 'openOrders', 'laneChiefs'] as const;
export type GridFigure = (typeof gridFigures)[number];

/** A grid as the map of a community draws it. */
export interface GridView {
  readonly placeId: string;
  readonly name: string;
  readonly version: number;
  readonly colour?: GridColour;
  /** GCJ-02, with as many corners as a small map shows; empty where none was drawn yet. */
  readonly boundary: readonly Gcj02Point[];
  /** Absent while the post is vacant. */
  readonly worker?: string;
  readonly leader?: string;
  /** Absent before the first night. */
  readonly figures?: Readonly<Record<GridFigure, number>>;
}

/** What is decided on a place beside where it lies. Points are of `system`, and are stored as GCJ-02. */
export interface PlaceInput {
  readonly name: string;
  /** Of a grid alone; no two grids of a community share one. */
  readonly colour?: GridColour;
  /** Of a grid alone: three corners or more, in the order in which somebody walks around it. */
  readonly boundary?: readonly Gcj02Point[];
  readonly point?: Gcj02Point;
  readonly system?: CoordinateSystem;
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
  /**
   * The grids of the caller's community with their boundaries, their staff and what they hold; `countedAt` says when.
   * `whole` is the one whose every corner is answered, for whoever draws it; `mine`: the caller keeps the places.
   */
  'place.listGrids': {
    input: { whole?: string };
    output: { grids: readonly GridView[]; countedAt?: string; mine: boolean };
  };
  /** One place, and a page of what lies right under it. */
  'place.get': {
    input: { placeId: string; cursor?: string };
    output: { place: PlaceDetail; places: readonly PlaceView[]; next?: string };
  };
  /**
   * A new place under `parentId`; a grid has none. A shop or a facility without a parent falls to the grid around its
   * point, or to none.
   */
  'place.create': {
    input: PlaceInput & { kind: PlaceKind; parentId?: string; requestId: string };
    output: PlaceDetail;
  };
  /** What is left out stays as it is; an empty boundary takes it away. */
  'place.save': { input: PlaceInput & { placeId: string; version: number; requestId: string }; output: PlaceDetail };
  /** To another parent; a closed place opens by it. */
  'place.move': {
    input: { placeId: string; version: number; parentId: string; requestId: string };
    output: PlaceDetail;
  };
  /** Nothing may lie in it, nobody live in it or hold a post there. Its cards and its past stay. */
  'place.close': { input: { placeId: string; version: number; requestId: string }; output: PlaceDetail };
  /** Shops and facilities that lie in no grid, or what was closed. */
  'place.listApart': {
    input: { list: 'ungridded' | 'closed'; cursor?: string };
    output: { places: readonly PlaceView[]; next?: string };
  };
}
