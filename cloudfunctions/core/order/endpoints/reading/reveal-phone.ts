import { audit, type AuditLine } from '../../../person/audit';
import { wholePhone } from '../../../person/phone';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import type { Context } from '../../../platform/context';
import { derivedId, timeKey } from '../../../platform/ids';
import { done, refuse } from '../../../platform/result';
import { id, object, requestId, v } from '../../../platform/validation';
import { relationsOf, type OrderActor } from '../../rules/relations';
import { isInHand } from '../../rules/lifecycle';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import type { Order, Party } from '../../document/order';
import { orderActor } from '../../flow/order-actor';
import { visibilityOf } from '../../rules/visibility';

type PartyName = 'requester' | 'assignee';

/**
 * A party's whole number, for staff who may see the party and for the other party; its owner sees who looked.
 * Cost: 3 reads, 2 writes.
 */
export const revealPhone = signedInEndpoint({
  name: 'order.revealPhone',
  input: object({ orderId: id, party: v.picklist(['requester', 'assignee']), requestId }),
  identity: 'caller',
  idempotency: 'noted',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId, party }) {
    const found = await findOrder(context, caller, orderId);
    if (!found.ok) return found;
    const order = found.data;
    const shown = order[party];
    if (!visibilityOf(order, orderActor(caller))) return refuse('NOT_FOUND', 'orderId');
    if (!mayCall(order, orderActor(caller), party)) return refuse('FORBIDDEN', 'party');
    if (!shown) return refuse('NOT_FOUND', 'party');
    const line = lineOf(context, caller, order, shown);
    if (!(await context.database.insert(audit, line))) {
      const stored = await context.database.get(audit, line._id);
      if (stored?.request.inputHash !== context.request.inputHash) return refuse('REQUEST_REUSED', 'requestId');
    }
    return done({ name: shown.name, phone: wholePhone(shown) });
  },
});

function mayCall(order: Order, actor: OrderActor, party: PartyName): boolean {
  const relations = relationsOf(order, actor);
  const visibility = visibilityOf(order, actor);
  if (visibility?.others) return true;
  if (!isInHand(order.status)) return false;
  return party === 'requester' ? relations.has('assignee') : relations.has('requester');
}

function lineOf(context: Context, { login, hat }: SignedIn, order: Order, owner: Party): AuditLine {
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
  };
}
