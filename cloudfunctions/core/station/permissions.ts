import { keeperHats } from '../../../miniprogram/contracts/hat';
import {
  each,
  evenVisitorsThemselves,
  everybody,
  type PermissionRow,
  type PermissionRows,
} from '../access/permission-rows';

const keepers: PermissionRow = each(keeperHats, 'own');
const signKeepers: PermissionRow = each(['committee', 'secretary'], 'community');

/** The map is everybody's; a station or shop is changed by whoever keeps it, and by nobody else. */
export const stationPermissions: PermissionRows<'station'> = {
  'station.list': everybody,
  'station.listNear': everybody,
  'station.get': everybody,
  'station.report': evenVisitorsThemselves,
  'station.listMine': keepers,
  'station.changeHours': keepers,
  'station.withdraw': keepers,
  'station.move': keepers,
  'station.verify': keepers,
  'station.listSigns': signKeepers,
  'station.handOverSign': signKeepers,
};
