import { each, type PermissionRows } from '../access/permission-rows';
import { hats } from '../../../miniprogram/contracts/hat';

/** The code is the permission of the first call: nobody has a hat yet. */
export const setupPermissions: PermissionRows<'setup'> = {
  'setup.claim': each(hats, 'own'),
  'setup.changeOffice': { administrator: 'community', secretary: 'community' },
  'setup.getProgress': { administrator: 'community', secretary: 'community' },
};
