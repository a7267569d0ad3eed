import { evenVisitorsThemselves, gridStaff, type PermissionRows } from '../access/permission-rows';

/** Whoever needs help at once may say so, a card in hand is enough; those who look after the place hear of it. */
export const alertPermissions: PermissionRows<'alert'> = {
  'alert.raise': evenVisitorsThemselves,
  'alert.list': gridStaff,
  'alert.settle': gridStaff,
};
