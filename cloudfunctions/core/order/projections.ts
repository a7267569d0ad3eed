import { communities, type Community, type GridAssignment } from '../place/community';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import type { Projected, Projection } from '../projection/projection';
import { projectParties } from './project-parties';
import { partyOf } from './document/create-order';
import { listedOrders, orders, unlisted, type ListedOrder, type Order } from './document/order';

/**
 * The open orders of a grid name whoever holds its posts now (S1-08): whom a resident calls, and who is told; and those
 * of a person say how to call them. What happened keeps the old name in the trail.
 */
export const orderProjections: readonly Projection[] = [
  {
    name: 'order.staff',
    from: ['community'],
    project: (database, { id }, cursor, hasTime) => projectStaff(database, id, cursor, hasTime),
  },
  { name: 'order.parties', from: ['person'], project: (database, { id }) => projectParties(database, id) },
];

type Staff = Pick<Order, 'worker' | 'leader' | 'secretary'>;
const readAtOnce = 99;

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
  let last: ListedOrder | undefined;
  do {
    const createdKey = last ? { gt: '', lt: last.createdKey } : { gt: '' };
    const found: ListedOrder[] = await database.find(listedOrders, {
      where: { scopes: gridId, closed: false, createdKey },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
      exclude: unlisted,
    });
    for (const { _id, worker, leader, secretary } of found) {
      if (hashOf({ worker, leader, secretary }) === hashOf(staff)) continue;
      written += await database.updateWhere(orders, { _id, closed: false }, { set: staff });
    }
    last = found.length === readAtOnce ? found.at(-1) : undefined;
  } while (last);
  return written;
}
