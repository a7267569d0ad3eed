import { limits } from '../../../../miniprogram/contracts/limits';
import { tell } from '../../message/tell';
import { countWaiting } from '../../statistics/waiting-lines';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { isRepeated } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readCase, remembering, writeCase } from '../disputes/cases';
import { bookLines, type Entry, type Mark } from '../entry';
import { readMark } from '../disputes/marks';
import { readerOf } from '../reader';
import { keepFault } from '../rules/disputes';
import { answerContest } from '../disputes/answer-contest';
import { entryView } from '../view';

/** The objection was heard, and the line stays as it is: its owner is told, and reads why beside it. */
export const keepEntry = signedInEndpoint({
  name: 'passbook.keep',
  input: object({ entryId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'noted',
  async run(context, caller, input) {
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const kept = await context.database.transaction((transaction) => keep(transaction, context, caller, input));
    if (!kept.ok) return kept;
    const { entry, mark, isNew } = kept.data;
    if (isNew) await tell(context, [{ personIds: [entry.personId], news: { kind: 'kept', title: entry.title } }]);
    return done(entryView(entry, mark, readerOf(context, caller)));
  },
});

type Keeping = { readonly entryId: string; readonly reason: string };

async function keep(
  transaction: Transaction,
  context: Context,
  { login }: SignedIn,
  input: Keeping,
): Promise<Result<{ entry: Entry; mark: Mark; isNew: boolean }>> {
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry' || entry.communityId !== login.communityId) return refuse('NOT_FOUND', 'entryId');
  const found = await readMark(transaction, entry);
  const { mark } = found;
  const at = context.clock.now();
  const before = await readCase(transaction, entry, at);
  const repeated = isRepeated(before.reversal.requests, context.request);
  if (typeof repeated === 'object') return repeated;
  if (repeated) return done({ entry, mark, isNew: false });
  const fault = keepFault(entry, mark, login.personId);
  if (fault) return refuse(fault, 'entryId');
  const settled = { personId: login.personId, name: login.name, at };
  await writeCase(
    transaction,
    {
      ...before.reversal,
      state: 'kept',
      open: false,
      settled,
      requests: remembering(before.reversal, context.request),
    },
    before.exists,
  );
  const after = await answerContest(transaction, found, {
    state: 'kept',
    answer: { words: input.reason, by: login.name },
  });
  await countWaiting(transaction, entry.communityId, { contests: -1 }, at);
  return done({ entry, mark: after, isNew: true });
}
