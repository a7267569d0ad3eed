import { countPair, isUnderCap, pairCounts, pairIdOf, writePair } from '../passbook/pairs/pair-count';
import { writePosting } from '../passbook/store';
import type { Transaction } from '../platform/database';
import { decideHeadAward, headPairCase, type HeadCase, type HeadDecision, type HeadFacts } from './rules/head-award';

/**
 * Moves the points of what a head did and counts them against the month of the two, within a transaction that writes
 * what it is about. Two reads and three writes where points move, and those of salts.
 */
export async function awardHead(
  transaction: Transaction,
  one: HeadCase,
  facts: Omit<HeadFacts, 'isUnderCap'>,
): Promise<HeadDecision | null> {
  const pairCase = headPairCase(one);
  const pair = await transaction.get(pairCounts, pairIdOf(pairCase));
  const decision = decideHeadAward(one, { ...facts, isUnderCap: isUnderCap(pair, pairCase.cap) });
  if (!decision) return null;
  if (decision.posting) await writePosting(transaction, decision.posting);
  if (decision.posting || decision.refused === 'pairCap')
    await writePair(transaction, countPair(pair, pairCase, decision.posting !== null), pair !== undefined);
  return decision;
}
