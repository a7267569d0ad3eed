import { refuseReasons } from '../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../person/endpoint';
import { checkTexts } from '../../platform/content';
import { refuse } from '../../platform/result';
import { id, line, object, v } from '../../platform/validation';
import { moveKeys, note } from '../inputs';
import { move, moveFound, orderAhead } from '../move';
import { orders } from '../order';

export const refuseOrder = signedInEndpoint({
  name: 'order.refuse',
  input: object({ ...moveKeys, reason: v.picklist(refuseReasons), note }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, { reason, note: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'refuse', reason, note: said ?? null },
      beforeWrite: () => checkTexts(context, { note: said }),
    }),
});

/** Closes an order in favour of another open one of the same community. Two reads, one write. */
export const mergeOrder = signedInEndpoint({
  name: 'order.merge',
  input: object({ ...moveKeys, intoId: id }),
  identity: 'caller',
  idempotency: 'order',
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
    return moveFound(context, caller, { input, command: { action: 'merge', intoId }, beforeWrite }, order);
  },
});

/** Longest name of an outside office. */
const officeLength = 40;

export const transferOrder = signedInEndpoint({
  name: 'order.transfer',
  input: object({ ...moveKeys, to: line(officeLength), note }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, { to, note: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'transfer', to, note: said ?? null },
      beforeWrite: () => checkTexts(context, { to, note: said }),
    }),
});

export const remindOrder = signedInEndpoint({
  name: 'order.remind',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, input) => move(context, caller, { input, command: { action: 'remind' } }),
});
