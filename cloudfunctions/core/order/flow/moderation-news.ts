import type { MessageKind } from '../../../../miniprogram/contracts/message';
import { caseOf, lastHiding, type ModerationCase } from '../../moderation/rules/case';
import type { Notification } from '../../message/outgoing';
import { isSecondLook } from '../rules/judges';
import type { NoShow, Order, Party } from '../document/order';

/** The author hears what was decided about what they wrote or showed. */
export function decisionNews(order: Order, part: string, kind: MessageKind): readonly Notification[] {
  const found = caseOf(order, part);
  return found ? [{ personIds: [found.authorId], content: { kind, orderId: order._id } }] : [];
}

/** The secretary rules on who says that they did come, but on nobody's own record. */
export function appealDueNews(order: Order, { personId }: NoShow): readonly Notification[] {
  const { secretary } = order;
  const to = secretary && secretary.personId !== personId ? [secretary.personId] : [];
  return [{ personIds: to, content: { kind: 'appeal-due', orderId: order._id } }];
}

/** Who may decide about a part: nobody about their own, nor about an appeal against themselves. */
function deciders(order: Order, found: ModerationCase): readonly Party[] {
  const isAppeal = found.state === 'appealed';
  // Who may not read a private order decides about it only where nobody else may.
  const leader = order.private && !isSecondLook(order, found) ? null : order.leader;
  const parties = isAppeal ? [order.secretary, leader] : [leader, order.secretary];
  const barred = [found.authorId, found.state === 'appealed' ? lastHiding(found)?.by.personId : undefined];
  return parties.flatMap((party) => (party && !barred.includes(party.personId) ? [party] : []));
}

/**
 * Whom the clock tells that a part waits: the leader of the grid, warned and once the time is up, then the secretary;
 * of an appeal, the secretary first. Where one of them may not decide, the other.
 */
export function waitingNews(order: Order, found: ModerationCase): readonly Notification[] {
  const able = deciders(order, found);
  const { told = 0 } = found;
  const to = able[Math.min(Math.max(0, told - 1), able.length - 1)];
  const kind = told === 0 ? 'part-waiting' : 'part-overdue';
  return to ? [{ personIds: [to.personId], content: { kind, orderId: order._id } }] : [];
}

/** Somebody is to decide who did not hide it: the secretary, else the grid's leader. */
export function appealNews(order: Order, part: string): readonly Notification[] {
  const found = caseOf(order, part);
  const [decider] = found ? deciders(order, found) : [];
  return decider ? [{ personIds: [decider.personId], content: { kind: 'hiding-appealed', orderId: order._id } }] : [];
}
