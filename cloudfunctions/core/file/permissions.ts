import { oneself, type PermissionRows } from '../access/permission-rows';

/** A task is seen by whoever asked for it. */
export const filePermissions: PermissionRows<'file'> = {
  'file.getHealth': oneself,
  'file.getTask': oneself,
};
