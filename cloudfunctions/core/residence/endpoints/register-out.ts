import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { refuse } from '../../platform/result';
import { calendarDay, id, object, requestId } from '../../platform/validation';
import { findHousehold, register } from '../register';

/**
 * A courtyard head registers that somebody moved out of a household of their courtyard. The grid confirms it; until
 * then they live there.
 * Cost: 3 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const registerMoveOut = signedInEndpoint({
  name: 'residence.registerOut',
  input: object({ placeId: id, personId: id, day: calendarDay, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, personId, day }) {
    const [found, person] = await Promise.all([
      findHousehold(context, caller, { placeId, day }),
      context.database.get(people, personId),
    ]);
    if (!found.ok) return found;
    if (person?.home?.placeId !== placeId) return refuse('NOT_FOUND', 'personId');
    const { name, phone, phoneExtension } = person;
    return register(context, caller, found.data, {
      action: 'residence.registerOut',
      direction: 'out',
      name,
      phone,
      ...(phoneExtension !== undefined && { phoneExtension }),
      tenure: null,
      personId,
      day,
    });
  },
});
