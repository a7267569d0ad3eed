import { neighbourHats } from '../../../miniprogram/contracts/hat';
import { each, gridStaff, type PermissionRow, type PermissionRows } from '../access/permission-rows';

/** Who goes from door to door; the same alone read what was noted there. */
const visitors: PermissionRow = {
  laneChief: 'lane',
  courtyardHead: 'courtyard',
  gridWorker: 'grid',
  gridLeader: 'grid',
};

/** That a courtyard head was there says whoever was visited, or staff who asked. */
const confirmers: PermissionRow = { ...each(neighbourHats, 'household'), ...gridStaff };

/** Households are visited by those who look after them; nobody else reads when and what was noted. */
export const visitPermissions: PermissionRows<'visit'> = {
  'visit.listHouseholds': visitors,
  'visit.getHousehold': visitors,
  'visit.plan': visitors,
  'visit.record': visitors,
  'visit.recordAlone': { gridWorker: 'grid', gridLeader: 'grid' },
  'visit.revealPhone': visitors,
  'visit.listToConfirm': confirmers,
  'visit.confirm': confirmers,
};
