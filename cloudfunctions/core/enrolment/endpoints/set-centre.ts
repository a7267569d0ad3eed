import { signedInEndpoint } from '../../access/endpoint';
import type { Login } from '../../access/login';
import type { PlaceRef } from '../../place/place';
import { refuse } from '../../platform/result';
import { object, requestId, v } from '../../platform/validation';
import { changeOwn } from '../own-change';

/**
 * Agrees to the sign of a member's household at one's own door, or withdraws it at any time (S2-04); nobody agrees for
 * somebody else.
 * A community's first costs one write more.
 * Cost: 5 reads, 4 writes.
 */
export const setCentre = signedInEndpoint({
  name: 'enrolment.setCentre',
  input: object({ agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { agree }) {
    const { home } = caller.login;
    if (agree && home?.courtyardId === undefined) return refuse('HOME_NEEDED', 'agree');
    const centre = agree && home ? { agreedAt: context.clock.now(), home: placeOnly(home) } : null;
    return changeOwn(context, caller, 'enrolment.setCentre', { centre });
  },
});

/** A login's home without what it says of the person. */
function placeOnly(home: NonNullable<Login['home']>): PlaceRef {
  const { placeId, path, label, gridId, gridName, colour, sectionName, courtyardId } = home;
  return {
    ...{ placeId, path, label, gridId, gridName },
    ...(colour && { colour }),
    ...(sectionName !== undefined && { sectionName }),
    ...(courtyardId !== undefined && { courtyardId }),
  };
}
