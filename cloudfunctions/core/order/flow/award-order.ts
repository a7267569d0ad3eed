import { people, type Person } from '../../person/person';
import { tracesOf } from '../../person/kinship';
import { countPair, isUnderCap, pairCounts, pairIdOf, writePair } from '../../passbook/pairs/pair-count';
import { writePosting } from '../../passbook/store';
import type { Transaction } from '../../platform/database';
import type { Order } from '../document/order';
import { awardCase, decideAward, isAwarded } from '../rules/award';

/**
 * Moves the points of a confirmed order, counts them against the pair's monthly cap, and says in the order what became
 * of them. Three reads and three writes where points move.
 * @param requester the requester's document, where there is one
 */
export async function awardOrder(
  transaction: Transaction,
  order: Order,
  requester: Person | undefined,
  at: Date,
): Promise<Order> {
  const pairCase = awardCase(order, at);
  if (!pairCase || !order.assignee || !isAwarded(order)) return order;
  const [assignee, pair] = await Promise.all([
    transaction.get(people, order.assignee.personId),
    transaction.get(pairCounts, pairIdOf(pairCase)),
  ]);
  const facts = {
    requester: tracesOf(order.requester.personId, requester, {
      phones: [order.requester.phone],
      places: [order.place],
    }),
    assignee: tracesOf(order.assignee.personId, assignee, { phones: [order.assignee.phone] }),
    isUnderCap: isUnderCap(pair, pairCase.cap),
  };
  const decision = decideAward(order, facts, at);
  if (!decision) return order;
  const isCapped = 'refused' in decision.award && decision.award.refused === 'pairCap';
  // The book first: where two confirmations for one member meet, the later one knows it soonest.
  if (decision.posting) await writePosting(transaction, decision.posting);
  if (decision.posting || isCapped)
    await writePair(transaction, countPair(pair, pairCase, !isCapped), pair !== undefined);
  return { ...order, award: decision.award };
}
