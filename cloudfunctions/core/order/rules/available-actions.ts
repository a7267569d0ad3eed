import { orderActions, type OrderAction } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import { scopeOf } from '../../access/permissions';
import { isCallFirst } from './call';
import { isHeadsTurn } from './head-turn';
import { relationsOf, type OrderActor } from './relations';
import { cellOf, fitsFullTrail, type Relation } from './lifecycle';
import { hasJoined, isJoinable } from './moves/join';
import type { ListedOrder } from '../document/order';

/**
 * What the actor may do to the order now, in the hat in use: table of moves and table of permissions together.
 */
export function availableActions(order: ListedOrder, actor: OrderActor): readonly OrderAction[] {
  const relations = relationsOf(order, actor);
  const full = order.version >= limits.trailLines;
  return orderActions.filter((action) => {
    const cell = cellOf(order, action);
    if (!cell?.by.some((relation) => relations.has(relation)) || scopeOf(actor.hat, `order.${action}`) === 'none')
      return false;
    if (full && !fitsFullTrail(action)) return false;
    return !isBarred(action, order, actor, relations);
  });
}

/** What would lead nowhere, whatever the input. */
function isBarred(
  action: OrderAction,
  order: ListedOrder,
  actor: OrderActor,
  relations: ReadonlySet<Relation>,
): boolean {
  if (action === 'dispatch')
    return isCallFirst(order) || isHeadsTurn(order) || (order.ruling && !relations.has('secretary'));
  if (action === 'accept')
    return (
      isCallFirst(order) ||
      order.requester.personId === actor.personId ||
      (isHeadsTurn(order) && actor.hat !== 'courtyardHead')
    );
  // Who has another part in it is no bystander who could join.
  return action === 'join' && (relations.size > 1 || hasJoined(order, actor.personId) || !isJoinable(order));
}
