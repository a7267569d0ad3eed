import { maxPapers } from '../../../../../miniprogram/contracts/category';
import { signedInEndpoint } from '../../../access/endpoint';
import { done, refuse } from '../../../platform/result';
import { id, object, requestId, v } from '../../../platform/validation';
import { prefetchOrder } from '../../flow/find-order';
import { noteOnOrder } from '../../flow/note-order';
import { orderActor } from '../../flow/order-actor';
import { isTicker, withTick } from '../../rules/papers';
import { visibilityOf } from '../../rules/visibility';

/**
 * Whoever asks, or whoever does it, says that a paper of the checklist is there, or that it is not after all.
 * Cost: 1 read, 1 write.
 */
export const tickPaper = signedInEndpoint({
  name: 'order.tickPaper',
  input: object({
    orderId: id,
    paper: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxPapers - 1)),
    done: v.boolean(),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { orderId, paper, done: isThere }) =>
    noteOnOrder(context, caller, orderId, (order) => {
      const actor = orderActor(caller);
      if (!visibilityOf(order, actor)) return refuse('NOT_FOUND', 'orderId');
      if (!isTicker(order, actor)) return refuse('NOT_OFFERED', 'orderId');
      if (order.status === 'closed') return refuse('WRONG_STATUS', 'orderId');
      if (paper >= (order.checklist ?? []).length) return refuse('INVALID_INPUT', 'paper');
      const { personId, name } = caller.login;
      const by = { at: context.clock.now(), by: { personId, name }, hat: caller.hat.hat };
      return done({ ticks: withTick(order, { paper, done: isThere, ...by }) });
    }),
});
