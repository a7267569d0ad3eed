import { limits } from '../../../../../miniprogram/contracts/limits';
import type { Result } from '../../../platform/result';
import { isCallFirst } from '../call';
import { isHeadsTurn, isKeptFrom } from '../head-turn';
import { freshClock, startAcceptance } from '../deadlines';
import { isOpenPartWithheld } from '../public-parts';
import type { CommandFor } from '../command';
import { isListed, listedWish } from '../wish';
import type { Offer, OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import { askNext, freeSeats, holdersOf, takenSeats } from '../seats';

/** Offers that an order remembers, open and past. */
const offerLimit = 20;

/** Offers it to members, or puts it into the pool; the first dispatch starts the clock, no later one moves it. */
export function dispatch(order: OrderState, command: CommandFor<'dispatch'>, context: MoveContext): Result<MoveEffect> {
  if (order.ruling && !context.relations.has('secretary')) return { ok: false, code: 'RULING_NEEDED' };
  if (isCallFirst(order)) return { ok: false, code: 'CALL_NEEDED' };
  if (isHeadsTurn(order)) return { ok: false, code: 'HEAD_FIRST' };
  const capacity = command.capacity ?? order.capacity;
  if (!isPossible(order, capacity)) return { ok: false, code: 'INVALID_INPUT', field: 'capacity' };
  if (order.status === 'accepted' && freeSeats({ ...order, capacity }) === 0)
    return { ok: false, code: 'WRONG_STATUS' };
  if (command.members.length === 0 && !command.pool) return { ok: false, code: 'INVALID_INPUT', field: 'memberIds' };
  if (command.pool && order.private) return { ok: false, code: 'INVALID_INPUT', field: 'pool' };
  // Nobody would see it there, and its Saturdays would pass.
  if (command.pool && order.kind === 'wish' && isOpenPartWithheld(order))
    return { ok: false, code: 'WORDS_WITHHELD', field: 'pool' };
  const own = command.members.findIndex((member) => member.personId === order.requester.personId);
  if (own >= 0) return { ok: false, code: 'OWN_ORDER', field: `memberIds.${own}` };
  const kept = command.members.findIndex((member) => isKeptFrom(member, order));
  if (kept >= 0) return { ok: false, code: 'FORBIDDEN', field: `memberIds.${kept}` };
  const offers = askNext(
    { ...order, capacity },
    holdersOf(order).length,
    withOffers(order, command, context.at),
    context.at,
  );
  const open = offers.filter((offer) => offer.state === 'open').length;
  if (open > limits.dispatchMembers) return { ok: false, code: 'INVALID_INPUT', field: 'memberIds' };
  return {
    ok: true,
    data: {
      change: {
        offers,
        ...(capacity !== order.capacity && { capacity }),
        pool: command.pool || (order.status !== 'submitted' && order.pool),
        ruling: false,
        ...clockOf(order, context),
        ...(command.pool && publishedWish(order, context.at)),
      },
      line: { note: command.note, count: command.members.length },
    },
  };
}

/** A wish gets the Saturday that comes with its publication, and keeps it while it is in the pool. */
function publishedWish(order: OrderState, at: Date) {
  return order.kind === 'wish' && !isListed(order) ? listedWish(at, (order.published?.listed ?? 0) + 1) : {};
}

/** What somebody outside sent back goes out anew, under a clock of its own. */
function clockOf(order: OrderState, context: MoveContext) {
  if (order.status !== 'outside') return startAcceptance(order, context);
  const fresh = freshClock(context.at);
  return { ...fresh, ...startAcceptance({ ...order, ...fresh }, context) };
}

/** A paper and a wish are done by one; whoever is at it keeps their seat, and so does for whom one is kept. */
function isPossible(order: OrderState, capacity: number): boolean {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > limits.helpers) return false;
  return capacity >= takenSeats(order) && (capacity === 1 || order.kind === 'service');
}

function withOffers(order: OrderState, command: CommandFor<'dispatch'>, at: Date): readonly Offer[] {
  const known = new Set([
    ...order.offers.filter(({ state }) => state === 'open' || state === 'waiting').map(({ personId }) => personId),
    ...holdersOf(order).map(({ personId }) => personId),
  ]);
  const added = command.members
    .filter((member) => !known.has(member.personId))
    .map(({ personId, name, phone, openid }): Offer => ({
      personId,
      name,
      phone,
      openid,
      at,
      state: 'open',
      reason: null,
    }));
  return remembered([...order.offers, ...added]);
}

/** The oldest of the offers that are over are forgotten first. */
function remembered(offers: readonly Offer[]): readonly Offer[] {
  const over = offers.filter(({ state }) => state !== 'open' && state !== 'waiting');
  const forgotten = new Set(over.slice(0, Math.max(0, offers.length - offerLimit)));
  return offers.filter((offer) => !forgotten.has(offer));
}
