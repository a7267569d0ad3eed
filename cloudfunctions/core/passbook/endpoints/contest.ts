import { limits } from '../../../../miniprogram/contracts/limits';
import { countWaiting } from '../../statistics/waiting-lines';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { isRepeated } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readCase, writeCase } from '../disputes/cases';
import { bookLines, type Entry, type Mark } from '../entry';
import { tellKeepers } from '../disputes/keepers';
import { readMark, writeMark } from '../disputes/marks';
import { passbooks } from '../passbook';
import { readerOf } from '../reader';
import { contestFault } from '../rules/disputes';
import { entryView } from '../view';

/**
 * The owner's objection to a line of their own book; it stands beside the line, which stays as it is, and those who
 * keep the books are told.
 */
export const contestEntry = signedInEndpoint({
  name: 'passbook.contest',
  input: object({ entryId: id, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'noted',
  async run(context, caller, input) {
    const { personId, name } = caller.login;
    const refused = await checkTexts(context, { words: input.words });
    if (refused) return refused;
    const contested = await context.database.transaction((transaction) =>
      contest(transaction, context, { ...input, personId }),
    );
    if (!contested.ok) return contested;
    const { entry, mark, isNew } = contested.data;
    if (isNew)
      await tellKeepers(context, entry.communityId, { kind: 'contested', title: entry.title, name }, [personId]);
    return done(entryView(entry, mark, readerOf(context, caller)));
  },
});

interface Objection {
  readonly entryId: string;
  readonly words: string;
  readonly personId: string;
}

async function contest(
  transaction: Transaction,
  context: Context,
  { entryId, words: said, personId }: Objection,
): Promise<Result<{ entry: Entry; mark: Mark; isNew: boolean }>> {
  const entry = await transaction.get(bookLines, entryId);
  if (entry?.kind !== 'entry' || entry.personId !== personId) return refuse('NOT_FOUND', 'entryId');
  const { mark, exists } = await readMark(transaction, entry);
  const repeated = isRepeated(mark.contest ? [mark.contest.request] : [], context.request);
  if (typeof repeated === 'object') return repeated;
  if (repeated) return done({ entry, mark, isNew: false });
  const at = context.clock.now();
  const fault = contestFault(entry, mark, at);
  if (fault) return refuse(fault, 'entryId');
  const after: Mark = { ...mark, contest: { state: 'open', words: said, at, request: context.request, answer: null } };
  await writeMark(transaction, after, exists);
  await transaction.update(passbooks, entry.bookId, { increment: { contested: 1 } });
  const before = await readCase(transaction, entry, at);
  // an undo that waits goes on waiting, and answers the objection too
  const waiting = before.exists && before.reversal.open;
  await writeCase(
    transaction,
    {
      ...before.reversal,
      contest: said,
      ...(!waiting && { state: 'contested', open: true, since: at, proposal: null, settled: null }),
    },
    before.exists,
  );
  if (!waiting) await countWaiting(transaction, entry.communityId, { contests: 1 }, at);
  return done({ entry, mark: after, isNew: true });
}
