import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../person/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { isRepeated } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { bookLines, type Entry, type Mark } from '../entry';
import { blankMark, markIdOf, writeMark } from '../marks';
import { entryView } from '../view';

/** So long a line may be contested. */
const contestMs = 30 * 86_400_000;

/** The owner's objection to a line of their own book; it stands beside the line, which stays as it is. */
export const contestEntry = signedInEndpoint({
  name: 'passbook.contest',
  input: object({ entryId: id, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'document',
  async run(context, { login }, input) {
    const refused = await checkTexts(context, { words: input.words });
    if (refused) return refused;
    const contested = await context.database.transaction((transaction) => contest(transaction, context, { ...input, personId: login.personId }));
    return contested.ok ? done(entryView(contested.data.entry, contested.data.mark)) : contested;
  },
});

interface Objection {
  readonly entryId: string;
  readonly words: string;
  readonly personId: string;
}

async function contest(transaction: Transaction, context: Context, { entryId, words: said, personId }: Objection): Promise<Result<{ entry: Entry; mark: Mark }>> {
  const entry = await transaction.get(bookLines, entryId);
  if (entry?.kind !== 'entry' || entry.personId !== personId) return refuse('NOT_FOUND', 'entryId');
  const before = await transaction.get(bookLines, markIdOf(entryId));
  const mark = before?.kind === 'mark' ? before : blankMark(entry);
  if (mark.contest) {
    const repeated = isRepeated([mark.contest.request], context.request);
    if (typeof repeated === 'object') return repeated;
    return repeated ? done({ entry, mark }) : refuse('ALREADY_CONTESTED', 'entryId');
  }
  if (mark.reversed) return refuse('ALREADY_REVERSED', 'entryId');
  const at = context.clock.now();
  if (at.getTime() - entry.at.getTime() > contestMs) return refuse('WRONG_STATUS', 'entryId');
  const after: Mark = { ...mark, contest: { state: 'open', words: said, at, request: context.request } };
  await writeMark(transaction, after, before !== undefined);
  return done({ entry, mark: after });
}
