import { each, everybody, gridStaff, type PermissionRow, type PermissionRows } from '../access/permission-rows';

const cardStaff: PermissionRow = { ...gridStaff, administrator: 'community' };

const numberKeepers = each(['committee', 'secretary', 'administrator'], 'community');

/** Anybody may read a card in hand; who is responsible for the doors issues them. */
export const cardPermissions: PermissionRows<'card'> = {
  'card.get': everybody,
  'card.find': everybody,
  'card.list': cardStaff,
  'card.listOpenTasks': cardStaff,
  'card.issue': cardStaff,
  'card.issueAtStation': cardStaff,
  'card.reissue': cardStaff,
  'card.revoke': cardStaff,
  'card.handOut': cardStaff,
  'card.getCode': cardStaff,
  'card.getCoverage': cardStaff,
  'card.listNumbers': cardStaff,
  'card.checkNumber': cardStaff,
  'card.setPostNumber': numberKeepers,
};
