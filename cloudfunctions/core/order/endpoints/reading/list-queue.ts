import { queueFilters } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { cursor, object, optional, v } from '../../../platform/validation';
import { readQueue } from '../../lists/queue';

/** The open orders of the place that the hat in use looks after. Two reads. */
export const listQueue = signedInEndpoint({
  name: 'order.listQueue',
  input: object({ filter: v.picklist(queueFilters), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await readQueue(context, caller, input.filter, input.cursor)),
});
