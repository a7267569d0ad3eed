import type { Community, GridAssignment } from './community';
import type { Post } from './post';

type Roster = Pick<Community, 'grids' | 'secretary'>;

/** The community's roster with one of its posts as it is now: filled, filled by somebody else, or vacant. */
export function rosterWithPost({ grids, secretary }: Roster, { hat, placeId, branchId, holder, phone }: Post): Roster {
  const withHolder = (grid: GridAssignment): GridAssignment => {
    const { worker, workerPhone, leader, ...rest } = grid;
    const next =
      hat === 'gridWorker' ? { worker: holder, workerPhone: phone, leader } : { worker, workerPhone, leader: holder };
    return {
      ...rest,
      ...(next.worker && { worker: next.worker }),
      ...(next.workerPhone !== undefined && { workerPhone: next.workerPhone }),
      ...(next.leader && { leader: next.leader }),
    };
  };
  const isOfGrid = hat === 'gridWorker' || hat === 'gridLeader';
  // another branch's secretary is not the community's
  const holderOfAll = hat === 'secretary' && branchId === undefined ? holder : secretary;
  return {
    grids: isOfGrid ? grids.map((grid) => (grid.gridId === placeId ? withHolder(grid) : grid)) : grids,
    ...(holderOfAll && { secretary: holderOfAll }),
  };
}
