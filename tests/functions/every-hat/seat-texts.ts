import type { ApiCloud } from '../../support/api';
import { recordNoShow } from '../../support/no-show';
import type { Cast, Typist } from './typing';

/** Somebody who got no further was taken off it. */
export async function plantRemoval({ text, move, ask, send }: Typist): Promise<void> {
  const cast: Cast = { requester: ['o_resident'], asked: ['o_member'], subject: ['o_member'] };
  const orderId = await ask(cast);
  await send(orderId, ['p_member'], cast);
  await move('o_member', 'order.accept', orderId);
  const reason = text('order.removeHelper.reason', cast);
  await move('o_worker', 'order.removeHelper', orderId, { personId: 'p_member', reason });
}

/** Somebody who is said not to have come says how it was, and the secretary rules on it. */
export async function plantNoShow(cloud: ApiCloud, { text, move, ask, send }: Typist): Promise<void> {
  const cast: Cast = { requester: ['o_resident'], asked: ['o_member'], subject: ['o_member'] };
  const orderId = await ask(cast);
  await send(orderId, ['p_member'], cast);
  await move('o_member', 'order.decline', orderId, { reason: 'no-time' });
  await recordNoShow(cloud, orderId, 'p_member');
  await move('o_member', 'order.appealNoShow', orderId, { words: text('order.appealNoShow.words', cast) });
  const ruling = { personId: 'p_member', lifted: false, reason: text('order.ruleNoShow.reason', cast) };
  await move('o_secretary', 'order.ruleNoShow', orderId, ruling);
}
