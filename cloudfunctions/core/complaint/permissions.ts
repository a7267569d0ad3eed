import { complaintReceivers } from '../../../miniprogram/contracts/complaint';
import { each, oneself, type PermissionRows } from '../access/permission-rows';

const receivers = each(complaintReceivers, 'community');

/** Everybody may complain, and reads their own; one of two answers, and reads what is theirs to answer. */
export const complaintPermissions: PermissionRows<'complaint'> = {
  'complaint.make': oneself,
  'complaint.list': { ...oneself, ...receivers },
  'complaint.answer': receivers,
};
