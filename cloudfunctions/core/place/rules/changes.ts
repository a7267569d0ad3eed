import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { GridColour } from '../../../../miniprogram/contracts/hat';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import type { Result } from '../../platform/result';
import type { GridAssignment } from '../community';
import type { FormerPlace, Place } from '../place';
import { crossesItself } from './boundary';
import { belowParent, labelOf } from './below';

/** Under which kinds each may lie; a grid lies right under its community, shops and facilities may lie nowhere. */
const parentKinds: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  grid: [],
  section: ['grid'],
  lane: ['grid', 'section'],
  courtyard: ['grid', 'section', 'lane'],
  household: ['courtyard'],
  shop: ['grid', 'section', 'lane', 'courtyard'],
  facility: ['grid', 'section', 'lane', 'courtyard'],
};

/** Whether a kind may do without a grid until it is given one. */
export function maySettleLater(kind: PlaceKind): boolean {
  return kind === 'shop' || kind === 'facility';
}

/** What a place is called, how it is drawn, where it is. */
export interface PlaceFields {
  readonly name: string;
  readonly colour?: GridColour;
  readonly boundary?: readonly Gcj02Point[];
  readonly gcj02?: Gcj02Point;
}

export interface NewPlace extends PlaceFields {
  readonly placeId: string;
  readonly communityId: string;
  readonly kind: PlaceKind;
  /** The id of what it lies under: a place, its community for a grid, a shelf for what lies nowhere. */
  readonly parentId: string;
}

/** What a decision needs to know of what lies around. */
export interface Surroundings {
  /** Undefined for a grid, and for what lies nowhere. */
  readonly parent: Place | undefined;
  /** Of the community. */
  readonly grids: readonly Pick<GridAssignment, 'gridId' | 'colour'>[];
}

type Grids = Surroundings['grids'];

/** A new place, the last under its parent. The import makes its places by this too. */
export function decideCreate(wanted: NewPlace, { parent, grids }: Surroundings): Result<Place> {
  const { placeId, communityId, kind, parentId, ...fields } = wanted;
  const refused = misfit(kind, fields) ?? misplaced(kind, parent, 'parentId') ?? takenColour(placeId, fields, grids);
  if (refused) return refused;
  if (kind === 'grid' && grids.length >= limits.grids) return { ok: false, code: 'GRIDS_FULL', field: 'kind' };
  const place: Place = {
    _id: placeId,
    communityId,
    kind,
    parentId,
    path: `${communityId}/${placeId}`,
    position: kind === 'grid' ? grids.length : (parent?.children ?? 0),
    children: 0,
    ...fields,
    label: labelOf(kind, fields.name, parent),
    version: 1,
  };
  return { ok: true, data: parent ? belowParent(place, parent) : place };
}

/** What somebody who changes a place knew of it, and who they are. */
export interface Changing {
  readonly version: number;
  readonly at: Date;
  readonly byName: string;
}

/** Another name, colour, boundary or point; what is left out stays, an empty boundary is taken away. */
export function decideSave(
  place: Place,
  fields: PlaceFields,
  { parent, grids }: Surroundings,
  changing: Changing,
): Result<Place> {
  const refused = outdated(place, changing) ?? misfit(place.kind, fields) ?? takenColour(place._id, fields, grids);
  if (refused) return refused;
  const { boundary, ...rest } = fields;
  const { boundary: before, ...unbounded } = place;
  const after = boundary === undefined ? before : boundary.length === 0 ? undefined : boundary;
  const label = labelOf(place.kind, fields.name, parent);
  const changed = { ...unbounded, ...rest, label, ...(after && { boundary: after }) };
  const isCalledTheSame = label === place.label && changed.colour === place.colour;
  return { ok: true, data: next(place, changed, isCalledTheSame ? undefined : changing) };
}

/** Under another parent; a closed place opens by it. */
export function decideMove(place: Place, parent: Place, changing: Changing): Result<Place> {
  const refused = outdated(place, changing) ?? misplaced(place.kind, parent, 'parentId');
  if (refused) return refused;
  if (place.kind === 'grid' || parent._id === place._id)
    return { ok: false, code: 'PLACE_MISPLACED', field: 'parentId' };
  const moved = belowParent({ ...opened(place), parentId: parent._id, position: parent.children }, parent);
  return { ok: true, data: next(place, moved, changing) };
}

function opened({ closedAt: _closedAt, ...place }: Place): Place {
  return place;
}

/** Who and what keeps a place from being closed. */
export interface PlaceUse {
  readonly isLivedIn: boolean;
  readonly hasHolder: boolean;
}

/** Off to the shelf of what was closed; it keeps its path, its cards and its past. */
export function decideClose(place: Place, use: PlaceUse, shelf: string, changing: Changing): Result<Place> {
  const refused = outdated(place, changing);
  if (refused) return refused;
  if (place.closedAt) return { ok: false, code: 'PLACE_CHANGED', field: 'placeId' };
  if (place.children > 0) return { ok: false, code: 'PLACE_NOT_EMPTY', field: 'placeId' };
  if (use.isLivedIn) return { ok: false, code: 'PLACE_LIVED_IN', field: 'placeId' };
  if (use.hasHolder) return { ok: false, code: 'PLACE_HAS_HOLDER', field: 'placeId' };
  return { ok: true, data: next(place, { ...place, parentId: shelf, closedAt: changing.at }, changing) };
}

type Refused = Extract<Result<never>, { ok: false }>;

function outdated({ version = 0 }: Place, changing: Changing): Refused | undefined {
  return version === changing.version ? undefined : { ok: false, code: 'PLACE_CHANGED', field: 'version' };
}

/** Colour and boundary are a grid's; a boundary has three corners at least, and does not cross itself. */
function misfit(kind: PlaceKind, { colour, boundary = [] }: PlaceFields): Refused | undefined {
  if (kind !== 'grid' && colour) return { ok: false, code: 'INVALID_INPUT', field: 'colour' };
  const isArea = boundary.length === 0 || (kind === 'grid' && boundary.length >= 3 && !crossesItself(boundary));
  return isArea ? undefined : { ok: false, code: 'INVALID_INPUT', field: 'boundary' };
}

function misplaced(kind: PlaceKind, parent: Place | undefined, field: string): Refused | undefined {
  const fits = parent
    ? parentKinds[kind].includes(parent.kind) && parent.closedAt === undefined
    : kind === 'grid' || maySettleLater(kind);
  return fits ? undefined : { ok: false, code: 'PLACE_MISPLACED', field };
}

function takenColour(placeId: string, { colour }: PlaceFields, grids: Grids): Refused | undefined {
  const isTaken = colour !== undefined && grids.some((grid) => grid.gridId !== placeId && grid.colour === colour);
  return isTaken ? { ok: false, code: 'COLOUR_TAKEN', field: 'colour' } : undefined;
}

/** The place after a change; what it was before stays in its history where it was another one by it. */
function next(before: Place, after: Place, changing: Changing | undefined): Place {
  const version = (before.version ?? 0) + 1;
  if (!changing) return { ...after, version };
  const { name, label, path, grid, colour } = before;
  const former: FormerPlace = {
    name,
    label,
    path,
    ...(grid && { gridName: grid.name }),
    ...(colour && { colour }),
    until: changing.at,
    byName: changing.byName,
  };
  return { ...after, version, former: [...(before.former ?? []), former].slice(-limits.formerPlaces) };
}
