import { evenVisitorsThemselves, oneself, type PermissionRows } from '../access/permission-rows';

/** Everybody is asked who they are; what is kept of somebody is theirs. */
export const personPermissions: PermissionRows<'person'> = {
  'person.getSession': evenVisitorsThemselves,
  'person.register': evenVisitorsThemselves,
  'person.switchHat': oneself,
  'person.saveSettings': oneself,
  'person.listReveals': oneself,
};
