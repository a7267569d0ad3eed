/** Orders that several do together, and what is asked of their seats. */
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { notificationsOf } from '../../../cloudfunctions/core/order/flow/notifications';
import type { CommandFor, OrderCommand } from '../../../cloudfunctions/core/order/rules/command';
import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import { holdersOf } from '../../../cloudfunctions/core/order/rules/seats';
import { accept, after1, captain, dispatchTo, fresh, member, other, person, worker } from './sample-orders';

export const third = person('third', 'member', 'cqt');
export const fourth = person('fourth', 'member', 'cqt');
export const together = (capacity: number, ...to: OrderActor[]): CommandFor<'dispatch'> => ({
  ...dispatchTo(...to),
  capacity,
});
export const standBy: OrderCommand = { action: 'standBy' };
export const offered = (capacity: number, ...to: OrderActor[]) =>
  after1(fresh(), worker, together(capacity, ...(to.length > 0 ? to : [member, other, third, fourth, captain])));
export const holderIds = (order: Order) => holdersOf(order).map(({ personId }) => personId);
export const askedIds = (order: Order) =>
  order.offers.filter(({ state }) => state === 'open').map(({ personId }) => personId);
export const newsOf = (before: Order, now: Order) =>
  notificationsOf(before, now).map(({ content, personIds }) => `${content.kind} ${personIds.join(' ')}`);
/** Two of three hold the seats of an order for two; the third waits. */
export const fullWithOneWaiting = () => {
  const full = after1(after1(offered(2, member, other, third, fourth), member, accept), other, accept);
  return after1(full, third, standBy);
};
