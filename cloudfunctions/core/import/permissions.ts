import { each, type PermissionRows } from '../access/permission-rows';

/** Who brings a community's lists in; each sees their own imports alone. */
const importers = each(['secretary', 'administrator'], 'community');

export const importPermissions: PermissionRows<'import'> = {
  'import.start': importers,
  'import.advance': importers,
  'import.get': importers,
  'import.list': importers,
  'import.listRows': importers,
  'import.decide': importers,
  'import.apply': importers,
  'import.getTemplate': importers,
  'import.getRefused': importers,
};
