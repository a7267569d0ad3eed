import { refuseReasons } from '../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../person/endpoint';
import { checkTexts } from '../../platform/content';
import { refuse } from '../../platform/result';
import { id, line, object, v } from '../../platform/validation';
import { moveKeys, note } from '../inputs';
import { findOrder, move, moveFound } from '../move';
import { orders } from '../order';

export const refuseOrder = signedInEndpoint({
  name: 'order.refuse',
  input: object({ ...moveKeys, reason: v.picklist(refuseReasons), note }),
  identity: 'caller',
  idempotency: 'order',
  run: (context, caller, { reason, note: said, ...input }) =>
    move(context, caller, { input, command: { action: 'refuse', reason, note: said ?? null }, beforeWrite: () => checkTexts(context, { note: said }) }),
});

/** Closes an order in favour of another open one of the same community. Three reads, one write. */
export const mergeOrder = signedInEndpoint({
  name: 'order.merge',
  input: object({ ...moveKeys, intoId: id }),
  identity: 'caller',
  idempotency: 'order',
  async run(context, caller, { intoId, ...input }) {
    const order = await findOrder(context, caller, input.orderId);
    if (!order.ok) return order;
    const beforeWrite = async () => {
      const into = await context.database.get(orders, intoId);
      if (!into || into.communityId !== order.data.communityId) return refuse('NOT_FOUND', 'intoId');
      return into.closed ? refuse('WRONG_STATUS', 'intoId') : undefined;
    };
    return moveFound(context, caller, { input, command: { action: 'merge', intoId }, beforeWrite }, order.data);
  },
});

/** Longest name of an outside office. */
const officeLength = 40;

export const transferOrder = signedInEndpoint({
  name: 'order.transfer',
  input: object({ ...moveKeys, to: line(officeLength), note }),
  identity: 'caller',
  idempotency: 'order',
  run: (context, caller, { to, note: said, ...input }) =>
    move(context, caller, { input, command: { action: 'transfer', to, note: said ?? null }, beforeWrite: () => checkTexts(context, { to, note: said }) }),
});

export const remindOrder = signedInEndpoint({
  name: 'order.remind',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'order',
  run: (context, caller, input) => move(context, caller, { input, command: { action: 'remind' } }),
});
