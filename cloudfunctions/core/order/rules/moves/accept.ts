import type { Result } from '../../../platform/result';
import { memberHats } from '../../../../../miniprogram/contracts/hat';
import { hasOpenOffer, type OrderActor } from '../relations';
import { isCallFirst } from '../call';
import { isHeadsTurn, isKeptFrom } from '../head-turn';
import { isPastDeadline, startAcceptance } from '../deadlines';
import type { CommandFor } from '../command';
import type { Assignee, Offer, OrderState, Party } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import type { OrderChange } from '../evolve';
import { lapsed } from '../closing';

/** The first acceptance wins and the other offers lapse; after the deadline it still counts, marked late (S2-12). */
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
  if (isKeptFrom(assignee.personId, order)) return { ok: false, code: 'FORBIDDEN', field: 'memberId' };
  if (actor.hat === 'courtyardHead' && order.kind === 'agency' && order.worker)
    return handOver(order, order.worker, context);
  const offers = acceptedBy(order, actor, at);
  const late = order.late || isPastDeadline(order, at);
  const note = assignedMember && assignedMember.personId !== actor.personId ? assignedMember.name : null;
  return { ok: true, data: { change: { assignee, acceptedAt: at, offers, late, ruling: false }, line: { note } } };
}

function acceptedBy(order: OrderState, actor: OrderActor, at: Date): readonly Offer[] {
  if (!hasOpenOffer(order, actor.personId))
    return [...lapsed(order.offers), { ...partyOf(actor), at, state: 'accepted', reason: null }];
  return lapsed(
    order.offers.map((offer) =>
      offer.personId === actor.personId && offer.state === 'open' ? { ...offer, state: 'accepted' } : offer,
    ),
  );
}

/**
 * 楼院长接单、网格员代办: the head has looked at it, and it lies with the grid worker, under the same clock as any offer (S1-17).
 */
function handOver(order: OrderState, worker: Party, context: MoveContext): Result<MoveEffect> {
  const { at } = context;
  const offer: Offer = { ...partyOf(worker), at, state: 'open', reason: null, byPost: true };
  const change: OrderChange = {
    status: 'dispatched',
    offers: [...order.offers, offer],
    ...(order.headTurn && { headTurn: { ...order.headTurn, state: 'vouched' } }),
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
