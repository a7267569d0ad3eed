import type { Result } from '../../platform/result';
import { hasOpenOffer, type OrderActor } from '../actor';
import { isPastDeadline, startedBy } from '../clock';
import type { CommandOf } from '../command';
import type { Assignee, Offer, OrderState, Party } from '../order';
import type { Outcome, Standing } from '.';
import { lapsed } from './closing';

/** Wrong codes that an order bears; then other evidence is due. */
export const codeAttempts = 5;

/** The first acceptance wins and the other offers lapse; after the deadline it still counts, marked late (S2-12). */
export function accept(order: OrderState, command: CommandOf<'accept'>, standing: Standing): Result<Outcome> {
  const { actor, at } = standing;
  if (!actor) return { ok: false, code: 'FORBIDDEN' };
  const { goer } = command;
  if (goer && goer.personId !== actor.personId && (actor.teamId === null || goer.teamId !== actor.teamId)) {
    return { ok: false, code: 'FORBIDDEN', field: 'memberId' };
  }
  const assignee = assigneeOf(goer ?? actor);
  if (assignee.personId === order.requester.personId) return { ok: false, code: 'OWN_ORDER' };
  if (actor.hat === 'courtyardHead' && order.kind === 'agency' && order.worker)
    return handOver(order, order.worker, at);
  const offers = acceptedBy(order, actor, at);
  const late = order.late || isPastDeadline(order, at);
  const note = goer && goer.personId !== actor.personId ? goer.name : null;
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
function handOver(order: OrderState, worker: Party, at: Date): Result<Outcome> {
  const offer: Offer = { ...partyOf(worker), at, state: 'open', reason: null };
  const change = { status: 'dispatched', offers: [...order.offers, offer], ...startedBy(order, at) } as const;
  return { ok: true, data: { change, line: { note: worker.name } } };
}

function assigneeOf(goer: Party & { readonly staff?: true }): Assignee {
  return { ...partyOf(goer), ...(goer.staff && { staff: goer.staff }) };
}

function partyOf({ personId, name, phone, openid }: Party): Party {
  return { personId, name, phone, openid };
}

/** The last decline of a round is a return, unless the pool still holds it. */
export function decline(order: OrderState, command: CommandOf<'decline'>, standing: Standing): Result<Outcome> {
  const { reason, note } = command;
  const personId = standing.actor?.personId;
  const offers = order.offers.map((offer): Offer =>
    offer.personId === personId && offer.state === 'open' ? { ...offer, state: 'declined', reason } : offer,
  );
  const roundGoesOn = order.pool || offers.some((offer) => offer.state === 'open');
  const change = roundGoesOn ? { offers } : { offers, ...returned(order) };
  return { ok: true, data: { change, line: { reason, note } } };
}

/** Given back before it was done: a return, whose clock goes on. */
export function release(order: OrderState, command: CommandOf<'release'>, standing: Standing): Result<Outcome> {
  const { reason, note } = command;
  const personId = standing.actor?.personId;
  const offers = order.offers.map((offer): Offer =>
    offer.personId === personId && offer.state === 'accepted' ? { ...offer, state: 'released', reason } : offer,
  );
  return {
    ok: true,
    data: { change: { offers, assignee: null, acceptedAt: null, ...returned(order) }, line: { reason, note } },
  };
}

/** Returns do not stop the clock; after enough of them only the secretary dispatches. */
function returned(order: OrderState) {
  const returns = order.returns + 1;
  return { status: 'submitted', returns, pool: false, ruling: returns >= order.terms.returnsBeforeRuling } as const;
}

/** Needs one piece of evidence (S2-13): photos, the resident's code, or a call with a word about it. */
export function complete(order: OrderState, command: CommandOf<'complete'>, standing: Standing): Result<Outcome> {
  const { claim } = command;
  if (claim.kind === 'photo' && claim.evidence.photos.length === 0)
    return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.fileIds' };
  if (claim.kind === 'phone' && claim.evidence.note === null)
    return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.note' };
  if (claim.kind === 'code') {
    if (order.finishAttempts >= codeAttempts) return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.code' };
    if (claim.code !== order.finishCode) return { ok: false, code: 'WRONG_CODE', field: 'evidence.code' };
  }
  const { kind, note } = claim.evidence;
  return {
    ok: true,
    data: { change: { evidence: claim.evidence, completedAt: standing.at }, line: { reason: kind, note } },
  };
}
