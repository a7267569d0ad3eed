import { limits } from '../../../../miniprogram/contracts/limits';
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
import { bookLines } from '../entry';
import { type Reversal } from '../disputes/reversal';
import { tellKeepers } from '../disputes/keepers';
import { readMark, writeMark } from '../disputes/marks';
import { readerOf } from '../reader';
import { proposeFault } from '../rules/disputes';
import { reversalView } from '../disputes/reversal-view';

/** The first of the two people whom an undo needs; the others who keep the books are told. */
export const proposeReversal = signedInEndpoint({
  name: 'passbook.propose',
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
      await tellKeepers(context, reversal.communityId, { kind: 'to-sign', title: reversal.title, name }, [
        personId,
        reversal.personId,
      ]);
    return done(reversalView(reversal, readerOf(context, caller)));
  },
});

type Proposing = { readonly entryId: string; readonly reason: string };

async function propose(
  transaction: Transaction,
  context: Context,
  { login }: SignedIn,
  input: Proposing,
): Promise<Result<{ reversal: Reversal; isNew: boolean }>> {
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry' || entry.communityId !== login.communityId) return refuse('NOT_FOUND', 'entryId');
  const now = context.clock.now();
  const before = await readCase(transaction, entry, now);
  const repeated = isRepeated(before.reversal.requests, context.request);
  if (typeof repeated === 'object') return repeated;
  if (repeated) return done({ reversal: before.reversal, isNew: false });
  const { mark, exists } = await readMark(transaction, entry);
  const fault = proposeFault(entry, mark);
  if (fault) return refuse(fault, 'entryId');
  const reversal: Reversal = {
    ...before.reversal,
    state: 'proposed',
    open: true,
    since: now,
    settled: null,
    proposal: { personId: login.personId, name: login.name, reason: input.reason },
    requests: remembering(before.reversal, context.request),
  };
  await writeCase(transaction, reversal, before.exists);
  await writeMark(transaction, { ...mark, proposed: true }, exists);
  const answers = before.exists && before.reversal.state === 'contested';
  await countWaiting(transaction, entry.communityId, { reversals: 1, ...(answers && { contests: -1 }) }, now);
  return done({ reversal, isNew: true });
}
