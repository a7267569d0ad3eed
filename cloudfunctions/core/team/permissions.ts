import { bookkeeperHats, neighbourHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRows } from '../access/permission-rows';

/** Which teams there are, and who leads them, is everybody's to know; secretary and committee decide on them. */
export const teamPermissions: PermissionRows<'team'> = {
  'team.list': each(neighbourHats, 'community'),
  'team.change': each(bookkeeperHats, 'community'),
};
