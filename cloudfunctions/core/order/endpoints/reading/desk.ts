import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { object, optional, v } from '../../../platform/validation';
import { deskOf } from '../../lists/desk';

/** The secretary's desk. Three reads. */
export const secretaryDesk = signedInEndpoint({
  name: 'order.desk',
  input: object({ list: optional(v.picklist(['overdue', 'returned', 'reopened'])) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await deskOf(context, caller, input.list)),
});
