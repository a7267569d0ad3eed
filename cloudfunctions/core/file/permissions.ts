import { bookkeeperHats, signedInHats } from '../../../miniprogram/contracts/hat';
import {
  bookReaders,
  each,
  gridStaff,
  oneself,
  type PermissionRow,
  type PermissionRows,
} from '../access/permission-rows';

const cardStaff: PermissionRow = { ...gridStaff, administrator: 'community' };

/**
 * A task is seen by whoever asked for it; the map is printed by those who hand it out, a sign by its shop, too, cards
 * by who issues them, and what is public by everybody.
 */
export const filePermissions: PermissionRows<'file'> = {
  'file.getHealth': oneself,
  'file.getTask': oneself,
  'file.getOutput': oneself,
  'file.printStationMap': each(['committee', 'secretary', 'instructor', 'steward'], 'community'),
  'file.printSign': { ...each(['committee', 'secretary'], 'community'), merchant: 'own' },
  'file.issueCards': cardStaff,
  'file.checkCards': cardStaff,
  'file.printCards': cardStaff,
  'file.printSlip': gridStaff,
  'file.printTransferSheet': gridStaff,
  'file.printMonthSlip': { ...oneself, ...each(bookkeeperHats, 'branch'), inspector: 'community' },
  'file.printBrief': bookReaders,
  'file.printRewardSheet': each(signedInHats, 'community'),
};
