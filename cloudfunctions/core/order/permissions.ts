import { helperHats, neighbourHats } from '../../../miniprogram/contracts/hat';
import {
  bookReaders,
  each,
  gridStaff,
  neighboursThemselves,
  type PermissionRow,
  type PermissionRows,
} from '../access/permission-rows';

const orderReaders: PermissionRow = {
  ...neighboursThemselves,
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  gridWorker: 'grid',
  gridLeader: 'grid',
  groupLeader: 'grid',
  committee: 'community',
  secretary: 'community',
  inspector: 'community',
};
const queueReaders: PermissionRow = {
  courtyardHead: 'courtyard',
  laneChief: 'lane',
  groupLeader: 'grid',
  ...gridStaff,
};

/**
 * Residents order, the grid dispatches, helpers accept and finish. Beside this, `order/rules` decides who sees an order
 * and what may be done with it now.
 */
export const orderPermissions: PermissionRows<'order'> = {
  'order.create': neighboursThemselves,
  'order.intake': gridStaff,
  'order.findSimilar': each(neighbourHats, 'courtyard'),
  'order.findDuplicates': gridStaff,
  'order.join': each(neighbourHats, 'courtyard'),
  'order.listMine': neighboursThemselves,
  'order.get': orderReaders,
  'order.listQueue': queueReaders,
  'order.listOffers': each(helperHats, 'own'),
  'order.listWishes': each([...helperHats, 'committee', 'secretary'], 'community'),
  'order.suggest': { ...gridStaff, teamCaptain: 'own' },
  'order.dispatch': gridStaff,
  'order.accept': each(helperHats, 'own'),
  'order.decline': each(helperHats, 'own'),
  'order.release': each(helperHats, 'own'),
  'order.complete': each(helperHats, 'own'),
  'order.confirm': neighboursThemselves,
  'order.reopen': neighboursThemselves,
  'order.cancel': neighboursThemselves,
  'order.refuse': gridStaff,
  'order.merge': gridStaff,
  'order.transfer': gridStaff,
  'order.remind': neighboursThemselves,
  'order.revealPhone': { ...neighboursThemselves, ...gridStaff },
  'order.getDesk': bookReaders,
};
