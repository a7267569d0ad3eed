import { gridStaffHats, signedInHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const heads: PermissionRow = { courtyardHead: 'own' };
/** The shelf is one for the community, whatever grid somebody looks after. */
const stockKeepers: PermissionRow = each(gridStaffHats, 'community');

/** Heads redeem, staff hand over and keep the stock, the secretary decides what there is; the month is everybody's. */
export const rewardPermissions: PermissionRows<'reward'> = {
  'reward.list': heads,
  'reward.redeem': heads,
  'reward.get': heads,
  'reward.cancel': heads,
  'reward.wait': heads,
  'reward.answer': heads,
  'reward.find': stockKeepers,
  'reward.collect': stockKeepers,
  'reward.refuse': stockKeepers,
  'reward.listStock': stockKeepers,
  'reward.receive': stockKeepers,
  'reward.count': stockKeepers,
  'reward.signCount': stockKeepers,
  'reward.saveGood': { secretary: 'community' },
  'reward.getSheet': each(signedInHats, 'community'),
};
