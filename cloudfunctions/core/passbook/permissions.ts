import { bookkeeperHats } from '../../../miniprogram/contracts/hat';
import { bookReaders, each, oneself, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const bookkeepers: PermissionRow = each(bookkeeperHats, 'community');

/** Members read their own book; the branch reads and corrects, by two people. */
export const passbookPermissions: PermissionRows<'passbook'> = {
  'passbook.get': { ...oneself, ...bookReaders },
  'passbook.list': bookReaders,
  'passbook.verify': { ...oneself, ...bookReaders },
  'passbook.audit': bookReaders,
  'passbook.slip': { ...oneself, ...bookReaders },
  'passbook.contest': oneself,
  'passbook.uphold': bookkeepers,
  'passbook.proposeReversal': bookkeepers,
  'passbook.listReversals': bookReaders,
  'passbook.listPairs': bookReaders,
  'passbook.signReversal': bookkeepers,
  'passbook.proposeGrant': bookkeepers,
  'passbook.listGrants': bookReaders,
  'passbook.signGrant': bookkeepers,
  'passbook.listAlarms': bookReaders,
  'passbook.closeAlarm': bookReaders,
};
