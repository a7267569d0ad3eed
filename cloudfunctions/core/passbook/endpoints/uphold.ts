import { limits } from '../../../../miniprogram/contracts/limits';
import { notify } from '../../message/notify';
import { countWaiting } from '../../statistics/waiting-lines';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readReversal, withRequest, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from '../entry';
import { readAnnotation } from '../disputes/annotations';
import { readerOf } from '../reader';
import { upholdFault } from '../rules/disputes';
import { answerContest } from '../disputes/answer-contest';
import { entryView } from '../view';

/** The objection was heard, and the line stays as it is: its owner is told, and reads why beside it. */
export const upholdEntry = signedInEndpoint({
  name: 'passbook.uphold',
  input: object({ entryId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'noted',
  async run(context, caller, input) {
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const upheld = await context.database.transaction((transaction) => uphold(transaction, context, caller, input));
    if (!upheld.ok) return upheld;
    const { entry, annotation, isNew } = upheld.data;
    if (isNew)
      await notify(context, [{ personIds: [entry.personId], content: { kind: 'upheld', title: entry.title } }]);
    return done(entryView(entry, annotation, readerOf(context, caller)));
  },
});

type UpholdInput = { readonly entryId: string; readonly reason: string };

async function uphold(
  transaction: Transaction,
  context: Context,
  { login }: SignedIn,
  input: UpholdInput,
): Promise<Result<{ entry: Entry; annotation: EntryAnnotation; isNew: boolean }>> {
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry' || entry.communityId !== login.communityId) return refuse('NOT_FOUND', 'entryId');
  const found = await readAnnotation(transaction, entry);
  const { annotation } = found;
  const at = context.clock.now();
  const before = await readReversal(transaction, entry, at);
  const replay = replayOf(before.reversal.requests, context.request, () => ({ entry, annotation, isNew: false }));
  if (replay) return replay;
  const fault = upholdFault(entry, annotation, login.personId);
  if (fault) return refuse(fault, 'entryId');
  const settled = { personId: login.personId, name: login.name, at };
  await writeReversal(
    transaction,
    {
      ...before.reversal,
      state: 'upheld',
      open: false,
      settled,
      requests: withRequest(before.reversal, context.request),
    },
    before.exists,
  );
  const after = await answerContest(transaction, found, {
    state: 'upheld',
    answer: { words: input.reason, by: login.name },
  });
  await countWaiting(transaction, entry.communityId, { contests: -1 }, at);
  return done({ entry, annotation: after, isNew: true });
}
