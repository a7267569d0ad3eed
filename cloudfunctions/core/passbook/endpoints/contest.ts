import { limits } from '../../../../miniprogram/contracts/limits';
import { countWaiting } from '../../statistics/waiting-lines';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readReversal, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from '../entry';
import { notifyBookkeepers } from '../disputes/notify-bookkeepers';
import { readAnnotation, writeAnnotation } from '../disputes/annotations';
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
    const { entry, annotation, isNew } = contested.data;
    if (isNew)
      await notifyBookkeepers(context, entry.communityId, { kind: 'contested', title: entry.title, name }, [personId]);
    return done(entryView(entry, annotation, readerOf(context, caller)));
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
  { entryId, words, personId }: Objection,
): Promise<Result<{ entry: Entry; annotation: EntryAnnotation; isNew: boolean }>> {
  const entry = await transaction.get(bookLines, entryId);
  if (entry?.kind !== 'entry' || entry.personId !== personId) return refuse('NOT_FOUND', 'entryId');
  const { annotation, exists } = await readAnnotation(transaction, entry);
  const replay = replayOf(annotation.contest ? [annotation.contest.request] : [], context.request, () => ({
    entry,
    annotation,
    isNew: false,
  }));
  if (replay) return replay;
  const at = context.clock.now();
  const fault = contestFault(entry, annotation, at);
  if (fault) return refuse(fault, 'entryId');
  const after: EntryAnnotation = {
    ...annotation,
    contest: { state: 'open', words, at, request: context.request, answer: null },
  };
  await writeAnnotation(transaction, after, exists);
  await transaction.update(passbooks, entry.bookId, { increment: { contested: 1 } });
  const before = await readReversal(transaction, entry, at);
  // an undo that waits goes on waiting, and answers the objection too
  const waiting = before.exists && before.reversal.open;
  await writeReversal(
    transaction,
    {
      ...before.reversal,
      contest: words,
      ...(!waiting && { state: 'contested', open: true, since: at, proposal: null, settled: null }),
    },
    before.exists,
  );
  if (!waiting) await countWaiting(transaction, entry.communityId, { contests: 1 }, at);
  return done({ entry, annotation: after, isNew: true });
}
