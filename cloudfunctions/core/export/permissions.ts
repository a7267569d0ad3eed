import { each, gridStaff, type PermissionRow, type PermissionRows } from '../access/permission-rows';

/** Whoever reads lists of a grid or a community; which of them, `rules/may-export.ts` says by the pages' own rows. */
const exporters: PermissionRow = {
  ...gridStaff,
  groupLeader: 'grid',
  ...each(['administrator'], 'community'),
  employer: 'employer',
};

export const exportPermissions: PermissionRows<'export'> = {
  'export.start': exporters,
  'export.advance': exporters,
  'export.list': exporters,
  'export.getFile': exporters,
};
