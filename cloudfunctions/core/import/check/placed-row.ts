import type { PostHat } from '../../../../miniprogram/contracts/hat';
import type { CellNote, ImportKind } from '../../../../miniprogram/contracts/import-row';
import type { PlaceRef } from '../../place/place';
import { placeRef } from '../../place/view';
import { derivedId } from '../../platform/ids';
import type { RowCode } from '../document/page';
import type { PersonEntry } from '../entries';
import type { PlaceFound } from '../rules/find-place';
import { personKeyOf } from '../rules/person-key';
import { hoursOf, skillsOf } from '../text/service-words';
import type { ListRow } from './read-list';
import type { RowHousehold, Surroundings } from './surroundings';

/** Where a post is. */
export interface PostPlace {
  readonly hat: PostHat;
  readonly placeId: string;
  readonly path: string;
  readonly placeName: string;
  readonly colour?: PlaceRef['colour'];
}

/** A row of a person, with the places that it names found. */
export interface PlacedPerson {
  readonly entry: PersonEntry;
  readonly personId: string;
  readonly home?: PlaceRef;
  readonly serves?: PlaceRef;
  readonly household?: RowHousehold;
  readonly postPlace?: PostPlace;
  readonly notes: readonly CellNote<RowCode>[];
}

export interface PlacedRow {
  readonly line: ListRow;
  /** Undefined where the row is of nobody, or was refused. */
  readonly person: PlacedPerson | undefined;
}

/** Posts that a list may fill, and the level at which each stands; the others are appointed one by one. */
const postLevels = {
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  gridWorker: 'grid',
  gridLeader: 'grid',
  groupLeader: 'grid',
} as const satisfies Partial<Record<PostHat, string>>;
const isListed = (hat: PostHat | undefined): hat is keyof typeof postLevels => hat !== undefined && hat in postLevels;

/** Where somebody of a list lives, and which grid a member reported to. */
export function rowPlacesOf(kind: ImportKind, entry: PersonEntry, line: ListRow, around: Surroundings): PlacedPerson {
  const { places, community } = around;
  const isMember = kind === 'members';
  const named = isMember ? places.find(entry, ['courtyard', 'lane']) : places.find(entry);
  const grid = isMember ? places.find(entry, ['grid']) : undefined;
  const at = named.found === 'place' ? named.place : undefined;
  const own = at?.kind === 'courtyard' && entry.door !== undefined ? around.household(at, entry.door) : undefined;
  const home = own?.place ?? at;
  return {
    ...personOf(entry, community._id),
    ...(home && { home: placeRef(home) }),
    ...(own && { household: own }),
    ...(grid?.found === 'place' && { serves: placeRef(grid.place) }),
    notes: [...placeNotes(line, named), ...(grid ? placeNotes(line, grid) : []), ...wordNotes(entry, line)],
  };
}

/** Where the post of a row is; a row whose post or place is not known has none, and is refused. */
export function postPlaceOf(entry: PersonEntry, line: ListRow, { places, community }: Surroundings): PlacedPerson {
  const person = personOf(entry, community._id);
  const { hat } = entry;
  if (!isListed(hat)) return { ...person, notes: [note(line, 'postUnknown')] };
  const level = postLevels[hat];
  const found = places.find(entry, [level]);
  if (found.found !== 'place')
    return { ...person, notes: found.found === 'none' ? [note(line, 'placeMissing')] : placeNotes(line, found) };
  const { _id: placeId, path, name, grid, colour } = found.place;
  const own = grid?.colour ?? colour;
  return { ...person, postPlace: { hat, placeId, path, placeName: name, ...(own && { colour: own }) }, notes: [] };
}

function personOf(entry: PersonEntry, communityId: string): Pick<PlacedPerson, 'entry' | 'personId'> {
  return { entry, personId: derivedId('p', 'import', communityId, ...personKeyOf(entry)) };
}

/** `2026-11-28`: of a month alone nobody knows the day. */
const dayLength = 10;

function placeNotes(line: ListRow, found: PlaceFound): readonly CellNote<RowCode>[] {
  if (found.found !== 'unknown' && found.found !== 'several') return [];
  return [note(line, found.found === 'unknown' ? 'placeUnknown' : 'placeSeveral', found.detail)];
}

function wordNotes(entry: PersonEntry, line: ListRow): readonly CellNote<RowCode>[] {
  const { skills = [], hours = [], phones, reported } = entry;
  const month = reported === undefined || reported.length === dayLength ? [] : [reported];
  const dropped = [...skillsOf(skills).dropped, ...hoursOf(hours).dropped, ...month];
  return [
    ...dropped.map((word) => note(line, 'wordDropped', word)),
    ...(phones.length > 1 ? [note(line, 'moreNumbers')] : []),
  ];
}

function note({ row }: ListRow, code: RowCode, detail = ''): CellNote<RowCode> {
  return { row, column: '', code, ...(detail === '' ? {} : { detail }) };
}
