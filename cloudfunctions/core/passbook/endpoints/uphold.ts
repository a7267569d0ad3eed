import { limits } from '../../../../miniprogram/contracts/limits';
import { deliver, deliverMissing } from '../../message/notify';
import type { OutgoingMessage } from '../../message/outgoing';
import { countWaiting } from '../../statistics/waiting-lines';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { keeperIdOf } from '../../place/branch';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readReversal, withNews, withRequest, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from '../entry';
import { readAnnotation } from '../disputes/annotations';
import { readerOf } from '../reader';
import { upholdFault } from '../rules/disputes';
import { answerContest } from '../disputes/answer-contest';
import { entryView } from '../view';

/**
 * The objection was heard, and the line stays as it is: its owner is told, and reads why beside it.
 * Cost: 4 reads, 5 writes; to notify, 1 read, 1 write.
 */
export const upholdEntry = signedInEndpoint({
  name: 'passbook.uphold',
  input: object({ entryId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const upheld = await context.database.transaction((transaction) => uphold(transaction, context, caller, input));
    if (!upheld.ok) return upheld;
    const { entry, annotation, messages, isNew } = upheld.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(entryView(entry, annotation, readerOf(context, caller)));
  },
});

type UpholdInput = { readonly entryId: string; readonly reason: string };

interface Upheld {
  readonly entry: Entry;
  readonly annotation: EntryAnnotation;
  /** The news of it; of a repeated call, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

async function uphold(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: UpholdInput,
): Promise<Result<Upheld>> {
  const { login } = caller;
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry') return refuse('NOT_FOUND', 'entryId');
  const found = await readAnnotation(transaction, entry);
  const { annotation } = found;
  const at = context.clock.now();
  const before = await readReversal(transaction, entry, at);
  if (before.reversal.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'entryId');
  const replay = replayOf(before.reversal.requests, context.request, () => ({
    entry,
    annotation,
    messages: before.reversal.outbox ?? [],
    isNew: false,
  }));
  if (replay) return replay;
  const fault = upholdFault(entry, annotation, login.personId);
  if (fault) return refuse(fault, 'entryId');
  const settled = { personId: login.personId, name: login.name, at };
  const requests = withRequest(before.reversal, context.request);
  const acts = withAct(before.reversal, context, caller, 'passbook.uphold');
  const { reversal, messages } = withNews(
    { ...before.reversal, state: 'upheld', open: false, settled, requests, ...acts },
    context.request,
    at,
    [{ personIds: [entry.personId], content: { kind: 'upheld', title: entry.title } }],
  );
  await writeReversal(transaction, reversal, before.exists);
  const after = await answerContest(transaction, found, {
    state: 'upheld',
    answer: { words: input.reason, by: login.name },
  });
  await countWaiting(transaction, keeperIdOf(reversal.branchId), { contests: -1 }, at);
  return done({ entry, annotation: after, messages, isNew: true });
}
