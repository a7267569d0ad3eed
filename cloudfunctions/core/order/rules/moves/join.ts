import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import { isOpenPartWithheld } from '../public-parts';

/** How many neighbours may join one order. */
const maxJoined = 20;

export function hasJoined({ joined }: Pick<OrderState, 'joined'>, personId: string): boolean {
  return joined.some((party) => party.personId === personId);
}

/**
 * There is room, and neighbours may read what they would join. What somebody wishes for themselves is no trouble of the
 * neighbours, also before staff made a wish of it.
 */
export function isJoinable(order: Pick<OrderState, 'joined' | 'category' | 'wish' | 'cases'>): boolean {
  return order.joined.length < maxJoined && order.category !== 'wish' && !isOpenPartWithheld(order);
}

/** One more neighbour who needs the same; whoever joined already is refused here, and answered by the endpoint. */
export function join(order: OrderState, { actor }: MoveContext): Result<MoveEffect> {
  if (!actor || hasJoined(order, actor.personId) || !isJoinable(order)) return { ok: false, code: 'WRONG_STATUS' };
  const { personId, name, phone, openid } = actor;
  return { ok: true, data: { change: { joined: [...order.joined, { personId, name, phone, openid }] } } };
}
