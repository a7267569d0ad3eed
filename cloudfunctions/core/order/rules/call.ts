import type { ListedOrder } from '../document/order';
import { defaultCallTries } from '../policy';
import { isOpen } from './lifecycle';
import { isCalled } from './relations';

type CallFields = Pick<ListedOrder, 'status' | 'source' | 'requester' | 'urgent' | 'reachedAt' | 'completedAt'>;

/**
 * Whether a call comes before anybody is sent: the number was only typed, and nobody has been reached there. An
 * emergency does not wait for it.
 */
export function isCallFirst(order: Pick<ListedOrder, 'status' | 'requester' | 'urgent' | 'reachedAt'>): boolean {
  const isToBeSent = order.status === 'submitted' || order.status === 'outside';
  return isToBeSent && !order.urgent && isUncalled(order);
}

/**
 * Whether the requester of a completed order was asked if it is solved: by the news that it is done, where they have
 * WeChat; else only by a call that reached them since.
 */
export function isAsked(order: Pick<CallFields, 'source' | 'requester' | 'reachedAt' | 'completedAt'>): boolean {
  if (!isCalled(order)) return true;
  const { reachedAt, completedAt } = order;
  return reachedAt !== null && completedAt !== null && reachedAt.getTime() >= completedAt.getTime();
}

/** Whether staff called on so many days in vain that they need not go on; whoever is reached since was asked. */
export function isTriedEnough({ triedOn = [], terms }: Pick<ListedOrder, 'triedOn' | 'terms'>): boolean {
  return triedOn.length >= (terms.callTries ?? defaultCallTries);
}

/** Whether the office has a call to make: to a number that was only typed, or to ask whether it is solved. */
export function needsCall(order: CallFields): boolean {
  if (order.status === 'completed') return !isAsked(order);
  if (!isOpen(order.status) || !isUncalled(order)) return false;
  return order.urgent || order.status === 'submitted';
}

function isUncalled({ requester, reachedAt }: Pick<CallFields, 'requester' | 'reachedAt'>): boolean {
  return !requester.verified && reachedAt === null;
}
