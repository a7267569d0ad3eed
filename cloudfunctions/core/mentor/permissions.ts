import { branchStaffHats, partyMemberHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRows } from '../access/permission-rows';

/** Members see the pair that they are in; who keeps the branch sees all, and says who guides whom. */
export const mentorPermissions: PermissionRows<'mentor'> = {
  'mentor.list': { ...each(partyMemberHats, 'own'), ...each(branchStaffHats, 'branch'), inspector: 'community' },
  'mentor.assign': each(branchStaffHats, 'branch'),
  'mentor.release': each(branchStaffHats, 'branch'),
};
