import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { removeFiles } from '../../photo/receive-photos';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { object, requestId } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { people } from '../person';
import { portraitView } from '../portrait';

/**
 * Takes the consent to one's picture back: the file goes at once, cards show it no longer with the timer's next run,
 * and what is printed from now on is without it. Without a picture nothing is written.
 * Cost: 3 reads, 3 writes.
 */
export const removePortrait = signedInEndpoint({
  name: 'person.removePortrait',
  input: object({ requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller) {
    const { database, clock, request } = context;
    const { personId } = caller.login;
    const removed = await database.transaction(async (transaction) => {
      const before = await transaction.get(people, personId);
      if (!before) return refuse('NOT_FOUND');
      const replay = before.request && replayOf([before.request], request, () => before);
      if (replay) return replay;
      if (!before.portrait) return done(before);
      await transaction.update(people, personId, {
        set: { request, ...withAct(before, context, caller, 'person.removePortrait') },
        unset: ['portrait'],
      });
      await recordChange(
        transaction,
        { kind: 'person', id: personId },
        { at: clock.now(), revision: request.requestKey },
      );
      return done(before);
    });
    if (!removed.ok) return removed;
    if (removed.data.portrait) await removeFiles(context, [removed.data.portrait.fileId]);
    return done(portraitView(undefined, undefined));
  },
});
