import { orders } from '../../order/document/order';
import { people } from '../../person/person';
import type { Community, GridAssignment } from '../../place/community';
import { communityJob } from '../../place/jobs/community-job';
import { places, type Place } from '../../place/place';
import { posts } from '../../place/post';
import type { Services } from '../../platform/context';
import { under, type Database } from '../../platform/database';

/** One query surely answers so many. */
const maxRead = 99;

/** Every night, what each grid holds, for the map of its community. It counts grids. */
export const countGrids = communityJob({
  name: 'grids',
  async share(services, community, cursor, until) {
    let done = 0;
    let after = cursor ?? '';
    for (let grid = nextGrid(community, after); grid; grid = nextGrid(community, after)) {
      await countGrid(services, community, grid);
      done += 1;
      after = grid.gridId;
      if (services.clock.now() >= until) return { done, cursor: after };
    }
    return { done };
  },
});

function nextGrid({ grids }: Community, after: string): GridAssignment | undefined {
  const rest = grids.filter(({ gridId }) => gridId > after);
  return rest.reduce<GridAssignment | undefined>(
    (first, grid) => (first && first.gridId < grid.gridId ? first : grid),
    undefined,
  );
}

/** Four counts, a read for each 99 lane chiefs, one write. */
async function countGrid({ database, clock }: Services, { _id: communityId }: Community, grid: GridAssignment) {
  const { gridId, path } = grid;
  const placesOf = (kind: Place['kind']) =>
    database.count(places, { communityId, kind, path: under(path), closedAt: null });
  const [courtyards, households, living, openOrders, laneChiefs] = await Promise.all([
    placesOf('courtyard'),
    placesOf('household'),
    database.count(people, { communityId, 'home.path': under(path) }),
    database.count(orders, { scopes: gridId, closed: false }),
    countChiefs(database, communityId, path),
  ]);
  const figures = { courtyards, households, people: living, openOrders, laneChiefs, countedAt: clock.now() };
  await database.updateWhere(places, { _id: gridId }, { set: { figures } });
}

/** People who look after lanes, once each. */
async function countChiefs(database: Database, communityId: string, path: string): Promise<number> {
  const holders = new Set<string>();
  for (let range = under(path); ;) {
    const found = await database.find(posts, {
      where: { communityId, hat: 'laneChief', path: range },
      sort: { path: 'asc' },
      limit: maxRead,
    });
    for (const { holder } of found) if (holder) holders.add(holder.personId);
    const last = found.at(-1);
    if (found.length < maxRead || !last) return holders.size;
    range = { gt: last.path, lt: `${path}0` };
  }
}
