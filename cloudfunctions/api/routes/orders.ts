import { acceptOrder } from '../../core/order/endpoints/helper/accept';
import { releaseOrder } from '../../core/order/endpoints/helper/release';
import { declineOrder } from '../../core/order/endpoints/helper/decline';
import { completeOrder } from '../../core/order/endpoints/helper/complete';
import { confirmOrder } from '../../core/order/endpoints/requester/confirm';
import { createOrder } from '../../core/order/endpoints/requester/create';
import { secretaryDesk } from '../../core/order/endpoints/reading/desk';
import { dispatchOrder } from '../../core/order/endpoints/staff/dispatch';
import { takeCall } from '../../core/order/endpoints/staff/intake';
import { openOrder } from '../../core/order/endpoints/reading/open';
import { openWishes } from '../../core/order/endpoints/reading/wishes';
import { myOrders } from '../../core/order/endpoints/reading/mine';
import { myOffers } from '../../core/order/endpoints/reading/offers';
import { orderQueue } from '../../core/order/endpoints/reading/queue';
import { reopenOrder } from '../../core/order/endpoints/requester/reopen';
import { joinOrder } from '../../core/order/endpoints/requester/join';
import { cancelOrder } from '../../core/order/endpoints/requester/cancel';
import { revealPhone } from '../../core/order/endpoints/reading/reveal';
import { similarOrder } from '../../core/order/endpoints/reading/similar';
import { mergeOrder } from '../../core/order/endpoints/staff/merge';
import { remindOrder } from '../../core/order/endpoints/requester/remind';
import { transferOrder } from '../../core/order/endpoints/staff/transfer';
import { refuseOrder } from '../../core/order/endpoints/staff/refuse';
import { suggestMembers } from '../../core/order/endpoints/reading/suggest';
import type { Actor } from '../../core/access/caller';
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
