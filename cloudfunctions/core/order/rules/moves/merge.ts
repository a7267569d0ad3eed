import type { Result } from '../../../platform/result';
import type { Follower, Order, OrderState } from '../../document/order';
import { closing } from '../closing';
import type { CommandContext, CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { evolve } from '../evolve';

/** The other order goes on for both. */
export function merge(order: OrderState, command: CommandFor<'merge'>, context: MoveContext): Result<MoveEffect> {
  if (command.intoId === order._id) return { ok: false, code: 'INVALID_INPUT', field: 'intoId' };
  return { ok: true, data: { change: { ...closing(order, 'merged', context.at), mergedInto: command.intoId } } };
}

/**
 * The order that another one was merged into: whoever asked there, or followed it, follows this one from now on. The
 * request of the move stands in the other order.
 */
export function absorb(into: OrderState, merged: OrderState, { actor, at }: CommandContext): Order {
  const { personId, name, phone, phoneExtension, openid } = merged.requester;
  const extension = phoneExtension !== undefined && { phoneExtension };
  const own: Follower = { ...{ personId, name, phone, openid }, ...extension, mergedFrom: merged._id };
  const known = new Set([into.requester.personId, ...into.joined.map((party) => party.personId)]);
  const others = merged.joined.filter((party) => party.personId !== own.personId && !known.has(party.personId));
  const kept = into.joined.filter((party) => party.personId !== own.personId);
  const isOwnOrder = own.personId === into.requester.personId;
  return evolve(into, {
    change: { joined: [...kept, ...(isOwnOrder ? [] : [own]), ...others] },
    line: {
      at,
      action: 'join',
      by: actor && { personId: actor.personId, name: actor.name },
      hat: actor?.hat ?? null,
      reason: null,
      note: null,
      count: null,
      request: null,
    },
  });
}
