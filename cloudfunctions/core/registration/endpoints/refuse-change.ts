import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId, words } from '../../platform/validation';
import { decideChange } from '../decide-change';

/**
 * Says no to a change, with a reason that the person reads.
 * Cost: 3 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const refuseChange = signedInEndpoint({
  name: 'person.refuseChange',
  input: object({ changeId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { changeId, reason }) => decideChange(context, caller, changeId, { state: 'refused', reason }),
});
