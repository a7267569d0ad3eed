import { orderActions, type OrderAction } from '../../../miniprogram/contracts/order';
import { limits } from '../../../miniprogram/contracts/limits';
import { scopeOf } from '../person/permissions';
import { relationsOf, type OrderActor } from './actor';
import { fitsFullTrail, lifecycle } from './lifecycle';
import type { ListedOrder } from './order';

/** What the actor may do to the order now, in the hat that they wear: table of moves and table of permissions together. */
export function actionsFor(order: ListedOrder, actor: OrderActor): readonly OrderAction[] {
  const relations = relationsOf(order, actor);
  const row = lifecycle[order.status];
  const full = order.version >= limits.trailLines;
  return orderActions.filter((action) => {
    const cell = row[action];
    if (!cell?.by.some((relation) => relations.has(relation)) || scopeOf(actor.hat, `order.${action}`) === 'none') return false;
    if (full && !fitsFullTrail(action)) return false;
    return !isBarred(action, order, actor, relations.has('secretary'));
  });
}

/** What the moves themselves would refuse whatever the input. */
function isBarred(action: OrderAction, order: ListedOrder, actor: OrderActor, isSecretary: boolean): boolean {
  if (action === 'dispatch') return order.ruling && !isSecretary;
  if (action === 'accept') return order.requester.personId === actor.personId;
  return action === 'join' && order.joined.some((party) => party.personId === actor.personId);
}
