import type { Result } from '../../../platform/result';
import { memberHats } from '../../../../../miniprogram/contracts/hat';
import { hasOpenOffer, type OrderActor } from '../relations';
import { isCallFirst } from '../call';
import { isHeadsTurn, isKeptFrom } from '../head-turn';
import { freshClock, isPastDeadline, startAcceptance } from '../deadlines';
import { awaitsAcceptance } from '../lifecycle';
import { changeOf, hasRoomFor, seatOf, seatsOf } from '../seats';
import type { CommandFor } from '../command';
import type { Assignee, Offer, OrderState, Party } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import type { OrderChange } from '../evolve';
import { lapsed } from '../closing';
import { claimedWish } from '../wish';

/**
 * Each acceptance takes a seat, and with the last one the other offers lapse; after the deadline it still counts,
 * marked late (S2-12). Of one seat that is the first acceptance, which wins.
 */
export function accept(order: OrderState, command: CommandFor<'accept'>, context: MoveContext): Result<MoveEffect> {
  const { actor, at } = context;
  if (!actor) return { ok: false, code: 'FORBIDDEN' };
  if (isCallFirst(order)) return { ok: false, code: 'CALL_NEEDED' };
  if (isHeadsTurn(order) && actor.hat !== 'courtyardHead') return { ok: false, code: 'HEAD_FIRST' };
  const { assignedMember } = command;
  if (
    assignedMember &&
    assignedMember.personId !== actor.personId &&
    (actor.teamId === null || assignedMember.teamId !== actor.teamId)
  ) {
    return { ok: false, code: 'FORBIDDEN', field: 'memberId' };
  }
  const goes = assignedMember ?? actor;
  const assignee = assigneeOf(goes, goes.personId === actor.personId && isByPost(order, actor));
  if (assignee.personId === order.requester.personId) return { ok: false, code: 'OWN_ORDER' };
  if (isKeptFrom(goes, order)) return { ok: false, code: 'FORBIDDEN', field: 'memberId' };
  if (isVouching(order, actor)) return handOver(order, context);
  if (!hasRoomFor(order, actor.personId) && !hasRoomFor(order, assignee.personId)) return { ok: false, code: 'TAKEN' };
  if (seatOf(order, assignee.personId)) return { ok: false, code: 'INVALID_INPUT', field: 'memberId' };
  const seats = [...seatsOf(order), { ...assignee, acceptedAt: at, evidence: null, award: null }];
  const offers = acceptedBy(order, { actor, goes: assignee.personId, isLast: seats.length >= order.capacity, at });
  const late = order.late || (awaitsAcceptance(order.status) && isPastDeadline(order, at));
  const note = assignedMember && assignedMember.personId !== actor.personId ? assignedMember.name : null;
  return {
    ok: true,
    data: { change: { ...changeOf(seats), offers, late, ruling: false, ...claimedWish(order, at) }, line: { note } },
  };
}

interface TakenSeat {
  readonly actor: OrderActor;
  readonly goes: string;
  readonly isLast: boolean;
  readonly at: Date;
}

/** A captain who sent somebody else may send another one for as long as there are seats. */
function acceptedBy(order: OrderState, { actor, goes, isLast, at }: TakenSeat): readonly Offer[] {
  const rest = (offers: readonly Offer[]) => (isLast ? lapsed(offers) : offers);
  if (!hasOpenOffer(order, actor.personId))
    return [...rest(order.offers), { ...partyOf(actor), at, state: 'accepted', reason: null }];
  const mayAsk = !isLast && goes !== actor.personId;
  return rest(
    order.offers.map((offer): Offer => {
      const isAnswered = offer.personId === actor.personId ? offer.state === 'open' && !mayAsk : isTheirs(offer, goes);
      return isAnswered ? { ...offer, state: 'accepted' } : offer;
    }),
  );
}

function isTheirs({ personId, state }: Offer, goes: string): boolean {
  return personId === goes && (state === 'open' || state === 'waiting');
}

/** A head who was asked by name goes themselves; in their turn they vouch for it. */
function isVouching(order: OrderState, { hat, personId }: OrderActor): boolean {
  return hat === 'courtyardHead' && order.kind === 'agency' && !hasOpenOffer(order, personId);
}

/**
 * 楼院长接单、网格员代办: the head has looked at it, and it lies with the grid worker, under the same clock as any offer
 * (S1-17); with the leader of the grid where the worker's post is vacant, or the worker is who asks.
 */
function handOver(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const { at } = context;
  const headTurn = order.headTurn && { headTurn: { ...order.headTurn, state: 'vouched' as const } };
  const worker = [order.worker, order.leader].find((one) => one && one.personId !== order.requester.personId);
  // Nobody is there who could take it by post: whoever looks after it sends somebody.
  if (!worker) return { ok: true, data: { change: { status: 'submitted', ...headTurn, ...freshClock(at) } } };
  const offer: Offer = { ...partyOf(worker), at, state: 'open', reason: null, byPost: true };
  const change: OrderChange = {
    status: 'dispatched',
    offers: [...order.offers, offer],
    ...headTurn,
    ...startAcceptance(order, context),
  };
  return { ok: true, data: { change, line: { note: worker.name } } };
}

/** Whether the actor goes because it is their post to: in a post's hat, or to what was handed over to their post. */
function isByPost(order: OrderState, actor: OrderActor): boolean {
  const isMemberHat = memberHats.some((hat) => hat === actor.hat);
  const own = order.offers.find((offer) => offer.personId === actor.personId && offer.state === 'open');
  return !isMemberHat || own?.byPost === true;
}

function assigneeOf(party: Party & { readonly staff?: true }, isByPost: boolean): Assignee {
  return { ...partyOf(party), ...((party.staff || isByPost) && { staff: true }) };
}

function partyOf({ personId, name, phone, openid }: Party): Party {
  return { personId, name, phone, openid };
}
