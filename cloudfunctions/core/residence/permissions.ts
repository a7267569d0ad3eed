import { gridStaff, type PermissionRows } from '../access/permission-rows';

/**
 * A courtyard head registers, and takes back what nobody decided on; the grid decides: another than the head, whatever
 * hats they wear.
 */
export const residencePermissions: PermissionRows<'residence'> = {
  'residence.registerIn': { courtyardHead: 'courtyard' },
  'residence.registerOut': { courtyardHead: 'courtyard' },
  'residence.list': { ...gridStaff, courtyardHead: 'own' },
  'residence.withdraw': { courtyardHead: 'own' },
  'residence.decide': gridStaff,
};
