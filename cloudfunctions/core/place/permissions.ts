import { everybody, type PermissionRows } from '../access/permission-rows';

/** Where things are is no secret: whoever orders must find their door. */
export const placePermissions: PermissionRows<'place'> = {
  'place.listChildren': everybody,
};
