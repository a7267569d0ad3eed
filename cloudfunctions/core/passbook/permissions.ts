import { bookkeeperHats, bookReaderHats } from '../../../miniprogram/contracts/hat';
import { each, oneself, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const bookkeepers: PermissionRow = each(bookkeeperHats, 'branch');
/** The branch reads its own books; who inspects the community reads those of all its branches. */
const bookReaders: PermissionRow = { ...bookkeepers, inspector: 'community' };
/** What is found in the books and what comes near a cap is looked at for the community as a whole. */
const watchers: PermissionRow = each(bookReaderHats, 'community');

/** Members read their own book; the branch reads and corrects, by two people. */
export const passbookPermissions: PermissionRows<'passbook'> = {
  'passbook.get': { ...oneself, ...bookReaders },
  'passbook.list': bookReaders,
  'passbook.verify': { ...oneself, ...bookReaders },
  'passbook.audit': bookReaders,
  'passbook.slip': { ...oneself, ...bookReaders },
  'passbook.checkSlip': { ...oneself, ...bookReaders },
  'passbook.contest': oneself,
  'passbook.uphold': bookkeepers,
  'passbook.proposeReversal': bookkeepers,
  'passbook.listReversals': bookReaders,
  'passbook.listPairs': watchers,
  'passbook.getPatterns': watchers,
  'passbook.signReversal': bookkeepers,
  'passbook.proposeGrant': bookkeepers,
  'passbook.listGrants': bookReaders,
  'passbook.signGrant': bookkeepers,
  'passbook.listAlarms': watchers,
  'passbook.closeAlarm': watchers,
};
