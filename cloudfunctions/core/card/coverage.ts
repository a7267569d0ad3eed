import type { CoverageCount } from '../../../miniprogram/contracts/card';
import type { GridColour } from '../../../miniprogram/contracts/hat';
import type { GridAssignment } from '../place/community';
import { places, type Place } from '../place/place';
import type { Services } from '../platform/context';
import { collection, under } from '../platform/database';
import { cards, type Card } from './card';

/** How far a grid is covered with cards, as it was counted last. `_id` is the grid's id. */
export interface GridCoverage {
  readonly _id: string;
  readonly communityId: string;
  readonly gridId: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly courtyards: CoverageCount;
  readonly households: CoverageCount;
  /** Some places without a card; bounded. */
  readonly without: readonly string[];
  readonly countedAt: Date;
}

export const cardCoverage = collection<GridCoverage>('cardCoverage');

const placesAtOnce = 30;
const withoutLimit = 20;

interface Counted extends CoverageCount {
  readonly without: readonly string[];
}

/**
 * Counts the courtyards and households of a grid, and those of them that have a card in use; a household counts as
 * covered where its courtyard has one, since it hangs at the door for all of them. Two reads for 30 places, one write.
 */
export async function countGrid(services: Services, communityId: string, grid: GridAssignment): Promise<void> {
  const { database, clock } = services;
  const courtyards = await countKind(services, { communityId, path: grid.path, kind: 'courtyard' });
  const households = await countKind(services, { communityId, path: grid.path, kind: 'household' });
  const { gridId, name, colour } = grid;
  const fields = {
    communityId,
    gridId,
    gridName: name,
    ...(colour && { colour }),
    courtyards: { total: courtyards.total, withCard: courtyards.withCard },
    households: { total: households.total, withCard: households.withCard },
    without: [...courtyards.without, ...households.without].slice(0, withoutLimit),
    countedAt: clock.now(),
  };
  const changed = await database.updateWhere(cardCoverage, { _id: gridId }, { set: fields });
  if (changed === 0) await database.insert(cardCoverage, { _id: gridId, ...fields });
}

interface Kind {
  readonly communityId: string;
  readonly path: string;
  readonly kind: Place['kind'];
}

async function countKind({ database }: Services, { communityId, path, kind }: Kind): Promise<Counted> {
  let counted: Counted = { total: 0, withCard: 0, without: [] };
  let after: string | undefined;
  for (;;) {
    const range = after === undefined ? under(path) : { gt: after, lt: `${path}0` };
    const found = await database.find(places, {
      where: { communityId, kind, path: range },
      sort: { path: 'asc' },
      limit: placesAtOnce,
    });
    counted = await addPage(database, counted, found);
    after = found.at(-1)?.path;
    if (found.length < placesAtOnce || after === undefined) return counted;
  }
}

async function addPage(database: Services['database'], counted: Counted, found: readonly Place[]): Promise<Counted> {
  if (found.length === 0) return counted;
  const covered = new Set((await cardsInUseAt(database, found.flatMap(doorsOf))).map(({ place }) => place.placeId));
  const without = found.filter((place) => !doorsOf(place).some((placeId) => covered.has(placeId)));
  return {
    total: counted.total + found.length,
    withCard: counted.withCard + found.length - without.length,
    without: [...counted.without, ...without.map(({ label }) => label)].slice(0, withoutLimit),
  };
}

/** Where a card for this place may hang: at itself, and for a household at its courtyard. */
function doorsOf({ _id, kind, parentId }: Place): readonly string[] {
  return kind === 'household' ? [_id, parentId] : [_id];
}

/** The doors' cards in use at some places. One read for each 99 cards there. */
export async function cardsInUseAt(
  database: Services['database'],
  placeIds: readonly string[],
): Promise<readonly Card[]> {
  const all: Card[] = [];
  let after = '';
  for (;;) {
    const found = await database.find(cards, {
      where: { 'place.placeId': { oneOf: [...new Set(placeIds)] }, _id: { gt: after }, state: 'open' },
      sort: { _id: 'asc' },
      limit: 99,
    });
    all.push(...found.filter(({ station }) => !station));
    const last = found.at(-1);
    if (found.length < 99 || !last) return all;
    after = last._id;
  }
}
