import { helperHats, keeperHats, neighbourHats } from '../../../miniprogram/contracts/hat';
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

/** Helpers, and keepers of stations, to whom reports about these are offered. */
const offered = each([...helperHats, ...keeperHats], 'own');

/**
 * Residents order, the grid dispatches, helpers accept and finish. Beside this, `order/rules` decides who sees an order
 * and what may be done with it now.
 */
export const orderPermissions: PermissionRows<'order'> = {
  'order.create': neighboursThemselves,
  'order.intake': gridStaff,
  'order.findSimilar': each(neighbourHats, 'courtyard'),
  'order.join': each(neighbourHats, 'courtyard'),
  'order.listMine': neighboursThemselves,
  'order.get': orderReaders,
  'order.listQueue': queueReaders,
  'order.listOffers': offered,
  'order.listWishes': each([...helperHats, 'committee', 'secretary'], 'community'),
  'order.suggest': { ...gridStaff, teamCaptain: 'own' },
  'order.dispatch': gridStaff,
  'order.accept': offered,
  'order.decline': offered,
  'order.release': offered,
  'order.complete': offered,
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
