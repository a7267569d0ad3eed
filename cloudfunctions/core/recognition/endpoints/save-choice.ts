import { recognitionParts } from '../../../../miniprogram/contracts/recognition';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { recognitionChoices, type RecognitionChoice } from '../choice';

const requestsKept = 10;

/**
 * Somebody says that they are not to be shown in a part of it, or that they may be again.
 * Cost: 2 reads, 2 writes.
 */
export const saveRecognitionChoice = signedInEndpoint({
  name: 'recognition.saveChoice',
  input: object({ part: v.picklist(recognitionParts), hidden: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { part, hidden }) {
    const { personId, communityId } = caller.login;
    return context.database.transaction(async (transaction) => {
      const before = await transaction.get(recognitionChoices, personId);
      const replay = replayOf(before?.requests ?? [], context.request, () => ({ hidden: before?.hidden ?? [] }));
      if (replay) return replay;
      const others = (before?.hidden ?? []).filter((one) => one !== part);
      const after: RecognitionChoice = {
        ...{ _id: personId, communityId, personId },
        hidden: hidden ? [...others, part] : others,
        requests: [...(before?.requests ?? []), context.request].slice(-requestsKept),
        ...withAct(before ?? {}, context, caller, 'recognition.saveChoice'),
      };
      const { _id, ...fields } = after;
      if (before) await transaction.update(recognitionChoices, _id, { set: fields });
      else await transaction.insert(recognitionChoices, after);
      return done({ hidden: after.hidden });
    });
  },
});
