import { cancelReasons } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../person/endpoint';
import { checkTexts } from '../../platform/content';
import { object, v, words } from '../../platform/validation';
import { finishCode } from '../finish-code';
import { moveKeys, note } from '../inputs';
import { move, orderAhead } from '../move';

/** 没解决: back to whoever did it, and the secretary is told. */
export const reopenOrder = signedInEndpoint({
  name: 'order.reopen',
  input: object({ ...moveKeys, words: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, { words: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'reopen', words: said, finishCode: finishCode(context.ids) },
      beforeWrite: () => checkTexts(context, { words: said }),
    }),
});

export const cancelOrder = signedInEndpoint({
  name: 'order.cancel',
  input: object({ ...moveKeys, reason: v.picklist(cancelReasons), note }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, { reason, note: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'cancel', reason, note: said ?? null },
      beforeWrite: () => checkTexts(context, { note: said }),
    }),
});

export const joinOrder = signedInEndpoint({
  name: 'order.join',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, input) => move(context, caller, { input, command: { action: 'join' } }),
});
