import { limits } from '../../../../miniprogram/contracts/limits';
import { notify, type MessageContent } from '../../message/notify';
import { countWaiting } from '../../statistics/waiting-lines';
import type { SignedIn } from '../../access/caller';
import type { Login } from '../../access/login';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { withRequest, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from '../entry';
import { reversals, type Reversal } from '../disputes/reversal';
import { reversalOf } from '../rules/ledger';
import { readAnnotation } from '../disputes/annotations';
import { readerOf } from '../reader';
import { signFault } from '../rules/disputes';
import { answerContest } from '../disputes/answer-contest';
import { writePosting } from '../store';
import { reversalView } from '../disputes/reversal-view';

/**
 * The second person: agreeing posts the undo, disagreeing leaves the line as it is, for a reason.
 * Cost: 9 reads, 7 writes; to notify, 1 read, 1 write.
 */
export const signReversal = signedInEndpoint({
  name: 'passbook.signReversal',
  input: object({ reversalId: id, agree: v.boolean(), reason: optional(words(limits.reasonWords)), requestId }),
  identity: 'caller',
  idempotency: 'noted',
  async run(context, caller, input) {
    if (!input.agree && input.reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const signed = await context.database.transaction((transaction) => sign(transaction, context, caller, input));
    if (!signed.ok) return signed;
    const { reversal, annotation } = signed.data;
    const content = annotation && notificationOf(reversal, annotation);
    if (content) await notify(context, [{ personIds: [reversal.personId], content }]);
    return done(reversalView(reversal, readerOf(context, caller)));
  },
});

/** What the owner of the book hears: of points that move always, of a line that stays where they had asked. */
function notificationOf({ state, title, points }: Reversal, annotation: EntryAnnotation): MessageContent | undefined {
  if (state === 'signed') return { kind: 'reversal', title, points: -points };
  return annotation.contest ? { kind: 'upheld', title } : undefined;
}

type SignatureInput = { readonly reversalId: string; readonly agree: boolean; readonly reason?: string };

/** @returns no annotation where the call is a repetition */
async function sign(
  transaction: Transaction,
  context: Context,
  { login }: SignedIn,
  input: SignatureInput,
): Promise<Result<{ reversal: Reversal; annotation?: EntryAnnotation }>> {
  const before = await transaction.get(reversals, input.reversalId);
  if (!before || before.communityId !== login.communityId) return refuse('NOT_FOUND', 'reversalId');
  const replay = replayOf(before.requests, context.request, () => ({ reversal: before }));
  if (replay) return replay;
  if (before.state !== 'proposed' || !before.proposal)
    return refuse(before.state === 'signed' ? 'ALREADY_REVERSED' : 'ALREADY_SETTLED', 'reversalId');
  const fault = signFault(before.proposal.personId, before.personId, login.personId);
  if (fault) return refuse(fault, 'reversalId');
  const entry = await transaction.get(bookLines, before.entryId);
  if (entry?.kind !== 'entry') return refuse('NOT_FOUND', 'reversalId');
  const at = context.clock.now();
  const reversal: Reversal = {
    ...before,
    state: input.agree ? 'signed' : 'refused',
    open: false,
    settled: { personId: login.personId, name: login.name, at },
    requests: withRequest(before, context.request),
  };
  await writeReversal(transaction, reversal, true);
  const annotation = await applyDecision(transaction, entry, { reversal, signer: login, at, ...input });
  await countWaiting(transaction, reversal.communityId, { reversals: -1 }, at);
  return done({ reversal, annotation });
}

interface Decision {
  readonly reversal: Reversal;
  readonly agree: boolean;
  readonly reason?: string;
  readonly signer: Pick<Login, 'personId' | 'name'>;
  readonly at: Date;
}

async function applyDecision(
  transaction: Transaction,
  entry: Entry,
  { reversal, agree, reason, signer, at }: Decision,
): Promise<EntryAnnotation> {
  const { proposal } = reversal;
  const found = await readAnnotation(transaction, entry);
  if (!agree)
    return answerContest(transaction, found, {
      state: 'upheld',
      answer: reason === undefined ? null : { words: reason, by: signer.name },
    });
  if (proposal) {
    const { reason: why, name: by, personId: byId } = proposal;
    const fact = { reason: why, by, byId, second: signer.name, secondId: signer.personId };
    await writePosting(transaction, reversalOf(entry, fact, at));
  }
  return answerContest(transaction, found, { state: 'reversed', answer: null });
}
