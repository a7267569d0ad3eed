import { limits } from '../../../../miniprogram/contracts/limits';
import type { Result } from '../../platform/result';
import type { CommandOf } from '../command';
import type { OrderState } from '../order';
import type { Outcome, Standing } from '.';
import { closing } from './closing';

/** How many neighbours may join one order. */
export const mostJoined = 20;

/** The requester's own word that it is solved, with a rating; never by whoever did the work (S2-14). */
export function confirm(order: OrderState, command: CommandOf<'confirm'>, standing: Standing): Result<Outcome> {
  const { stars, tags, words } = command;
  if (standing.actor?.personId === order.assignee?.personId) return { ok: false, code: 'OWN_ORDER' };
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return { ok: false, code: 'INVALID_INPUT', field: 'stars' };
  if (tags.length > limits.ratingTags || new Set(tags).size < tags.length)
    return { ok: false, code: 'INVALID_INPUT', field: 'tags' };
  const via = standing.relations.has('requester') ? 'requester' : 'call';
  return {
    ok: true,
    data: {
      change: { ...closing(order, 'solved', standing.at), rating: { stars, tags, words, via } },
      line: { note: words, count: stars },
    },
  };
}

/** Not solved: back to the same person, with a new code, and the secretary is told. */
export function reopen(order: OrderState, command: CommandOf<'reopen'>): Result<Outcome> {
  const { words, finishCode } = command;
  const change = { reopened: order.reopened + 1, finishCode, finishAttempts: 0, evidence: null, completedAt: null };
  return { ok: true, data: { change, line: { note: words } } };
}

export function cancel(order: OrderState, command: CommandOf<'cancel'>, standing: Standing): Result<Outcome> {
  return {
    ok: true,
    data: { change: closing(order, 'cancelled', standing.at), line: { reason: command.reason, note: command.note } },
  };
}

/** One more neighbour who needs the same; joining twice is joining once. */
export function join(order: OrderState, standing: Standing): Result<Outcome> {
  const { actor } = standing;
  if (!actor || order.joined.length >= mostJoined) return { ok: false, code: 'WRONG_STATUS' };
  const { personId, name, phone, openid } = actor;
  const others = order.joined.filter((party) => party.personId !== personId);
  return { ok: true, data: { change: { joined: [...others, { personId, name, phone, openid }] } } };
}
