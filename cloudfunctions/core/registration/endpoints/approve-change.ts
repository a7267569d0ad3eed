import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId } from '../../platform/validation';
import { decideChange } from '../decide-change';

/**
 * Lets a name, a number or the hats of a new login be as somebody asked; nobody decides on their own.
 * Cost: 5 reads, 4 writes; to notify, 1 read, 1 write.
 */
export const approveChange = signedInEndpoint({
  name: 'person.approveChange',
  input: object({ changeId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { changeId }) => decideChange(context, caller, changeId, { state: 'approved', reason: null }),
});
