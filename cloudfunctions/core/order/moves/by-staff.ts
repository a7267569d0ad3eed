import { limits } from '../../../../miniprogram/contracts/limits';
import type { Result } from '../../platform/result';
import { startedBy } from '../clock';
import type { CommandOf } from '../command';
import type { Offer, OrderState } from '../order';
import type { Outcome, Standing } from '.';
import { closing } from './closing';

/** Offers that an order remembers, open and past. */
const offersKept = 20;

/** Offers it to members, or puts it into the pool; the first dispatch starts the clock, no later one moves it. */
export function dispatch(order: OrderState, command: CommandOf<'dispatch'>, standing: Standing): Result<Outcome> {
  if (order.ruling && !standing.relations.has('secretary')) return { ok: false, code: 'RULING_NEEDED' };
  if (command.members.length === 0 && !command.pool) return { ok: false, code: 'INVALID_INPUT', field: 'memberIds' };
  const own = command.members.findIndex((member) => member.personId === order.requester.personId);
  if (own >= 0) return { ok: false, code: 'OWN_ORDER', field: `memberIds.${own}` };
  const offers = withOffers(order, command, standing.at);
  const open = offers.filter((offer) => offer.state === 'open').length;
  if (open > limits.dispatchMembers) return { ok: false, code: 'INVALID_INPUT', field: 'memberIds' };
  return {
    ok: true,
    data: {
      change: {
        offers,
        pool: command.pool || (order.status === 'dispatched' && order.pool),
        ruling: false,
        ...startedBy(order, standing.at),
      },
      line: { note: command.note, count: command.members.length },
    },
  };
}

function withOffers(order: OrderState, command: CommandOf<'dispatch'>, at: Date): readonly Offer[] {
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
  return [...order.offers, ...added].slice(-offersKept);
}

/** Before anybody was asked it is refused; afterwards it turned out to be impossible, which only the secretary says. */
export function refuse(order: OrderState, command: CommandOf<'refuse'>, standing: Standing): Result<Outcome> {
  const outcome = order.dispatchedAt === null ? 'refused' : 'impossible';
  return {
    ok: true,
    data: { change: closing(order, outcome, standing.at), line: { reason: command.reason, note: command.note } },
  };
}

/** The other order goes on for both. */
export function merge(order: OrderState, command: CommandOf<'merge'>, standing: Standing): Result<Outcome> {
  if (command.intoId === order._id) return { ok: false, code: 'INVALID_INPUT', field: 'intoId' };
  return { ok: true, data: { change: { ...closing(order, 'merged', standing.at), mergedInto: command.intoId } } };
}

/** Handed to somebody outside, such as the city's hotline. */
export function transfer(order: OrderState, command: CommandOf<'transfer'>, standing: Standing): Result<Outcome> {
  return {
    ok: true,
    data: {
      change: { ...closing(order, 'transferred', standing.at), transferredTo: command.to },
      line: { reason: command.to, note: command.note },
    },
  };
}

/** The same person reminds once in so long; more would only fill the trail. */
const remindAgainMs = 4 * 3_600_000;

/** Changes nothing but the trail; whose turn it is gets told. */
export function remind(order: OrderState, standing: Standing): Result<Outcome> {
  const { actor, at } = standing;
  const last = order.trail.filter((line) => line.action === 'remind' && line.by?.personId === actor?.personId).at(-1);
  if (last && at.getTime() - last.at.getTime() < remindAgainMs) return { ok: false, code: 'TOO_MANY' };
  return { ok: true, data: { change: {} } };
}
