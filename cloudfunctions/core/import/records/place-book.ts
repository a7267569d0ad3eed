import type { GridColour } from '../../../../miniprogram/contracts/hat';
import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import { plainName } from '../rules/find-place';
import { gridSuffix } from '../text/words';

/** A place that is known, or that an earlier row of the file makes. */
export interface BookedPlace {
  readonly placeId: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly label: string;
  readonly parentId: string;
  /** From a grid down to the place itself. */
  readonly path: readonly string[];
  readonly isNew: boolean;
  readonly colour?: GridColour;
}

/** The places of a community together with those that a file makes of them, by kind and by how lists call them. */
export class PlaceBook {
  private readonly byKey = new Map<string, BookedPlace[]>();
  private readonly byId = new Map<string, BookedPlace>();

  constructor(known: readonly BookedPlace[]) {
    for (const place of known) this.put(place);
  }

  put(place: BookedPlace): void {
    const before = this.byId.get(place.placeId);
    this.byId.set(place.placeId, place);
    for (const key of keysOf(place)) {
      const line = `${place.kind}\n${key}`;
      this.byKey.set(line, [...(this.byKey.get(line) ?? []).filter((one) => one !== before), place]);
    }
  }

  get(placeId: string): BookedPlace | undefined {
    return this.byId.get(placeId);
  }

  /** Those of a kind that are called like this, anywhere at and under a place, or in the whole community. */
  find(kind: PlaceKind, name: string, under?: BookedPlace): readonly BookedPlace[] {
    const called = this.byKey.get(`${kind}\n${plainName(name)}`) ?? [];
    return under ? called.filter(({ path }) => path.includes(under.placeId)) : called;
  }

  grids(): readonly BookedPlace[] {
    return [...this.byId.values()].filter(({ kind }) => kind === 'grid');
  }
}

/** A grid is called with and without the word for it, everything by its name and as its door plate has it. */
function keysOf({ kind, name, label }: BookedPlace): readonly string[] {
  const keys = [plainName(name), plainName(label)];
  return [...new Set(kind === 'grid' ? keys.flatMap((key) => [key, gridWord(key)]) : keys)];
}

/** The same grid's other name: with the word for it, or without. */
function gridWord(name: string): string {
  return name.endsWith(gridSuffix) ? name.slice(0, -gridSuffix.length) : name + gridSuffix;
}
