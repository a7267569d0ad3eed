import { memberHats, type gridStaffHats, type Hat } from '../../../../miniprogram/contracts/hat';
import { awaitsAcceptance, type Relation } from './lifecycle';
import type { ListedOrder, Party } from '../document/order';
import { openNoShow } from './appointment';
import { seatOf } from './seats';

/** What tells who somebody is to an order. */
type ListedState = Pick<
  ListedOrder,
  | 'communityId'
  | 'requester'
  | 'assignee'
  | 'helpers'
  | 'capacity'
  | 'noShows'
  | 'offers'
  | 'joined'
  | 'pool'
  | 'place'
  | 'private'
  | 'source'
  | 'kind'
  | 'status'
  | 'handlerIds'
  | 'headTurn'
>;

/** Who acts, as the rules see them: a person in a hat that reaches `path` and everything under it. */
export interface OrderActor extends Party {
  readonly hat: Hat;
  readonly path: string;
  readonly communityId: string;
  /** The courtyard where they live; null for who only works here, and for whom nobody vouches. */
  readonly courtyardId: string | null;
  /** The team that they lead, in a captain's hat. */
  readonly teamId: string | null;
  /** The courtyards whose head they are, in whatever hat they act. */
  readonly headOf?: readonly string[];
  /** No member of any branch: helps by post. */
  readonly staff?: true;
}

const staffRelations: Readonly<Partial<Record<Hat, Relation>>> = {
  gridWorker: 'worker',
  gridLeader: 'leader',
  committee: 'committee',
  secretary: 'secretary',
} satisfies Record<(typeof gridStaffHats)[number], Relation>;

/** What an actor is to an order; `null` is the clock. */
export function relationsOf(order: ListedState, actor: OrderActor | null): ReadonlySet<Relation> {
  if (actor === null) return new Set<Relation>(['clock']);
  const found = new Set<Relation>();
  if (order.communityId !== actor.communityId) return found;
  if (order.requester.personId === actor.personId) found.add('requester');
  addHelper(order, actor, found);
  if (hasOpenOffer(order, actor.personId)) found.add('offered');
  if (order.pool && memberHats.some((hat) => hat === actor.hat)) found.add('claimer');
  addStaff(order, actor, found);
  if (order.joined.some((party) => party.personId === actor.personId && party.mergedFrom !== undefined))
    found.add('merged');
  if (isNeighbour(order, actor)) found.add('neighbour');
  return found;
}

/** What somebody is to the seats of an order. */
function addHelper(order: ListedState, { personId, hat }: OrderActor, found: Set<Relation>): void {
  const own = order.offers.filter((offer) => offer.personId === personId);
  const isClaimable = order.pool && memberHats.some((one) => one === hat);
  if (seatOf(order, personId)) found.add('assignee');
  else if (own.some(({ state }) => state === 'waiting')) found.add('substitute');
  else if (order.capacity > 1 && order.status === 'accepted' && !hasOpenOffer(order, personId)) {
    if (isClaimable || own.at(-1)?.state === 'lapsed') found.add('asked');
  }
  if (openNoShow(order.noShows, personId)) found.add('absent');
}

function addStaff(order: ListedState, actor: OrderActor, found: Set<Relation>): void {
  if (!reachesPlace(order, actor)) return;
  const staff = staffRelations[actor.hat];
  if (staff !== undefined) {
    found.add(staff);
    if (isCalled(order) && !seatOf(order, actor.personId)) {
      found.add('caller');
      if (!order.handlerIds.includes(actor.personId)) found.add('verifier');
    }
    // Nobody else could say for them that it is not solved.
    if (mergedCallers(order).length > 0 && !seatOf(order, actor.personId)) found.add('merged');
  }
  const mayTakeAgency = actor.hat === 'gridWorker' || mayVouch(order, actor);
  if (order.kind === 'agency' && mayTakeAgency && awaitsAcceptance(order.status)) found.add('agent');
}

/** A head who vouched has done their part, and of a private errand has none. */
function mayVouch(order: ListedState, { hat }: OrderActor): boolean {
  return hat === 'courtyardHead' && !order.private && order.headTurn?.state !== 'vouched';
}

/** Whether staff speak for the requester: nobody else's word can be had for somebody without WeChat. */
export function isCalled({ source, requester }: Pick<ListedState, 'source' | 'requester'>): boolean {
  return source === 'phone' && requester.openid === null;
}

/** Who asked for the same in an order that was merged into this one, and has no WeChat either. */
export function mergedCallers({ joined }: Pick<ListedState, 'joined'>): ListedState['joined'] {
  return joined.filter(({ mergedFrom, openid }) => mergedFrom !== undefined && openid === null);
}

function isNeighbour(order: ListedState, actor: OrderActor): boolean {
  if (order.private || order.requester.personId === actor.personId) return false;
  return actor.courtyardId !== null && actor.courtyardId === order.place.courtyardId;
}

export function hasOpenOffer(order: ListedState, personId: string): boolean {
  return order.offers.some((offer) => offer.personId === personId && offer.state === 'open');
}

/** Whether the actor's hat reaches the place of the order. */
export function reachesPlace(order: ListedState, actor: OrderActor): boolean {
  const { path } = order.place;
  return order.communityId === actor.communityId && (path === actor.path || path.startsWith(`${actor.path}/`));
}
