import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { findRecord } from '../exchange/read-record';
import { readRecord } from './record';

/**
 * One record of a member (S2-17): their own, one of the branch, or one that is shared with the caller's employer.
 * Cost: 4 reads.
 */
export const getMemberRecord = signedInEndpoint({
  name: 'review.getRecord',
  input: object({ personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { personId = caller.login.personId }) {
    if (caller.scope === 'own' && personId !== caller.login.personId) return refuse('FORBIDDEN', 'personId');
    const found = await findRecord(context, caller, personId);
    return found.ok ? done(await readRecord(context, caller, found.data)) : found;
  },
});
