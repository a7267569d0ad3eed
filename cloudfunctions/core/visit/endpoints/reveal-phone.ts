import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { defaultDailyLimits } from '../../order/limits/policy';
import { maybeHeldSlots, writeReveal } from '../../order/limits/write-reveal';
import { people } from '../../person/person';
import { wholePhone } from '../../person/phone';
import { communities } from '../../place/community';
import { derivedId, timeKey } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { visitPlans } from '../plan';

/**
 * The whole number of somebody who lives in a household in reach, to call before a visit or instead of one; they see
 * who looked. It counts as a look of the day, as at an order's.
 * Somebody's first write beside orders takes one write more.
 * Cost: 3 reads, 2 writes.
 */
export const revealResidentPhone = signedInEndpoint({
  name: 'visit.revealPhone',
  input: object({ placeId: id, personId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, personId }) {
    const { database, clock } = context;
    const { login, hat } = caller;
    const held = maybeHeldSlots(context, login.personId);
    const [found, person] = await Promise.all([
      database.getWith(visitPlans, placeId, { in: communities, by: 'communityId' }, held),
      database.get(people, personId),
    ]);
    if (!found || !reaches(caller, found.document)) return refuse('NOT_FOUND', 'placeId');
    if (person?.home?.placeId !== placeId || person.leftAt || person.phone === '')
      return refuse('NOT_FOUND', 'personId');
    const _id = derivedId('v', context.openid, context.requestId);
    const at = clock.now();
    const line = {
      _id,
      communityId: login.communityId,
      kind: 'reveal' as const,
      at,
      timeKey: timeKey(at, _id),
      ownerId: personId,
      by: { personId: login.personId, name: login.name, hat: hat.hat },
      placeId,
      placeLabel: found.document.label,
      request: context.request,
      slot: _id,
    };
    const limits = found.other?.policy.order.limits ?? defaultDailyLimits;
    const refused = await writeReveal(context, line, limits, found.held);
    return refused ?? done({ name: person.name, phone: wholePhone(person) });
  },
});
