import { signedInEndpoint } from '../../../access/endpoint';
import { refuse } from '../../../platform/result';
import { id, object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveFoundOrder } from '../../flow/move-order';
import { orders } from '../../document/order';

/** Closes an order in favour of another open one of the same community. Two reads, one write. */
export const mergeOrder = signedInEndpoint({
  name: 'order.merge',
  input: object({ ...moveKeys, intoId: id }),
  identity: 'caller',
  idempotency: 'inDocument',
  async run(context, caller, { intoId, ...input }) {
    const both = await context.database.find(orders, { where: { _id: { oneOf: [input.orderId, intoId] } }, limit: 2 });
    const [order, into] = [input.orderId, intoId].map((id) =>
      both.find(({ _id, communityId }) => _id === id && communityId === caller.login.communityId),
    );
    if (!order) return refuse('NOT_FOUND', 'orderId');
    const beforeWrite = async () => {
      if (!into) return refuse('NOT_FOUND', 'intoId');
      return into.closed ? refuse('WRONG_STATUS', 'intoId') : undefined;
    };
    return moveFoundOrder(context, caller, { input, command: { action: 'merge', intoId }, beforeWrite }, order);
  },
});
