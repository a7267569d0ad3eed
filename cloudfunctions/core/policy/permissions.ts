import { bookReaders, everybody, type PermissionRows } from '../access/permission-rows';

/** Who keeps the books reads by which rules; the secretary alone changes one. */
export const policyPermissions: PermissionRows<'policy'> = {
  'policy.get': bookReaders,
  'policy.change': { secretary: 'community' },
  'policy.listOffered': everybody,
  'policy.listCategories': bookReaders,
  'policy.saveCategory': { secretary: 'community' },
};
