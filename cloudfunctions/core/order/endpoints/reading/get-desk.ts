import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { object, optional, v } from '../../../platform/validation';
import { readDesk } from '../../lists/desk';

/** The secretary's desk. Three reads. */
export const getDesk = signedInEndpoint({
  name: 'order.getDesk',
  input: object({ list: optional(v.picklist(['overdue', 'returned', 'reopened'])) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await readDesk(context, caller, input.list)),
});
