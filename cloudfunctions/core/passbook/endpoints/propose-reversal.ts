import { limits } from '../../../../miniprogram/contracts/limits';
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
import { bookLines } from '../entry';
import { type Reversal } from '../disputes/reversal';
import { notifyBookkeepers } from '../disputes/notify-bookkeepers';
import { readAnnotation, writeAnnotation } from '../disputes/annotations';
import { readerOf } from '../reader';
import { proposeFault } from '../rules/disputes';
import { reversalView } from '../disputes/reversal-view';

/** The first of the two people whom an undo needs; the others who keep the books are told. */
export const proposeReversal = signedInEndpoint({
  name: 'passbook.proposeReversal',
  input: object({ entryId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'noted',
  async run(context, caller, input) {
    const { personId, name } = caller.login;
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const proposed = await context.database.transaction((transaction) => propose(transaction, context, caller, input));
    if (!proposed.ok) return proposed;
    const { reversal, isNew } = proposed.data;
    if (isNew)
      await notifyBookkeepers(context, reversal.communityId, { kind: 'to-sign', title: reversal.title, name }, [
        personId,
        reversal.personId,
      ]);
    return done(reversalView(reversal, readerOf(context, caller)));
  },
});

type ProposalInput = { readonly entryId: string; readonly reason: string };

async function propose(
  transaction: Transaction,
  context: Context,
  { login }: SignedIn,
  input: ProposalInput,
): Promise<Result<{ reversal: Reversal; isNew: boolean }>> {
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry' || entry.communityId !== login.communityId) return refuse('NOT_FOUND', 'entryId');
  const now = context.clock.now();
  const before = await readReversal(transaction, entry, now);
  const replay = replayOf(before.reversal.requests, context.request, () => ({
    reversal: before.reversal,
    isNew: false,
  }));
  if (replay) return replay;
  const { annotation, exists } = await readAnnotation(transaction, entry);
  const fault = proposeFault(entry, annotation);
  if (fault) return refuse(fault, 'entryId');
  const reversal: Reversal = {
    ...before.reversal,
    state: 'proposed',
    open: true,
    since: now,
    settled: null,
    proposal: { personId: login.personId, name: login.name, reason: input.reason },
    requests: withRequest(before.reversal, context.request),
  };
  await writeReversal(transaction, reversal, before.exists);
  await writeAnnotation(transaction, { ...annotation, proposed: true }, exists);
  const answers = before.exists && before.reversal.state === 'contested';
  await countWaiting(transaction, entry.communityId, { reversals: 1, ...(answers && { contests: -1 }) }, now);
  return done({ reversal, isNew: true });
}
