import { bookReaderHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const healthReaders: PermissionRow = { ...each(bookReaderHats, 'community'), administrator: 'community' };

/** What is missing is seen by whoever may put it right, and by the inspector. */
export const findingPermissions: PermissionRows<'finding'> = {
  'finding.getCounts': healthReaders,
  'finding.list': healthReaders,
};
