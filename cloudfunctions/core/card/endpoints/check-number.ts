import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, shownPhone, v } from '../../platform/validation';
import { cardNumbers, numberChecks, numberKey, numberView, type NumberCheck } from '../number-check';

/**
 * Somebody called a number that cards print, and it rang where it should (S4-02).
 * The first check of a number costs one write more, and so does somebody's first write beside orders.
 * Cost: 2 reads, 2 writes.
 */
export const checkCardNumber = signedInEndpoint({
  name: 'card.checkNumber',
  input: object({ placeId: id, kind: v.picklist(['office', 'duty', 'worker']), phone: shownPhone, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, input) {
    const { login, hat, scope } = actor;
    const { database, clock, request } = context;
    const { communityId, personId, name } = login;
    const [community, before] = await Promise.all([
      database.get(communities, communityId),
      database.get(numberChecks, numberKey(input)),
    ]);
    const number = community && cardNumbers(community).find((one) => numberKey(one) === numberKey(input));
    if (!number) return refuse('NOT_FOUND', 'placeId');
    if (scope === 'grid' && number.kind === 'worker' && number.placeId !== hat.placeId)
      return refuse('FORBIDDEN', 'placeId');
    if (number.phone === '' || number.phone !== input.phone) return refuse('STALE_VERSION', 'phone');
    if (before?.request.requestKey === request.requestKey) return done(numberView(number, before, clock.now()));
    const check: NumberCheck = {
      _id: numberKey(number),
      communityId,
      phone: number.phone,
      checkedAt: clock.now(),
      checkedBy: { personId, name },
      request,
      ...withAct(before ?? {}, context, actor, 'card.checkNumber'),
    };
    const { _id, ...fields } = check;
    const changed = before && (await database.updateWhere(numberChecks, { _id }, { set: fields }));
    if (!changed) await database.insert(numberChecks, check);
    return done(numberView(number, check, clock.now()));
  },
});
