import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId } from '../../platform/validation';
import { changeHat } from '../change-hat';

/**
 * Somebody speaks for an employer no longer: its hat is gone from their login with the timer's next run.
 * Cost: 5 reads, 4 writes.
 */
export const revokeHat = signedInEndpoint({
  name: 'employer.revokeHat',
  input: object({ employerId: id, personId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, input) => changeHat(context, caller, input, 'employer.revokeHat'),
});
