import { bookkeeperHats, branchStaffHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRows } from '../access/permission-rows';

/** Who sets the community up makes its branches; who keeps a branch's books says who goes from it and who comes. */
export const branchPermissions: PermissionRows<'branch'> = {
  'branch.list': { ...each(bookkeeperHats, 'branch'), administrator: 'community', inspector: 'community' },
  'branch.create': { secretary: 'community', administrator: 'community' },
  'branch.setPost': { secretary: 'community', administrator: 'community' },
  'branch.savePolicy': { secretary: 'branch' },
  'branch.listMembers': each(branchStaffHats, 'branch'),
  'branch.setMember': each(bookkeeperHats, 'branch'),
  'branch.proposeTransfer': each(bookkeeperHats, 'branch'),
  'branch.decideTransfer': each(bookkeeperHats, 'branch'),
};
