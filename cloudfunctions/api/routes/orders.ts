import { acceptOrder } from '../../core/order/endpoints/helper/accept';
import { releaseOrder } from '../../core/order/endpoints/helper/release';
import { declineOrder } from '../../core/order/endpoints/helper/decline';
import { completeOrder } from '../../core/order/endpoints/helper/complete';
import { confirmOrder } from '../../core/order/endpoints/requester/confirm';
import { createOrder } from '../../core/order/endpoints/requester/create';
import { getDesk } from '../../core/order/endpoints/reading/get-desk';
import { dispatchOrder } from '../../core/order/endpoints/staff/dispatch';
import { intakeOrder } from '../../core/order/endpoints/staff/intake';
import { getOrder } from '../../core/order/endpoints/reading/get';
import { listWishes } from '../../core/order/endpoints/reading/list-wishes';
import { listMyOrders } from '../../core/order/endpoints/reading/list-mine';
import { listOffers } from '../../core/order/endpoints/reading/list-offers';
import { listQueue } from '../../core/order/endpoints/reading/list-queue';
import { reopenOrder } from '../../core/order/endpoints/requester/reopen';
import { joinOrder } from '../../core/order/endpoints/requester/join';
import { cancelOrder } from '../../core/order/endpoints/requester/cancel';
import { revealPhone } from '../../core/order/endpoints/reading/reveal-phone';
import { findSimilarOrder } from '../../core/order/endpoints/reading/find-similar';
import { mergeOrder } from '../../core/order/endpoints/staff/merge';
import { remindOrder } from '../../core/order/endpoints/requester/remind';
import { transferOrder } from '../../core/order/endpoints/staff/transfer';
import { refuseOrder } from '../../core/order/endpoints/staff/refuse';
import { suggestMembers } from '../../core/order/endpoints/reading/suggest';
import type { Caller } from '../../core/access/caller';
import type { Routes } from '../../core/platform/endpoint';

/** Orders: asking, dispatching, doing, confirming. */
export const orderRoutes = {
  'order.create': createOrder,
  'order.intake': intakeOrder,
  'order.findSimilar': findSimilarOrder,
  'order.join': joinOrder,
  'order.listMine': listMyOrders,
  'order.get': getOrder,
  'order.listQueue': listQueue,
  'order.listOffers': listOffers,
  'order.listWishes': listWishes,
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
  'order.revealPhone': revealPhone,
  'order.getDesk': getDesk,
} satisfies Partial<Routes<Caller>>;
