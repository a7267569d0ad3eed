import { bookkeeperHats, branchStaffHats, partyMemberHats } from '../../../miniprogram/contracts/hat';
import { each, oneself, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const branchStaff: PermissionRow = each(branchStaffHats, 'branch');

/** Who says that a member of theirs earns elsewhere. */
const bookkeepers: PermissionRow = each(bookkeeperHats, 'branch');

/** Members see what takes place; the branch keeps the attendance. */
export const activityPermissions: PermissionRows<'activity'> = {
  'activity.list': { ...each(partyMemberHats, 'branch'), inspector: 'community' },
  'activity.get': { ...each(partyMemberHats, 'branch'), inspector: 'community' },
  'activity.create': branchStaff,
  'activity.mark': branchStaff,
  'activity.openCode': branchStaff,
  'activity.signIn': oneself,
  'activity.addWalkIn': branchStaff,
  'activity.listWalkIns': bookkeepers,
  'activity.decideWalkIn': bookkeepers,
  'activity.askLeave': each(partyMemberHats, 'own'),
  'activity.decideLeave': branchStaff,
  'activity.move': branchStaff,
  'activity.callOff': branchStaff,
  'activity.close': branchStaff,
  'activity.sign': branchStaff,
};
