import { signedInHats } from '../../../miniprogram/contracts/hat';
import { each, oneself, type PermissionRows } from '../access/permission-rows';

/**
 * A task is seen by whoever asked for it; the map is printed by those who hand it out, a sign by its shop, too, and
 * what is public by everybody.
 */
export const filePermissions: PermissionRows<'file'> = {
  'file.getHealth': oneself,
  'file.getTask': oneself,
  'file.printStationMap': each(['committee', 'secretary', 'instructor', 'steward'], 'community'),
  'file.printSign': { ...each(['committee', 'secretary'], 'community'), merchant: 'own' },
  'file.printRewardSheet': each(signedInHats, 'community'),
};
