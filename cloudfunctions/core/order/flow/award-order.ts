import { people, type Person } from '../../person/person';
import { tracesOf } from '../../person/kinship';
import { countPair, isUnderCap, pairCounts, pairIdOf, writePair } from '../../passbook/pairs/pair-count';
import type { PointUnit } from '../../../../miniprogram/contracts/passbook';
import { passbooks } from '../../passbook/passbook';
import { salts } from '../../passbook/salts';
import { writePosting } from '../../passbook/store';
import type { LookUp, Wanted } from '../../platform/look-up';
import { monthText } from '../../time/shanghai';
import type { Transaction } from '../../platform/database';
import type { Assignee, Award, Order } from '../document/order';
import { awardCase, decideAward, isAwarded } from '../rules/award';
import { changeOf, holdersOf, seatsOf } from '../rules/seats';

/**
 * Moves the points of a confirmed order, counts them against the pair's monthly cap, and says in the order what became
 * of them. Three reads and three writes where points move; of several who did it, two and three for each of them more.
 * @param requester the requester's document, where there is one
 */
export async function awardOrder(
  transaction: Transaction,
  order: Order,
  requester: Person | undefined,
  at: Date,
): Promise<Order> {
  const awards: (Award | null)[] = [];
  for (const seat of holdersOf(order)) awards.push(await awardSeat(transaction, { order, seat, requester, at }));
  const seats = seatsOf(order).map((seat, index) => ({ ...seat, award: awards[index] ?? null }));
  return { ...order, ...changeOf(seats) };
}

/**
 * What an award of the order that a call names follows from, in one request with the caller: who the two are, their
 * salts, the book, and then the month of the two, which whoever writes to the book has counted before.
 */
export function awardLookUps(at: Date): readonly LookUp[] {
  const [requester, assignee] = ['named.requester.personId', 'named.assignee.personId'];
  const both = [requester, assignee];
  const months = (['confirmed', 'called'] as const).map((way): Wanted => {
    const before = [{ path: 'named.communityId' }, `:${monthText(at)}:${way}:`];
    return { text: [...before, { path: requester }, ':', { path: assignee }] };
  });
  const book: Wanted = { text: [{ path: assignee }, ':service' satisfies `:${PointUnit}`] };
  return [
    { name: 'people', of: people, by: { field: '_id', values: both } },
    { name: 'salts', of: salts, by: { field: '_id', values: both } },
    { name: 'book', of: passbooks, by: { field: '_id', values: [book] } },
    { name: 'months', of: pairCounts, by: { field: '_id', values: months } },
  ];
}

interface SeatCase {
  readonly order: Order;
  readonly seat: Assignee;
  readonly requester: Person | undefined;
  readonly at: Date;
}

/** Null where there is none for this seat. */
async function awardSeat(transaction: Transaction, { order, seat, requester, at }: SeatCase): Promise<Award | null> {
  const pairCase = awardCase(order, at, seat);
  if (!pairCase || !isAwarded(order)) return null;
  const [assignee, pair] = await Promise.all([
    transaction.get(people, seat.personId),
    transaction.get(pairCounts, pairIdOf(pairCase)),
  ]);
  const facts = {
    requester: tracesOf(order.requester.personId, requester, {
      phones: [order.requester.phone],
      places: [order.place],
    }),
    assignee: tracesOf(seat.personId, assignee, { phones: [seat.phone] }),
    isUnderCap: isUnderCap(pair, pairCase.cap),
  };
  const decision = decideAward(order, facts, at, seat);
  if (!decision) return null;
  const isCapped = 'refused' in decision.award && decision.award.refused === 'pairCap';
  // The book first: where two confirmations for one member meet, the later one knows it soonest.
  if (decision.posting) await writePosting(transaction, decision.posting, assignee);
  // A line says by its number whether the pair was read too early; where there is none, it is read again.
  const counted = isCapped ? await transaction.get(pairCounts, pairIdOf(pairCase)) : pair;
  if (decision.posting || isCapped)
    await writePair(transaction, countPair(counted, pairCase, !isCapped), counted !== undefined);
  return decision.award;
}
