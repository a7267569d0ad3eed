/** An order for which a captain names who goes. */
import type { OrderView } from '../../../contracts/order';
import { joinParts } from '../../../text/join';
import { categoryName, orderTitle, requesterName, visitTimeLine } from '../../../text/order/names';

export interface AssignOrder {
  readonly orderId: string;
  readonly version: number;
  readonly tag: string;
  readonly title: string;
  readonly line: string;
}

export function assignOrder(order: OrderView, nowMs: number): AssignOrder {
  const { orderId, version, placeName, requesterKind, when, createdAt } = order;
  const who = requesterKind && requesterName(requesterKind);
  return {
    orderId,
    version,
    tag: categoryName(order),
    title: orderTitle(order),
    line: joinParts(placeName, who, visitTimeLine(when, createdAt, nowMs)),
  };
}
