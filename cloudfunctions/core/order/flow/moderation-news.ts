import type { MessageKind } from '../../../../miniprogram/contracts/message';
import { caseOf, lastHiding } from '../../moderation/rules/case';
import type { Notification } from '../../message/outgoing';
import type { Order } from '../document/order';

/** The author hears what was decided about what they wrote or showed. */
export function decisionNews(order: Order, part: string, kind: MessageKind): readonly Notification[] {
  const found = caseOf(order, part);
  return found ? [{ personIds: [found.authorId], content: { kind, orderId: order._id } }] : [];
}

/** Somebody is to decide who did not hide it: the secretary, else the grid's leader. */
export function appealNews(order: Order, part: string): readonly Notification[] {
  const found = caseOf(order, part);
  const barred = [found?.authorId, found && lastHiding(found)?.by.personId];
  const decider = [order.secretary, order.leader].find((party) => party && !barred.includes(party.personId));
  return decider ? [{ personIds: [decider.personId], content: { kind: 'hiding-appealed', orderId: order._id } }] : [];
}
