import { signedInEndpoint } from '../../../access/endpoint';
import { done, refuse } from '../../../platform/result';
import { id, object, optional, requestId } from '../../../platform/validation';
import { prefetchOrder } from '../../flow/find-order';
import { noteOnOrder } from '../../flow/note-order';
import { orderActor } from '../../flow/order-actor';
import { owedTo, toldAll } from '../../rules/owed-news';
import { relationsOf } from '../../rules/relations';

/**
 * Staff told somebody without WeChat on the telephone what became of their order, or of the one that theirs was merged
 * into: who told them, when, and of what is noted, and it leaves the list.
 * Cost: 1 read, 1 write.
 */
export const recordTold = signedInEndpoint({
  name: 'order.recordTold',
  input: object({ orderId: id, personId: optional(id), requestId }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { orderId, personId: to }) =>
    noteOnOrder(context, caller, orderId, (order) => {
      const relations = relationsOf(order, orderActor(caller));
      if (!(['worker', 'leader', 'committee', 'secretary'] as const).some((one) => relations.has(one)))
        return refuse('NOT_FOUND', 'orderId');
      if (owedTo(order, to).length === 0) return refuse('ALREADY_SETTLED', 'orderId');
      const { personId, name } = caller.login;
      return done(toldAll(order, { at: context.clock.now(), by: { personId, name }, hat: caller.hat.hat }, to));
    }),
});
