import { communities, type Community, type GridAssignment } from '../../place/community';
import type { Services } from '../../platform/context';
import type { Database } from '../../platform/database';
import { hashOf } from '../../platform/ids';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { partyOf } from '../document/create-order';
import { listedOrders, orders, unlisted, type ListedOrder, type Order } from '../document/order';

type Staff = Pick<Order, 'worker' | 'leader' | 'secretary'>;
const readAtOnce = 99;

/**
 * Gives the open orders of a grid to whoever holds its posts now (S1-08): whom a resident calls, and who is told. What
 * happened keeps the old name in the trail. It looks at a grid only after its roster changed.
 * It counts orders that changed hands.
 */
export const followRosters: Job = { name: 'rosters', every: 'hour', run: follow };

async function follow({ database }: Services, record: JobRecord | undefined): Promise<JobProgress> {
  const known = new Set(record?.found ?? []);
  const seen: string[] = [];
  let moved = 0;
  const all = await database.find(communities, {
    where: { _id: { gt: '' } },
    sort: { _id: 'asc' },
    limit: readAtOnce,
  });
  for (const community of all) {
    for (const grid of community.grids) {
      const staff = staffOf(community, grid);
      const rosterHash = `${grid.gridId}:${hashOf(staff).slice(0, 12)}`;
      const result = known.has(rosterHash)
        ? { moved: 0, whole: true }
        : await reassignOrders(database, grid.gridId, staff);
      moved += result.moved;
      if (result.whole) seen.push(rosterHash);
    }
  }
  return { done: moved, found: seen };
}

function staffOf(community: Community, grid: GridAssignment): Staff {
  return { worker: partyOf(grid.worker), leader: partyOf(grid.leader), secretary: partyOf(community.secretary) };
}

/**
 * No move and no version: nobody's button is out of date for it. `whole` is false when an order moved meanwhile; the
 * next run sees it.
 */
async function reassignOrders(
  database: Database,
  gridId: string,
  staff: Staff,
): Promise<{ moved: number; whole: boolean }> {
  let moved = 0;
  let whole = true;
  let last: ListedOrder | undefined;
  do {
    const createdKey = last ? { gt: '', lt: last.createdKey } : { gt: '' };
    const found: ListedOrder[] = await database.find(listedOrders, {
      where: { scopes: gridId, closed: false, createdKey },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
      exclude: unlisted,
    });
    for (const { _id, version, worker, leader, secretary } of found) {
      if (hashOf({ worker, leader, secretary }) === hashOf(staff)) continue;
      const changed = await database.updateWhere(orders, { _id, version }, { set: staff });
      moved += changed;
      whole &&= changed > 0;
    }
    last = found.length === readAtOnce ? found.at(-1) : undefined;
  } while (last);
  return { moved, whole };
}
