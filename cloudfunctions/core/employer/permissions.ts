import { bookkeeperHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRows } from '../access/permission-rows';

/** Who speaks for an employer is the administrator's to say; who does sees their own employer alone. */
export const employerPermissions: PermissionRows<'employer'> = {
  'employer.list': { ...each(bookkeeperHats, 'community'), administrator: 'community', employer: 'employer' },
  'employer.grantHat': { administrator: 'community' },
  'employer.revokeHat': { administrator: 'community' },
};
