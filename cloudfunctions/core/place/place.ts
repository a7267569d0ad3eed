import type { GridColour } from '../../../miniprogram/contracts/hat';
import type { PlaceKind } from '../../../miniprogram/contracts/place';
import { collection } from '../platform/database';

/**
 * A place below a community: grid › section › lane › courtyard › household. Ids are lower-case letters, digits and `_`,
 * and unique over all communities; `path` joins the ids from the community down to the place itself by `/`.
 */
export interface Place {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: PlaceKind;
  /** What stands above it; a grid's parent is the community. */
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
}

export const places = collection<Place>('places');

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
}
