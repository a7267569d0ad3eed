import { communities, type Community, type GridAssignment } from '../place/community';
import { places } from '../place/place';
import { placeRef } from '../place/view';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import type { Projected, Projection } from '../projection/projection';
import { followHelper } from './matching/write-rosters';
import { withdrawLeaver } from './withdraw-leaver';
import { projectParties } from './project-parties';
import { partyOf } from './document/create-order';
import { scopesOf } from './document/index-fields';
import { listedOrders, orders, unlisted, type ListedOrder, type Order } from './document/order';

/**
 * Open orders carry the place that they are for. The open orders of a grid name whoever holds its posts now (S1-08):
 * whom a resident calls, and who is told; and those of a person say how to call them. What happened keeps the old name
 * in the trail.
 */
export const orderProjections: readonly Projection[] = [
  { name: 'order.place', from: ['place'], project: (database, { id }) => projectPlace(database, id) },
  {
    name: 'order.staff',
    from: ['community'],
    project: (database, { id }, cursor, hasTime) => projectStaff(database, id, cursor, hasTime),
  },
  { name: 'order.withdrawn', from: ['person'], project: (database, { id }) => withdrawLeaver(database, id) },
  { name: 'order.parties', from: ['person'], project: (database, { id }) => projectParties(database, id) },
  {
    name: 'order.helpers',
    from: ['person'],
    project: async (database, { id }) => ({ written: await followHelper(database, id) }),
  },
];

type Staff = Pick<Order, 'worker' | 'leader' | 'secretary'>;
const readAtOnce = 99;

async function projectPlace(database: Database, placeId: string): Promise<Projected> {
  const source = await database.get(places, placeId);
  if (!source) return { written: 0 };
  const place = placeRef(source);
  let written = 0;
  let isElsewhere = false;
  for await (const order of openOrders(database, placeId)) {
    isElsewhere ||= order.place.placeId === placeId && order.place.gridId !== place.gridId;
    if (order.place.placeId !== placeId || hashOf(order.place) === hashOf(place)) continue;
    written += await database.updateWhere(
      orders,
      { _id: order._id, closed: false },
      { set: { place, scopes: scopesOf({ communityId: order.communityId, place }) } },
    );
  }
  return { written, changed: isElsewhere ? [{ kind: 'community', id: source.communityId }] : [] };
}

/** The grids in their order; the cursor names the last one that is done. */
async function projectStaff(
  database: Database,
  communityId: string,
  cursor: string | null,
  hasTime: () => boolean,
): Promise<Projected> {
  const community = await database.get(communities, communityId);
  if (!community) return { written: 0 };
  const grids = [...community.grids].sort((one, other) => (one.gridId < other.gridId ? -1 : 1));
  let written = 0;
  for (const grid of grids.filter(({ gridId }) => cursor === null || gridId > cursor)) {
    written += await reassignOrders(database, grid.gridId, staffOf(community, grid));
    if (!hasTime()) return { written, cursor: grid.gridId };
  }
  return { written };
}

function staffOf(community: Community, grid: GridAssignment): Staff {
  return { worker: partyOf(grid.worker), leader: partyOf(grid.leader), secretary: partyOf(community.secretary) };
}

/**
 * No move and no version: nobody's button is out of date for it. A move writes only the fields that it changes, so that
 * one at the same time loses nothing.
 */
async function reassignOrders(database: Database, gridId: string, staff: Staff): Promise<number> {
  let written = 0;
  for await (const { _id, worker, leader, secretary } of openOrders(database, gridId)) {
    if (hashOf({ worker, leader, secretary }) === hashOf(staff)) continue;
    written += await database.updateWhere(orders, { _id, closed: false }, { set: staff });
  }
  return written;
}

/** The open orders at and under a place, newest first. */
async function* openOrders(database: Database, placeId: string): AsyncGenerator<ListedOrder> {
  let last: ListedOrder | undefined;
  do {
    const found: ListedOrder[] = await database.find(listedOrders, {
      where: { scopes: placeId, closed: false, createdKey: last ? { gt: '', lt: last.createdKey } : { gt: '' } },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
      exclude: unlisted,
    });
    yield* found;
    last = found.length === readAtOnce ? found.at(-1) : undefined;
  } while (last);
}
