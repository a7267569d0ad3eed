import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { object, optional, v } from '../../../platform/validation';
import { deskCursor, readDesk } from '../../lists/desk';

/**
 * The secretary's desk, with a page of one of its lists.
 * Cost: 2 reads.
 */
export const getDesk = signedInEndpoint({
  name: 'order.getDesk',
  input: object({ list: optional(v.picklist(['overdue', 'returned', 'reopened'])), cursor: optional(deskCursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await readDesk(context, caller, input.list, input.cursor)),
});
