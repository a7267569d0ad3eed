import type { MessageKind } from '../../../../miniprogram/contracts/message';
import { caseOf, lastHiding, type ModerationCase } from '../../moderation/rules/case';
import type { Notification } from '../../message/outgoing';
import type { Order, Party } from '../document/order';

/** The author hears what was decided about what they wrote or showed. */
export function decisionNews(order: Order, part: string, kind: MessageKind): readonly Notification[] {
  const found = caseOf(order, part);
  return found ? [{ personIds: [found.authorId], content: { kind, orderId: order._id } }] : [];
}

/** Who may decide about a part: nobody about their own, nor about an appeal against themselves. */
function deciders(found: ModerationCase, parties: readonly (Party | null)[]): readonly Party[] {
  const barred = [found.authorId, found.state === 'appealed' ? lastHiding(found)?.by.personId : undefined];
  return parties.flatMap((party) => (party && !barred.includes(party.personId) ? [party] : []));
}

/**
 * Whom the clock tells that a part waits: the leader of the grid, warned and once the time is up, then the secretary;
 * of an appeal, the secretary first. Where one of them may not decide, the other.
 */
export function waitingNews(order: Order, found: ModerationCase): readonly Notification[] {
  const { leader, secretary } = order;
  const able = deciders(found, found.state === 'appealed' ? [secretary, leader] : [leader, secretary]);
  const { told = 0 } = found;
  const to = able[Math.min(Math.max(0, told - 1), able.length - 1)];
  const kind = told === 0 ? 'part-waiting' : 'part-overdue';
  return to ? [{ personIds: [to.personId], content: { kind, orderId: order._id } }] : [];
}

/** Somebody is to decide who did not hide it: the secretary, else the grid's leader. */
export function appealNews(order: Order, part: string): readonly Notification[] {
  const found = caseOf(order, part);
  const [decider] = found ? deciders(found, [order.secretary, order.leader]) : [];
  return decider ? [{ personIds: [decider.personId], content: { kind: 'hiding-appealed', orderId: order._id } }] : [];
}
