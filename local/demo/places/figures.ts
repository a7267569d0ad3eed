import type { Place } from '../../../cloudfunctions/core/place/place';
import type { PeopleBuilder } from '../people/people-builder';

/** What the night would have counted of each grid. */
export function withFigures(
  places: readonly Place[],
  people: PeopleBuilder,
  { openOrders, countedAt }: { readonly openOrders: ReadonlyMap<string, number>; readonly countedAt: Date },
): readonly Place[] {
  const isIn = (gridPath: string, path: string): boolean => path.startsWith(`${gridPath}/`);
  return places.map((grid) => {
    if (grid.kind !== 'grid') return grid;
    const count = (kind: Place['kind']) =>
      places.filter((place) => place.kind === kind && isIn(grid.path, place.path)).length;
    const chiefs = people.posts.filter(({ hat, path }) => hat === 'laneChief' && isIn(grid.path, path));
    const figures = {
      courtyards: count('courtyard'),
      households: count('household'),
      people: people.all.filter(({ home }) => home && isIn(grid.path, home.path)).length,
      openOrders: openOrders.get(grid._id) ?? 0,
      laneChiefs: new Set(chiefs.map(({ holder }) => holder?.personId)).size,
      countedAt,
    };
    return { ...grid, figures };
  });
}
