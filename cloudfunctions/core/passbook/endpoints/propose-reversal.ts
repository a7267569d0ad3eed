import { limits } from '../../../../miniprogram/contracts/limits';
import { deliver, deliverMissing } from '../../message/notify';
import type { OutgoingMessage } from '../../message/outgoing';
import { countWaiting } from '../../statistics/waiting-lines';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { branchIdOf } from '../../place/branch';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readReversal, withNews, withRequest, writeReversal } from '../disputes/reversal-store';
import { bookLines } from '../entry';
import { type Reversal } from '../disputes/reversal';
import { readBookkeepers } from '../disputes/holders';
import { readAnnotation, writeAnnotation } from '../disputes/annotations';
import { readerOf } from '../reader';
import { proposeFault } from '../rules/disputes';
import { reversalView } from '../disputes/reversal-view';

/**
 * The first of the two people whom an undo needs; the others who keep the books are told.
 * Cost: 5 reads, 4 writes; to notify, 1 read, 1 write.
 */
export const proposeReversal = signedInEndpoint({
  name: 'passbook.proposeReversal',
  input: object({ entryId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const [refused, bookkeepers] = await Promise.all([
      checkTexts(context, { reason: input.reason }),
      readBookkeepers(context.database, branchIdOf(caller.login.communityId)),
    ]);
    if (refused) return refused;
    const proposed = await context.database.transaction((transaction) =>
      propose(transaction, context, caller, { ...input, bookkeepers }),
    );
    if (!proposed.ok) return proposed;
    const { reversal, messages, isNew } = proposed.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(reversalView(reversal, readerOf(context, caller)));
  },
});

interface ProposalInput {
  readonly entryId: string;
  readonly reason: string;
  readonly bookkeepers: readonly string[];
}

interface Proposed {
  readonly reversal: Reversal;
  /** The news of the proposal; of a repeated one, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

async function propose(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: ProposalInput,
): Promise<Result<Proposed>> {
  const { login } = caller;
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry' || branchIdOf(entry.communityId) !== branchIdOf(login.communityId))
    return refuse('NOT_FOUND', 'entryId');
  const now = context.clock.now();
  const before = await readReversal(transaction, entry, now);
  const replay = replayOf(before.reversal.requests, context.request, () => ({
    reversal: before.reversal,
    messages: before.reversal.outbox ?? [],
    isNew: false,
  }));
  if (replay) return replay;
  const { annotation, exists } = await readAnnotation(transaction, entry);
  const fault = proposeFault(entry, annotation);
  if (fault) return refuse(fault, 'entryId');
  const proposed: Reversal = {
    ...before.reversal,
    state: 'proposed',
    open: true,
    since: now,
    settled: null,
    proposal: { personId: login.personId, name: login.name, reason: input.reason },
    requests: withRequest(before.reversal, context.request),
    ...withAct(before.reversal, context, caller, 'passbook.proposeReversal'),
  };
  const personIds = input.bookkeepers.filter((keeper) => keeper !== login.personId && keeper !== entry.personId);
  const content = { kind: 'to-sign', title: entry.title, name: login.name } as const;
  const { reversal, messages } = withNews(proposed, context.request, now, [{ personIds, content }]);
  await writeReversal(transaction, reversal, before.exists);
  await writeAnnotation(transaction, { ...annotation, proposed: true }, exists);
  const answers = before.exists && before.reversal.state === 'contested';
  await countWaiting(transaction, entry.communityId, { reversals: 1, ...(answers && { contests: -1 }) }, now);
  return done({ reversal, messages, isNew: true });
}
