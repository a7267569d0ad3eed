import { bookkeeperHats, partyMemberHats } from '../../../miniprogram/contracts/hat';
import { each, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const bookReaders: PermissionRow = { ...each(bookkeeperHats, 'branch'), inspector: 'community' };

/**
 * Who reads the books reads the months; the secretary confirms one; members see their own year. An employer reads what
 * its own members share with it.
 */
export const reviewPermissions: PermissionRows<'review'> = {
  'review.list': bookReaders,
  'review.get': bookReaders,
  'review.remark': each(bookkeeperHats, 'branch'),
  'review.confirm': { secretary: 'branch' },
  'review.getRecord': { ...each(partyMemberHats, 'own'), ...bookReaders, employer: 'employer' },
  'review.share': each(partyMemberHats, 'own'),
  'review.sendNote': { ...each(bookkeeperHats, 'branch'), employer: 'employer' },
  'review.listShared': { ...bookReaders, employer: 'employer' },
  'review.getYear': { ...each(partyMemberHats, 'own'), ...bookReaders },
};
