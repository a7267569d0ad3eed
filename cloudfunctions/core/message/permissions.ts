import { oneself, type PermissionRows } from '../access/permission-rows';

/** Messages are their reader's alone. */
export const messagePermissions: PermissionRows<'message'> = {
  'message.list': oneself,
  'message.markRead': oneself,
  'message.grant': oneself,
};
