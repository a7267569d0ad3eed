import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { derivedId } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { exchanges, notesKept, type ExchangeNote } from '../exchange/exchange';
import { findRecord } from '../exchange/read-record';
import { readRecord } from './record';

const requestsKept = 10;

/**
 * A note about a member from the employer to the branch, or back (沟通反馈): both sides read it, and so does the member.
 * It takes the member's consent. Nobody writes of themselves.
 * Cost: 6 reads, 2 writes.
 */
export const sendExchangeNote = signedInEndpoint({
  name: 'review.sendNote',
  input: object({ personId: id, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, words: said }) {
    const found = await findRecord(context, caller, personId);
    if (!found.ok) return found;
    const { person, exchange } = found.data;
    if (personId === caller.login.personId) return refuse('SECOND_PERSON_NEEDED', 'personId');
    if (!exchange?.agreed) return refuse('NOT_SHARED', 'personId');
    const refused = await checkTexts(context, { words: said });
    if (refused) return refused;
    const note: ExchangeNote = {
      noteId: derivedId('n', context.openid, context.requestId),
      side: caller.scope === 'employer' ? 'employer' : 'community',
      words: said,
      personId: caller.login.personId,
      name: caller.login.name,
      at: context.clock.now(),
    };
    const changed = await context.database.transaction(async (transaction) => {
      const before = await transaction.get(exchanges, exchange._id);
      if (!before) return refuse('NOT_FOUND', 'personId');
      const replay = replayOf(before.requests, context.request, () => before);
      if (replay) return replay;
      if (!before.agreed) return refuse('NOT_SHARED', 'personId');
      const after = {
        notes: [...before.notes, note].slice(-notesKept),
        requests: [...before.requests, context.request].slice(-requestsKept),
        ...withAct(before, context, caller, 'review.sendNote'),
      };
      await transaction.update(exchanges, before._id, { set: after });
      return done({ ...before, ...after });
    });
    if (!changed.ok) return changed;
    return done(await readRecord(context, caller, { person, exchange: changed.data }));
  },
});
