import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';

/** How many neighbours may join one order. */
export const maxJoined = 20;

/** One more neighbour who needs the same; joining twice is joining once. */
export function join(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const { actor } = context;
  if (!actor || order.joined.length >= maxJoined) return { ok: false, code: 'WRONG_STATUS' };
  const { personId, name, phone, openid } = actor;
  const others = order.joined.filter((party) => party.personId !== personId);
  return { ok: true, data: { change: { joined: [...others, { personId, name, phone, openid }] } } };
}
