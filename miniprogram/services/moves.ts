/** A move that a button asked for, with the reason or the words that its sheet collected. */
import type { Reply } from '../contracts/error';
import {
  callResults,
  cancelReasons,
  declineReasons,
  refuseReasons,
  releaseReasons,
  type OrderAction,
  type OrderView,
} from '../contracts/order';
import * as orders from './order';

export interface ReasonInput {
  readonly reason: string;
  readonly words: string;
}

/** Moves whose input is more than a reason and words have a page of their own. */
const movesWithOwnForm = [
  'dispatch',
  'complete',
  'confirm',
  'changeRating',
  'merge',
  'reclassify',
  'relocate',
  'appoint',
  'ruleNoShow',
  'removeHelper',
] as const;
export type SimpleMove = Exclude<OrderAction, (typeof movesWithOwnForm)[number]>;

export const isSimpleMove = (action: OrderAction): action is SimpleMove =>
  !movesWithOwnForm.some((other) => other === action);

const oneOf = <Value extends string>(values: readonly Value[], value: string): Value | 'other' =>
  values.find((known) => known === value) ?? 'other';

function reasonFields<Value extends string>(
  values: readonly Value[],
  { reason, words }: ReasonInput,
): { reason: Value | 'other'; note?: string } {
  return words === '' ? { reason: oneOf(values, reason) } : { reason: oneOf(values, reason), note: words };
}

/** Moves that take one tap and no word. */
const bare = {
  accept: (order: orders.OrderRef) => orders.accept(order),
  arrive: orders.arrive,
  standBy: orders.standBy,
  makePrivate: orders.makePrivate,
  withdrawQuestion: orders.withdrawQuestion,
  leavePool: orders.leavePool,
  remind: orders.remind,
  join: orders.join,
} as const;
type BareMove = keyof typeof bare;
const isBare = (action: SimpleMove): action is BareMove => action in bare;

export function move(
  action: SimpleMove,
  order: orders.OrderRef,
  input: ReasonInput = { reason: '', words: '' },
): Promise<Reply<OrderView>> {
  return isBare(action) ? bare[action](order) : moveWithWords(action, order, input);
}

function moveWithWords(
  action: Exclude<SimpleMove, BareMove>,
  order: orders.OrderRef,
  input: ReasonInput,
): Promise<Reply<OrderView>> {
  switch (action) {
    case 'askRequester':
      return orders.askRequester(order, { words: input.words });
    case 'answerQuestion':
      return orders.answerQuestion(order, { words: input.words });
    case 'decline':
      return orders.decline(order, reasonFields(declineReasons, input));
    case 'release':
      return orders.release(order, reasonFields(releaseReasons, input));
    case 'appealNoShow':
      return orders.appealNoShow(order, { words: input.words });
    case 'cancel':
      return orders.cancel(order, reasonFields(cancelReasons, input));
    case 'refuse':
      return orders.refuse(order, reasonFields(refuseReasons, input));
    case 'reopen':
      return orders.reopen(order, { words: input.words });
    case 'transfer':
      return orders.transfer(order, { to: input.words });
    case 'recordAnswer':
      return orders.recordAnswer(order, { answer: input.words });
    case 'recordCall':
      return orders.recordCall(order, { result: callResults.find((one) => one === input.reason) ?? 'unanswered' });
  }
}
