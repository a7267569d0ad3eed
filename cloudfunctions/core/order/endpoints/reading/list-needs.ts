import { needDays } from '../../../../../miniprogram/contracts/need';
import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { object, optional, v } from '../../../platform/validation';
import { needsCursor, readNeeds } from '../../lists/needs';

/**
 * The needs ledger: what is wanted on a day of the week and in which hours, how many members are free then, and the
 * orders of that day, a page of them. Counts of a further page are those of what is left.
 * Cost: 3 reads.
 */
export const listNeeds = signedInEndpoint({
  name: 'order.listNeeds',
  input: object({ day: optional(v.picklist(needDays)), cursor: optional(needsCursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, { day, cursor }) => done(await readNeeds(context, caller, day, cursor)),
});
