import { bookkeeperHats, partyMemberHats } from '../../../miniprogram/contracts/hat';
import { bookReaders, each, type PermissionRows } from '../access/permission-rows';

/** Who reads the books reads the months; the secretary confirms one; members see their own year. */
export const reviewPermissions: PermissionRows<'review'> = {
  'review.list': bookReaders,
  'review.get': bookReaders,
  'review.remark': each(bookkeeperHats, 'community'),
  'review.confirm': { secretary: 'community' },
  'review.getYear': { ...each(partyMemberHats, 'own'), ...bookReaders },
};
