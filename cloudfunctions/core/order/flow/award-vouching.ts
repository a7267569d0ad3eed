import { tracesOf } from '../../person/kinship';
import { people, type Person } from '../../person/person';
import type { Transaction } from '../../platform/database';
import { awardHead } from '../../reward/award-head';
import type { Order } from '../document/order';
import { vouchingCase } from '../rules/vouching';

/**
 * Moves the points of the courtyard head who vouched for a confirmed errand, and says in the order what became of them
 * (S1-19). Two reads and three writes where points move.
 * @param requester the requester's document, where there is one
 */
export async function awardVouching(
  transaction: Transaction,
  order: Order,
  requester: Person | undefined,
  at: Date,
): Promise<Order> {
  const one = vouchingCase(order, at);
  if (!one) return order;
  const head = await transaction.get(people, one.head.personId);
  const decision = await awardHead(transaction, one, {
    head: tracesOf(one.head.personId, head, { phones: [] }),
    confirmer: tracesOf(order.requester.personId, requester, {
      phones: [order.requester.phone],
      places: [order.place],
    }),
    isConfirmerKnown: order.requester.verified || order.rating?.via === 'call',
  });
  if (!decision) return order;
  const { posting } = decision;
  const award = posting ? { points: posting.points, entryId: posting.postingKey } : { refused: decision.refused };
  return { ...order, vouching: { ...one.head, award } };
}
