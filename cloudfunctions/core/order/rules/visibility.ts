import { gridStaffHats, helperHats, observerHats } from '../../../../miniprogram/contracts/hat';
import { isKeptFrom } from './head-turn';
import { hasOpenOffer, reachesPlace, relationsOf, type OrderActor } from './relations';
import { isInHand, type Relation } from './lifecycle';
import { isOpenPartWithheld } from './public-parts';
import type { ListedOrder } from '../document/order';

/** What a reader may see of one order. Whoever may see nothing has no visibility. */
export interface Visibility {
  /** Words, category, title. */
  readonly content: boolean;
  /** Who asked. */
  readonly requester: boolean;
  /** Who does it. */
  readonly assignee: boolean;
  /** Which courtyard; else only which grid. */
  readonly place: boolean;
  /** Which household: for whoever goes or sends somebody, and for nobody else. */
  readonly door: boolean;
  /** Pictures, evidence and rating. */
  readonly record: boolean;
  /** Who was offered it and said no, and why. */
  readonly others: boolean;
  /** What staff say to whoever goes: for those who go or are asked, and staff; never for the requester. */
  readonly instructions: boolean;
  /** The finish code: for the requester alone. */
  readonly code: boolean;
  /** Whole numbers of the two parties, while one works for the other. */
  readonly requesterPhone: boolean;
  readonly assigneePhone: boolean;
  /** Nothing at all but that there is an errand. */
  readonly sealed: boolean;
}

const nothing: Visibility = {
  content: false,
  requester: false,
  assignee: false,
  place: false,
  door: false,
  record: false,
  others: false,
  instructions: false,
  code: false,
  requesterPhone: false,
  assigneePhone: false,
  sealed: false,
};

/** What both sides of an order see of it. */
const party: Visibility = {
  ...nothing,
  content: true,
  requester: true,
  assignee: true,
  place: true,
  door: true,
  record: true,
};

/**
 * A private order shows its content to the requester, its grid worker, the secretary and whoever does it; to the head
 * of its courtyard only that there is one (S1-18); to everybody else that there is an agency order, where, and how far
 * it is.
 */
export function visibilityOf(order: ListedOrder, actor: OrderActor): Visibility | null {
  const relations = relationsOf(order, actor);
  const open = !order.private;
  if (relations.has('requester')) return { ...party, code: true, assigneePhone: isInHand(order.status) };
  if (relations.has('assignee')) return { ...party, instructions: true, requesterPhone: isInHand(order.status) };
  if (isStaff(relations)) return staffVisibility(open || relations.has('worker') || relations.has('secretary'));
  return bystanderVisibility(order, actor, open);
}

/** `trusted`: a private order's content is for the grid worker and the secretary. */
function staffVisibility(trusted: boolean): Visibility {
  return {
    ...nothing,
    content: trusted,
    requester: trusted,
    assignee: true,
    place: true,
    door: true,
    record: trusted,
    others: trusted,
    instructions: trusted,
  };
}

function bystanderVisibility(order: ListedOrder, actor: OrderActor, open: boolean): Visibility | null {
  if (order.communityId !== actor.communityId) return null;
  if (order.joined.some((party) => party.personId === actor.personId))
    return { ...nothing, content: open, assignee: true, place: true };
  if (hasOpenOffer(order, actor.personId) && !isKeptFrom(actor, order))
    return { ...nothing, content: open, requester: open, place: true, door: open, record: open, instructions: open };
  if (isPoolReader(order, actor)) return { ...nothing, content: open };
  if (!open && actor.hat === 'courtyardHead' && reachesPlace(order, actor)) return { ...nothing, sealed: true };
  if (observerHats.some((hat) => hat === actor.hat) && reachesPlace(order, actor))
    return { ...nothing, content: open, place: true, door: relationsOf(order, actor).has('agent') };
  const wasAsked = order.offers.some((offer) => offer.personId === actor.personId);
  if (wasAsked || isRecorded(order, actor)) return { ...nothing, content: open };
  return isHandedOver(order, actor) ? { ...nothing, place: true } : null;
}

/** Whoever is said not to have come reads of what, and what was ruled. */
function isRecorded({ noShows }: ListedOrder, { personId }: OrderActor): boolean {
  return noShows.some((one) => one.personId === personId);
}

/** Staff who had it before it turned out to be for another place: they see where it went. */
function isHandedOver(order: ListedOrder, actor: OrderActor): boolean {
  return gridStaffHats.some((hat) => hat === actor.hat) && order.handlerIds.includes(actor.personId);
}

const poolReaders = [...helperHats, 'committee', 'secretary'] as const;

/**
 * What is in the pool is shown without a name or a door, once its words may be read; what several do also to who may
 * wait for a seat.
 */
function isPoolReader(order: ListedOrder, actor: OrderActor): boolean {
  const isOffered = order.status === 'dispatched' || (order.status === 'accepted' && order.capacity > 1);
  return order.pool && isOffered && !isOpenPartWithheld(order) && poolReaders.some((hat) => hat === actor.hat);
}

function isStaff(relations: ReadonlySet<Relation>): boolean {
  return (['worker', 'leader', 'committee', 'secretary'] as const).some((relation) => relations.has(relation));
}
