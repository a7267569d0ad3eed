import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { changeRecord } from '../change-record';

/**
 * Whoever got care says whether their name may stand in the record; where they decline it, the record forgets who it
 * was. An agreement can be taken back.
 * Cost: 2 reads, 2 writes.
 */
export const answerCare = signedInEndpoint({
  name: 'site.answerCare',
  input: object({ recordId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { recordId, agree }) =>
    changeRecord(context, caller, recordId, ({ recipient }) => {
      if (!recipient || !('personId' in recipient) || recipient.personId !== caller.login.personId)
        return refuse('NOT_FOUND', 'recordId');
      const { personId, name } = recipient;
      return done({ recipient: agree ? { personId, name, consent: 'agreed' } : { consent: 'declined' } });
    }),
});
