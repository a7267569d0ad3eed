import { acceptOrder, declineOrder, releaseOrder } from '../../core/order/endpoints/answers';
import { completeOrder } from '../../core/order/endpoints/complete';
import { confirmOrder } from '../../core/order/endpoints/confirm';
import { createOrder } from '../../core/order/endpoints/create';
import { secretaryDesk } from '../../core/order/endpoints/desk';
import { dispatchOrder } from '../../core/order/endpoints/dispatch';
import { takeCall } from '../../core/order/endpoints/intake';
import { myOrders, openOrder, openWishes } from '../../core/order/endpoints/lists';
import { myOffers } from '../../core/order/endpoints/offers';
import { orderQueue } from '../../core/order/endpoints/queue';
import { cancelOrder, joinOrder, reopenOrder } from '../../core/order/endpoints/requester';
import { revealPhone } from '../../core/order/endpoints/reveal';
import { similarOrder } from '../../core/order/endpoints/similar';
import { mergeOrder, refuseOrder, remindOrder, transferOrder } from '../../core/order/endpoints/staff';
import { suggestMembers } from '../../core/order/endpoints/suggest';
import type { Actor } from '../../core/person/actor';
import type { Routes } from '../../core/platform/endpoint';

/** Orders: asking, dispatching, doing, confirming. */
export const orderRoutes = {
  'order.create': createOrder,
  'order.intake': takeCall,
  'order.similar': similarOrder,
  'order.join': joinOrder,
  'order.mine': myOrders,
  'order.open': openOrder,
  'order.queue': orderQueue,
  'order.offers': myOffers,
  'order.wishes': openWishes,
  'order.suggest': suggestMembers,
  'order.dispatch': dispatchOrder,
  'order.accept': acceptOrder,
  'order.decline': declineOrder,
  'order.release': releaseOrder,
  'order.complete': completeOrder,
  'order.confirm': confirmOrder,
  'order.reopen': reopenOrder,
  'order.cancel': cancelOrder,
  'order.refuse': refuseOrder,
  'order.merge': mergeOrder,
  'order.transfer': transferOrder,
  'order.remind': remindOrder,
  'order.reveal': revealPhone,
  'order.desk': secretaryDesk,
} satisfies Partial<Routes<Actor>>;
