import type { SignedIn } from '../../access/caller';
import type { AuditLine } from '../../person/audit';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import type { Order, Party } from '../document/order';

/**
 * What is noted of a look at a party's whole number, which its owner reads: who, in which hat, when, of which order.
 */
export function revealLine(context: Context, { login, hat }: SignedIn, order: Order, owner: Party): AuditLine {
  const _id = derivedId('v', context.openid, context.requestId);
  const at = context.clock.now();
  return {
    _id,
    communityId: order.communityId,
    kind: 'reveal',
    at,
    timeKey: timeKey(at, _id),
    ownerId: owner.personId,
    by: { personId: login.personId, name: login.name, hat: hat.hat },
    orderId: order._id,
    orderNumber: order.number,
    request: context.request,
    slot: _id,
  };
}
