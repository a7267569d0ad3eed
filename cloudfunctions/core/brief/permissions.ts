import { bookReaders, type PermissionRows } from '../access/permission-rows';

/** The month is read by those who read the desk. */
export const briefPermissions: PermissionRows<'brief'> = {
  'brief.get': bookReaders,
};
