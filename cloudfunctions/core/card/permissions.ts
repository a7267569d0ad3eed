import { everybody, gridStaff, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const cardStaff: PermissionRow = { ...gridStaff, administrator: 'community' };

/** Anybody may read a card in hand; who is responsible for the doors issues them. */
export const cardPermissions: PermissionRows<'card'> = {
  'card.get': everybody,
  'card.list': cardStaff,
  'card.issue': cardStaff,
  'card.reissue': cardStaff,
  'card.getCode': cardStaff,
};
