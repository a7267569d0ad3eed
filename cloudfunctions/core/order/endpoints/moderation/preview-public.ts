import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { done, refuse } from '../../../platform/result';
import { id, object, optional, v } from '../../../platform/validation';
import { decideForCaller } from '../../flow/decide-for-caller';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import { commandContext } from '../../flow/move-order';
import { publicView } from '../../flow/public-view';
import { evolve } from '../../rules/evolve';
import { isOpenPartWithheld } from '../../rules/public-parts';

/**
 * What any member would read of an order in the pool, before it is put there: the very order that a dispatch would
 * make, by the very code that shows it to them. Nothing is written; it is refused where the dispatch would be, and with
 * `WORDS_WITHHELD` while a person is to decide about its words, or decided that nobody else reads them.
 * Cost: 1 read.
 */
export const previewPublic = signedInEndpoint({
  name: 'order.previewPublic',
  input: object({
    orderId: id,
    capacity: optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.helpers))),
  }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId, capacity }) {
    const order = await findOrder(context, caller, orderId);
    if (!order.ok) return order;
    const own = commandContext(context, caller, { orderId, version: order.data.version });
    const seats = capacity === undefined ? {} : { capacity };
    const command = { action: 'dispatch', members: [], pool: true, note: null, ...seats } as const;
    if (isOpenPartWithheld(order.data)) return refuse('WORDS_WITHHELD');
    const decided = decideForCaller(caller, order.data, command, own);
    if (!decided.ok) return decided;
    const shown = publicView(evolve(order.data, decided.data), own.at);
    return shown ? done(shown) : refuse('WRONG_STATUS');
  },
});
