import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import type { Place } from '../../place/place';
import type { PlaceNames } from '../entries';

/** Levels from the narrowest to the widest that a list names by a column of its own. */
const levels = ['courtyard', 'lane', 'section', 'grid'] as const satisfies readonly PlaceKind[];
type Level = (typeof levels)[number];

/**
 * `none`: the row names no place; `unknown`, `several`: none, or more than one, is called like that; `detail`: what it
 * named.
 */
export type PlaceFound =
  | { readonly found: 'place'; readonly place: Place }
  | { readonly found: 'none' }
  | { readonly found: 'unknown' | 'several'; readonly level: Level; readonly detail: string };

/** A community's places from grids down to courtyards, by how lists call them. */
export class PlaceIndex {
  private readonly byKey = new Map<string, Place[]>();
  private readonly byId: ReadonlyMap<string, Place>;

  constructor(places: readonly Place[]) {
    this.byId = new Map(places.map((place) => [place._id, place]));
    for (const place of places)
      for (const key of keysOf(place)) {
        const line = `${place.kind}\n${key}`;
        this.byKey.set(line, [...(this.byKey.get(line) ?? []), place]);
      }
  }

  /** The place of the narrowest level that a row names, or of one level alone. */
  find(names: PlaceNames, among: readonly Level[] = levels): PlaceFound {
    const level = among.find((one) => names[one] !== undefined);
    const name = level && names[level];
    if (level === undefined || name === undefined) return { found: 'none' };
    const wider = levels.slice(levels.indexOf(level) + 1).filter((one) => names[one] !== undefined);
    const prefixed = names.lane === undefined || level !== 'courtyard' ? [] : [plainName(names.lane + name)];
    const called = [plainName(name), ...prefixed].flatMap((key) => this.byKey.get(`${level}\n${key}`) ?? []);
    const fitting = [...new Set(called)].filter((place) =>
      wider.every((one) => this.liesIn(place, one, names[one] ?? '')),
    );
    const [place] = fitting;
    if (place && fitting.length === 1) return { found: 'place', place };
    return { found: place ? 'several' : 'unknown', level, detail: name };
  }

  private liesIn(place: Place, level: Level, name: string): boolean {
    const above = place.path
      .split('/')
      .map((id) => this.byId.get(id))
      .find((one) => one?.kind === level);
    return above === undefined ? false : keysOf(above).includes(plainName(name));
  }
}

/** How lists call a place: by its name, as its door plate has it, a grid without the word for it. */
function keysOf({ kind, name, label }: Place): readonly string[] {
  const keys = [plainName(name), plainName(label)];
  return [...new Set(kind === 'grid' ? [...keys, ...keys.map((key) => key.replace(/\u7f51\u683c$/, ''))] : keys)];
}

/** A name without blanks, in one width and one hyphen, as the reader makes it of a cell. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
