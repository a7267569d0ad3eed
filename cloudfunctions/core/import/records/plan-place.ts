import { limits } from '../../../../miniprogram/contracts/limits';
import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import { shelfOf } from '../../place/place';
import { labelOf } from '../../place/rules/below';
import { derivedId } from '../../platform/ids';
import type { CheckCode } from '../document/page';
import type { PlaceEntry } from '../entries';
import { plainName } from '../rules/find-place';
import { placeKindWords } from '../text/words';
import type { BookedPlace, PlaceBook } from './place-book';
import type { PlaceStep } from './target';

/** The places of a row, from the widest to the narrowest; or why they cannot be found or made. */
export type PlannedPlaces =
  | { readonly ok: true; readonly steps: readonly PlaceStep[]; readonly recoloured?: Recoloured }
  | { readonly ok: false; readonly code: CheckCode; readonly detail: string };

/** A grid that is known and gets another colour. */
export interface Recoloured {
  readonly before: string;
  readonly after: string;
}

const columns = ['grid', 'section', 'lane', 'courtyard'] as const;
type Refusal = Extract<PlannedPlaces, { readonly ok: false }>;
const refuse = (code: CheckCode, detail: string): Refusal => ({ ok: false, code, detail });

/**
 * Finds the places of a row among those that are known or that earlier rows make, and books those that are new. What a
 * row does not name is looked for by what it does: a lane of one name in one grid needs no grid beside it.
 */
export function planPlace(entry: PlaceEntry, book: PlaceBook, communityId: string): PlannedPlaces {
  const wanted = wantedOf(entry);
  if (!wanted.ok) return wanted;
  const booked: BookedPlace[] = [];
  let recoloured: Recoloured | undefined;
  for (const one of wanted.places) {
    const found = findOrMake(one, booked.at(-1), book, communityId);
    if (!found.ok) return found;
    const coloured = one.kind === 'grid' ? colourOf(found, entry, book) : found;
    if (!coloured.ok) return coloured;
    recoloured ??= coloured.recoloured;
    booked.push(coloured.place);
  }
  for (const place of booked) if (book.get(place.placeId) !== place) book.put(place);
  const steps = booked.map((place) => stepOf(place, recoloured !== undefined));
  return { ok: true, steps, ...(recoloured && { recoloured }) };
}

function stepOf({ placeId, kind, name, parentId, isNew, colour }: BookedPlace, isRecoloured: boolean): PlaceStep {
  const isColoured = kind === 'grid' && (isNew || isRecoloured);
  return { placeId, kind, name, parentId, isNew, ...(isColoured && colour && { colour }) };
}

/** Door plates have the name of what lies above before their own: 7 of a lane is known as that lane's 7, too. */
function called({ kind, name }: Wanted, above: BookedPlace | undefined, book: PlaceBook): readonly BookedPlace[] {
  const isPlate = kind === 'courtyard' || kind === 'household';
  const names = isPlate && above ? [name, above.name + name, above.label + name] : [name];
  return [...new Set(names.flatMap((one) => book.find(kind, one, above)))];
}

/** One place of a row, known or new. */
type OnePlace =
  | {
      readonly ok: true;
      readonly place: BookedPlace;
      readonly isMade: boolean;
      readonly recoloured?: Recoloured;
    }
  | Refusal;

function findOrMake(one: Wanted, above: BookedPlace | undefined, book: PlaceBook, communityId: string): OnePlace {
  const found = called(one, above, book);
  const near = found.filter(({ parentId }) => parentId === above?.placeId);
  const [known] = near.length === 1 ? near : found;
  if (known && found.length > 1 && near.length !== 1) return refuse('placeSeveral', one.name);
  if (known) return { ok: true, place: known, isMade: false };
  const place = newPlace(one, above, communityId);
  return place ? { ok: true, place, isMade: true } : refuse('placeMissing', one.name);
}

interface Wanted {
  readonly kind: PlaceKind;
  readonly name: string;
}

type WantedPlaces = { readonly ok: true; readonly places: readonly Wanted[] } | Refusal;

function wantedOf(entry: PlaceEntry): WantedPlaces {
  const named = columns.flatMap((kind): Wanted[] => {
    const name = entry[kind];
    return name === undefined ? [] : [{ kind, name }];
  });
  const { door, name } = entry;
  if (door !== undefined) {
    if (entry.courtyard === undefined) return refuse('placeMissing', door);
    named.push({ kind: 'household', name: door });
  }
  if (name !== undefined) {
    const kind = entry.placeKind ?? kindByName(name);
    if (!kind) return refuse('placeKindUnknown', name);
    if (door === undefined) named.push({ kind, name });
    else named.splice(-1, 1, { kind, name });
  }
  if (named.length === 0) return refuse('placeMissing', '');
  const long = named.find((one) => one.name.length > limits.placeName);
  return long ? refuse('placeNameLong', long.name) : { ok: true, places: named };
}

function kindByName(name: string): 'shop' | 'facility' | undefined {
  if (placeKindWords.shop.test(name)) return 'shop';
  return placeKindWords.facility.test(name) ? 'facility' : undefined;
}

/** A grid lies right under the community, a shop may lie nowhere yet; everything else under what the row names. */
function newPlace(
  { kind, name }: Wanted,
  above: BookedPlace | undefined,
  communityId: string,
): BookedPlace | undefined {
  const isApart = kind === 'shop' || kind === 'facility';
  if (!above && kind !== 'grid' && !isApart) return undefined;
  const parentId = above?.placeId ?? (kind === 'grid' ? communityId : shelfOf(communityId, 'ungridded'));
  const placeId = idOf(kind, parentId, name);
  const label = labelOf(kind, name, above);
  return { placeId, kind, name, label, parentId, path: [...(above?.path ?? []), placeId], isNew: true };
}

/** Ids of places are lower-case: they stand in paths. A household's is that which a list of residents would give it. */
function idOf(kind: PlaceKind, parentId: string, name: string): string {
  const parts = kind === 'household' ? ['household', parentId] : ['import', kind, parentId];
  return derivedId('pl', ...parts, plainName(name)).toLowerCase();
}

/** No two grids have one colour, and one grid does not have two in a file. */
function colourOf(found: Extract<OnePlace, { readonly ok: true }>, { colour }: PlaceEntry, book: PlaceBook): OnePlace {
  const { place, isMade } = found;
  const grids = book.grids();
  if (isMade && grids.length >= limits.grids) return refuse('gridsFull', place.name);
  if (!colour || colour === place.colour) return found;
  const isTaken = grids.some((grid) => grid.placeId !== place.placeId && grid.colour === colour);
  if (isTaken || (!isMade && place.isNew && place.colour)) return refuse('colourTaken', place.name);
  const after = { ...place, colour };
  if (place.isNew) return { ok: true, place: after, isMade };
  return { ok: true, place: after, isMade, recoloured: { before: place.colour ?? '', after: colour } };
}
