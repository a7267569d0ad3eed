import { orderActions, type OrderAction } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import { scopeOf } from '../../access/permissions';
import { isMissed, openAppeal } from './appointment';
import { isCallFirst } from './call';
import { isHeadsTurn, isKeptFrom } from './head-turn';
import { relationsOf, type OrderActor } from './relations';
import { cellOf, fitsFullTrail, type Relation } from './lifecycle';
import { isRatingChangeable } from './moves/change-rating';
import { hasJoined, isJoinable } from './moves/join';
import type { Assignee, ListedOrder } from '../document/order';
import { waitingLimit } from './moves/stand-by';
import { replyTimeLeftMs } from './question';
import { freeSeats, hasFinishedPart, hasRoomFor, holdersOf, seatOf, waitingFor } from './seats';

/**
 * What the actor may do to the order now, in the hat in use: table of moves and table of permissions together.
 * @param now without it, what is bound to days is left out
 */
export function availableActions(order: ListedOrder, actor: OrderActor, now?: Date): readonly OrderAction[] {
  const relations = relationsOf(order, actor);
  const full = order.version >= limits.trailLines;
  return orderActions.filter((action) => {
    const cell = cellOf(order, action);
    if (!cell?.by.some((relation) => relations.has(relation)) || scopeOf(actor.hat, `order.${action}`) === 'none')
      return false;
    if (full && !fitsFullTrail(action)) return false;
    if (action === 'changeRating') return now !== undefined && isRatingChangeable(order, now);
    return !isBarred(action, order, { actor, relations, now });
  });
}

interface Acting {
  readonly actor: OrderActor;
  readonly relations: ReadonlySet<Relation>;
  readonly now: Date | undefined;
}

/** What would lead nowhere, whatever the input. */
function isBarred(action: OrderAction, order: ListedOrder, { actor, relations, now }: Acting): boolean {
  if (action === 'makePrivate') return order.private;
  if (action === 'dispatch')
    return isCallFirst(order) || isHeadsTurn(order) || (order.ruling && !relations.has('secretary')) || isFull(order);
  if (action === 'accept')
    return (
      isCallFirst(order) ||
      isKeptFrom(actor, order) ||
      order.requester.personId === actor.personId ||
      (isHeadsTurn(order) && actor.hat !== 'courtyardHead') ||
      isTaken(order, actor)
    );
  if (action === 'askRequester')
    return Boolean(order.question) || order.requester.personId === actor.personId || replyTimeLeftMs(order) === 0;
  if (action === 'answerQuestion' || action === 'withdrawQuestion') return !order.question;
  if (action === 'removeHelper') return !holdersOf(order).some((seat) => mayBeRemoved(seat, actor));
  if (action === 'leavePool') return !order.pool;
  if (action === 'transfer') return hasFinishedPart(order);
  if (doing.has(action)) return isBarredFromDoing(action, seatOf(order, actor.personId), now);
  if (action === 'standBy')
    return waitingFor(order).length >= waitingLimit || (relations.has('claimer') && hasRoomFor(order, actor.personId));
  if (action === 'ruleNoShow') return !isAppealedByOther(order, actor);
  // Who has another part in it is no bystander who could join.
  return action === 'join' && (relations.size > 1 || hasJoined(order, actor.personId) || !isJoinable(order));
}

/** Of somebody who is still at it, and of nobody's own seat. */
function mayBeRemoved({ personId, finishedAt }: Assignee, actor: OrderActor): boolean {
  return finishedAt === undefined && personId !== actor.personId;
}

/** Nobody else is needed by those who are at it. */
function isFull(order: ListedOrder): boolean {
  return order.status === 'accepted' && freeSeats(order) === 0;
}

function isTaken(order: ListedOrder, { personId }: OrderActor): boolean {
  return order.status === 'accepted' && (seatOf(order, personId) !== undefined || !hasRoomFor(order, personId));
}

/** Moves of whoever holds a seat, until they have done their part. */
const doing: ReadonlySet<OrderAction> = new Set<OrderAction>(['release', 'complete', 'appoint', 'arrive']);

function isBarredFromDoing(action: OrderAction, seat: Assignee | undefined, now: Date | undefined): boolean {
  if (!seat || seat.finishedAt) return true;
  if (action === 'appoint') return seat.arrivedAt !== undefined || (now !== undefined && isMissed(seat, now));
  return action === 'arrive' && (seat.appointment === undefined || seat.arrivedAt !== undefined);
}

function isAppealedByOther({ noShows }: ListedOrder, { personId }: OrderActor): boolean {
  return noShows.some((one) => one.personId !== personId && openAppeal([one]) !== undefined);
}
