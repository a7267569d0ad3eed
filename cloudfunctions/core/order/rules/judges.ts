import { caseOf, lastHiding, type ModerationCase } from '../../moderation/rules/case';
import type { Order } from '../document/order';
import { relationsOf, type OrderActor } from './relations';
import { visibilityOf } from './visibility';

/**
 * Whether a part of a private order is for the leader of the grid and the committee, who may read nothing else of it:
 * the secretary, who alone decides otherwise, hid it, and its author asks that somebody else looks.
 */
export function isSecondLook(order: Pick<Order, 'private'>, found: ModerationCase): boolean {
  return order.private && found.state === 'appealed' && lastHiding(found)?.hat === 'secretary';
}

/** Whether a reader may decide about a part, and so read it: staff who read the order, or who take the second look. */
export function mayJudge(order: Order, part: string, actor: OrderActor): boolean {
  if (visibilityOf(order, actor)?.others) return true;
  const found = caseOf(order, part);
  const relations = relationsOf(order, actor);
  return found !== undefined && isSecondLook(order, found) && (relations.has('leader') || relations.has('committee'));
}
