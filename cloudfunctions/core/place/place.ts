import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Gcj02Point } from '../../../miniprogram/contracts/distance';
import type { GridColour, Hat } from '../../../miniprogram/contracts/hat';
import type { GridFigure, PlaceKind } from '../../../miniprogram/contracts/place';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * Something that somebody did to a place or a post, as `access/act.ts` has it for every noun; it stands here too since
 * places are below whoever calls.
 */
export interface PlaceAct {
  readonly action: EndpointName;
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
}

/** What a place was, until somebody renamed, moved or closed it. */
export interface FormerPlace {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly gridName?: string;
  readonly colour?: GridColour;
  readonly until: Date;
  readonly byName: string;
}

/**
 * A place below a community: grid › section › lane › courtyard › household, and shops and facilities in any of them.
 * Ids are lower-case letters, digits and `_`, and unique over all communities; `path` joins the ids from the community
 * down to the place itself by `/`.
 */
export interface Place {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: PlaceKind;
  /** What stands above it; a grid's parent is the community, that of what lies nowhere a shelf (`shelfOf`). */
  readonly parentId: string;
  readonly path: string;
  readonly name: string;
  /** Position among its siblings, from 0. */
  readonly position: number;
  /** Only a grid has one, and no two grids of a community the same (S1-06). */
  readonly colour?: GridColour;
  /** How many places lie right under it. */
  readonly children: number;
  /** What stands above, copied down, so that a card or an order needs no climb. Absent on a grid. */
  readonly grid?: { readonly gridId: string; readonly name: string; readonly colour?: GridColour };
  readonly sectionName?: string;
  /** As a door plate has it: `石榴巷 7 号院`. */
  readonly label: string;
  /** Of a grid: its corners in GCJ-02, in the order in which somebody walks around it. */
  readonly boundary?: readonly Gcj02Point[];
  /** Where it is, in GCJ-02. */
  readonly gcj02?: Gcj02Point;
  /** Of a grid: what it holds, counted by night; absent before the first. */
  readonly figures?: Readonly<Record<GridFigure, number>> & { readonly countedAt: Date };
  /** Counts what was decided on it; absent for none yet. */
  readonly version?: number;
  /** Closed places lie on their community's shelf (`shelfOf`), with the path that they had. */
  readonly closedAt?: Date;
  /** The latest last; bounded. */
  readonly former?: readonly FormerPlace[];
  readonly acts?: readonly PlaceAct[];
  /** Of the calls that changed it, the latest last; bounded. */
  readonly requests?: readonly RequestRecord[];
}

export const places = collection<Place>('places');

/** Where places of a community stand that lie under no other: shops that no grid has yet, and what was closed. */
export const shelves = ['ungridded', 'closed'] as const;
export type Shelf = (typeof shelves)[number];

/** The parent's id of what stands on a shelf, so that no list of a place's children comes upon it. */
export function shelfOf(communityId: string, shelf: Shelf): string {
  return `${shelf}:${communityId}`;
}

/** A place as other documents carry it. */
export interface PlaceRef {
  readonly placeId: string;
  readonly path: string;
  readonly label: string;
  readonly gridId: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly sectionName?: string;
  /** The courtyard that it is or lies in; absent above courtyards. */
  readonly courtyardId?: string;
  /** Of a household: its courtyard's door plate (rules/courtyard-label.ts); absent of older copies. */
  readonly courtyardLabel?: string;
}
