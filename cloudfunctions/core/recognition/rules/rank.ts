/** Somebody's points in one unit; units are never added up. */
export interface Ranked {
  readonly personId: string;
  readonly name: string;
  readonly points: number;
}

/** So many places are shown: there is no bottom of a ranking. */
export const placesShown = 10;

/**
 * The top of a ranking: who has points above zero, has a name and did not say no. Equal points share a place, and
 * nobody who shares the last one is left off.
 */
export function topOf(
  people: readonly Ranked[],
  isHidden: (personId: string) => boolean,
): readonly (Ranked & { readonly place: number })[] {
  const shown = people.filter(({ personId, name, points }) => points > 0 && name !== '' && !isHidden(personId));
  return shown
    .map((one) => ({ ...one, place: 1 + shown.filter(({ points }) => points > one.points).length }))
    .filter(({ place }) => place <= placesShown)
    .sort((one, other) => one.place - other.place || (one.name < other.name ? -1 : 1));
}
