import { branchStaffHats, partyMemberHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRows } from '../access/permission-rows';

/** Who keeps the branch reaches all that it does for its members; a member what they do, and what is done for them. */
const all = { ...each(partyMemberHats, 'own'), ...each(branchStaffHats, 'branch') } as const;

/** Help is private to the branch: neither inspector nor administrator reads it. */
export const helpPermissions: PermissionRows<'help'> = {
  'help.list': all,
  'help.getMember': all,
  'help.assignVisitor': each(branchStaffHats, 'branch'),
  'help.recordVisit': all,
  'help.openCase': each(branchStaffHats, 'branch'),
  'help.addNote': all,
  'help.closeCase': all,
};
