import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { places, type Place } from '../../place/place';
import { isServed, placeRef } from '../../place/view';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { people } from '../person';
import { personView } from '../person-view';

/** Where people live. */
const homeKinds: ReadonlySet<Place['kind']> = new Set(['courtyard', 'household']);

/**
 * Says where somebody of the community lives, so that they lie in a grid; their hats and open orders follow by the job.
 * Cost: 4 reads, 3 writes.
 */
export const settlePerson = signedInEndpoint({
  name: 'person.settle',
  input: object({ personId: id, placeId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, placeId }) {
    const { database, clock, request } = context;
    const { communityId } = caller.login;
    const settled = await database.transaction(async (transaction) => {
      const before = await transaction.get(people, personId);
      if (before?.communityId !== communityId || before.leftAt) return refuse('NOT_FOUND', 'personId');
      const replay = before.request && replayOf([before.request], request, () => before);
      if (replay) return replay;
      const place = await transaction.get(places, placeId);
      if (place?.communityId !== communityId) return refuse('NOT_FOUND', 'placeId');
      if (!isServed(place) || !homeKinds.has(place.kind)) return refuse('INVALID_INPUT', 'placeId');
      const set = { home: placeRef(place), request, ...withAct(before, context, caller, 'person.settle') };
      await transaction.update(people, personId, { set });
      const occasion = { at: clock.now(), revision: request.requestKey };
      await recordChange(transaction, { kind: 'person', id: personId }, occasion);
      return done({ ...before, ...set });
    });
    return settled.ok ? done(personView(settled.data)) : settled;
  },
});
