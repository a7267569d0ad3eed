import type { Transaction } from '../../platform/database';
import type { Contest, Mark } from '../entry';
import { writeMark, type FoundMark } from './marks';
import { passbooks } from '../passbook';

/** How a line comes out: undone or as it was, with the answer to an objection, where there is one. */
export interface Outcome {
  readonly state: 'kept' | 'reversed';
  readonly answer: Contest['answer'];
}

/**
 * Notes beside a line that nothing waits any longer, and how it came out; an open objection is answered by the same
 * act.
 */
export async function answerContest(
  transaction: Transaction,
  { mark, exists }: FoundMark,
  { state, answer }: Outcome,
): Promise<Mark> {
  const contest = mark.contest && { ...mark.contest, state, answer };
  const after: Mark = { ...mark, reversed: mark.reversed || state === 'reversed', proposed: false, contest };
  await writeMark(transaction, after, exists);
  if (mark.contest?.state === 'open')
    await transaction.update(passbooks, mark.bookId, { increment: { contested: -1 } });
  return after;
}
