import { limits } from '../../../../../miniprogram/contracts/limits';
import type { Result } from '../../../platform/result';
import { isCallFirst } from '../call';
import { isHeadsTurn, isKeptFrom } from '../head-turn';
import { freshClock, startAcceptance } from '../deadlines';
import type { CommandFor } from '../command';
import type { Offer, OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';

/** Offers that an order remembers, open and past. */
const offerLimit = 20;

/** Offers it to members, or puts it into the pool; the first dispatch starts the clock, no later one moves it. */
export function dispatch(order: OrderState, command: CommandFor<'dispatch'>, context: MoveContext): Result<MoveEffect> {
  if (order.ruling && !context.relations.has('secretary')) return { ok: false, code: 'RULING_NEEDED' };
  if (isCallFirst(order)) return { ok: false, code: 'CALL_NEEDED' };
  if (isHeadsTurn(order)) return { ok: false, code: 'HEAD_FIRST' };
  if (command.members.length === 0 && !command.pool) return { ok: false, code: 'INVALID_INPUT', field: 'memberIds' };
  const own = command.members.findIndex((member) => member.personId === order.requester.personId);
  if (own >= 0) return { ok: false, code: 'OWN_ORDER', field: `memberIds.${own}` };
  const kept = command.members.findIndex((member) => isKeptFrom(member.personId, order));
  if (kept >= 0) return { ok: false, code: 'FORBIDDEN', field: `memberIds.${kept}` };
  const offers = withOffers(order, command, context.at);
  const open = offers.filter((offer) => offer.state === 'open').length;
  if (open > limits.dispatchMembers) return { ok: false, code: 'INVALID_INPUT', field: 'memberIds' };
  return {
    ok: true,
    data: {
      change: {
        offers,
        pool: command.pool || (order.status === 'dispatched' && order.pool),
        ruling: false,
        ...clockOf(order, context),
      },
      line: { note: command.note, count: command.members.length },
    },
  };
}

/** What somebody outside sent back goes out anew, under a clock of its own. */
function clockOf(order: OrderState, context: MoveContext) {
  if (order.status !== 'outside') return startAcceptance(order, context);
  const fresh = freshClock(context.at);
  return { ...fresh, ...startAcceptance({ ...order, ...fresh }, context) };
}

function withOffers(order: OrderState, command: CommandFor<'dispatch'>, at: Date): readonly Offer[] {
  const waiting = new Set(order.offers.filter((offer) => offer.state === 'open').map((offer) => offer.personId));
  const added = command.members
    .filter((member) => !waiting.has(member.personId))
    .map(({ personId, name, phone, openid }): Offer => ({
      personId,
      name,
      phone,
      openid,
      at,
      state: 'open',
      reason: null,
    }));
  return [...order.offers, ...added].slice(-offerLimit);
}
