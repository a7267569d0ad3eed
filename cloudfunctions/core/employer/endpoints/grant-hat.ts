import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId } from '../../platform/validation';
import { changeHat } from '../change-hat';

/**
 * Somebody of the community speaks for an employer from now on, and wears its hat with the timer's next run.
 * Cost: 5 reads, 5 writes.
 */
export const grantHat = signedInEndpoint({
  name: 'employer.grantHat',
  input: object({ employerId: id, personId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, input) => changeHat(context, caller, input, 'employer.grantHat'),
});
