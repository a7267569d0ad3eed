import type { Result } from '../../../platform/result';
import type { Follower, Order, OrderState } from '../../document/order';
import { closing } from '../closing';
import type { CommandContext, CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { evolve, type OrderChange } from '../evolve';
import { hastened } from '../hasten';
import { awaitsAcceptance } from '../lifecycle';

/** The other order goes on for both. */
export function merge(order: OrderState, command: CommandFor<'merge'>, context: MoveContext): Result<MoveEffect> {
  if (command.intoId === order._id) return { ok: false, code: 'INVALID_INPUT', field: 'intoId' };
  return { ok: true, data: { change: { ...closing(order, 'merged', context.at), mergedInto: command.intoId } } };
}

/**
 * Whether one order may go on for both. A paper and a wish are one person's own: done for one, they are not done for
 * another.
 */
export function mayGoOnFor(order: OrderState, into: OrderState): boolean {
  const areShared = order.kind === 'service' && into.kind === 'service';
  return areShared || order.requester.personId === into.requester.personId;
}

/** What was urgent stays so; as long as nobody is at it, there is an emergency's time from now on. */
function urgencyOf(
  into: OrderState,
  merged: OrderState,
  context: Pick<CommandContext, 'at' | 'calendar'>,
): OrderChange {
  if (!merged.urgent || into.urgent) return {};
  if (!awaitsAcceptance(into.status)) return { urgent: true };
  return { urgent: true, terms: merged.terms, ...hastened(into, merged.terms, context) };
}

/**
 * The order that another one was merged into: whoever asked there, or followed it, follows this one from now on. The
 * request of the move stands in the other order.
 */
export function absorb(into: OrderState, merged: OrderState, context: CommandContext): Order {
  const { actor, at } = context;
  const { personId, name, phone, phoneExtension, openid } = merged.requester;
  const extension = phoneExtension !== undefined && { phoneExtension };
  const own: Follower = { ...{ personId, name, phone, openid }, ...extension, mergedFrom: merged._id };
  const known = new Set([into.requester.personId, ...into.joined.map((party) => party.personId)]);
  const others = merged.joined.filter((party) => party.personId !== own.personId && !known.has(party.personId));
  const kept = into.joined.filter((party) => party.personId !== own.personId);
  const isOwnOrder = own.personId === into.requester.personId;
  return evolve(into, {
    change: { joined: [...kept, ...(isOwnOrder ? [] : [own]), ...others], ...urgencyOf(into, merged, context) },
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
