import type { Transaction } from '../../platform/database';
import type { Contest, EntryAnnotation } from '../entry';
import { writeAnnotation, type FoundAnnotation } from './annotations';
import { passbooks } from '../passbook';

/** How a line comes out: undone or as it was, with the answer to an objection, where there is one. */
export interface ContestAnswer {
  readonly state: 'upheld' | 'reversed';
  readonly answer: Contest['answer'];
}

/**
 * Notes beside a line that nothing waits any longer, and how it came out; an open objection is answered by the same
 * act.
 */
export async function answerContest(
  transaction: Transaction,
  { annotation, exists }: FoundAnnotation,
  { state, answer }: ContestAnswer,
): Promise<EntryAnnotation> {
  const contest = annotation.contest && { ...annotation.contest, state, answer };
  const after: EntryAnnotation = {
    ...annotation,
    reversed: annotation.reversed || state === 'reversed',
    proposed: false,
    contest,
  };
  await writeAnnotation(transaction, after, exists);
  if (annotation.contest?.state === 'open')
    await transaction.update(passbooks, annotation.bookId, { increment: { contested: -1 } });
  return after;
}
