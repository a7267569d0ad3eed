import { evenVisitorsThemselves, oneself, type PermissionRows } from '../access/permission-rows';

/** Everybody sees what is kept about themselves, and nobody else's. */
export const privacyPermissions: PermissionRows<'privacy'> = {
  'privacy.get': evenVisitorsThemselves,
  'privacy.listTexts': oneself,
  'privacy.blackOut': oneself,
};
