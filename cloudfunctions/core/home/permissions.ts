import { evenVisitorsThemselves, type PermissionRows } from '../access/permission-rows';

/** Everybody has a first screen. */
export const homePermissions: PermissionRows<'home'> = {
  'home.get': evenVisitorsThemselves,
};
