import { limits } from '../../../../miniprogram/contracts/limits';
import type { MessageContent, OutgoingMessage } from '../../message/outgoing';
import { countWaiting } from '../../statistics/waiting-lines';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import type { Login } from '../../access/login';
import { signedInEndpoint } from '../../access/endpoint';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { keeperIdOf } from '../../place/branch';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { withNews, withRequest, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation, type ReversalFact } from '../entry';
import { reversals, type Reversal } from '../disputes/reversal';
import { correctionOf, reversalOf } from '../rules/ledger';
import { readAnnotation } from '../disputes/annotations';
import { readMissingLine } from './corrections/missing-line';
import { readerOf } from '../reader';
import { signFault } from '../rules/disputes';
import { answerContest } from '../disputes/answer-contest';
import { writePosting } from '../store';
import { signSecond } from '../sign-second';
import { reversalView } from '../disputes/reversal-view';

/**
 * The second person: agreeing posts the undo, and what should have been in its place; disagreeing leaves the line as it
 * is, for a reason. To put right takes four reads and two writes more.
 * Cost: 8 reads, 7 writes; to notify, 1 read, 1 write.
 */
export const signReversal = signedInEndpoint({
  name: 'passbook.signReversal',
  input: object({ reversalId: id, agree: v.boolean(), reason: optional(words(limits.reasonWords)), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const signed = await signSecond(context, input, (transaction) => sign(transaction, context, caller, input));
    return signed.ok ? done(reversalView(signed.data.reversal, readerOf(context, caller))) : signed;
  },
});

/** What the owner of the book hears: of points that move always, of a line that stays where they had asked. */
function notificationOf({ state, title, points, right, contest }: Reversal): MessageContent | undefined {
  if (state === 'signed') return { kind: 'reversal', title, points: (right?.points ?? 0) - points };
  return contest === null ? undefined : { kind: 'upheld', title };
}

type SignatureInput = { readonly reversalId: string; readonly agree: boolean; readonly reason?: string };

interface Signed {
  readonly reversal: Reversal;
  /** The news of the decision; of a repeated one, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

async function sign(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: SignatureInput,
): Promise<Result<Signed>> {
  const { login } = caller;
  const before = await transaction.get(reversals, input.reversalId);
  if (before?.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'reversalId');
  const replay = replayOf(before.requests, context.request, () => ({
    reversal: before,
    messages: before.outbox ?? [],
    isNew: false,
  }));
  if (replay) return replay;
  if (before.state !== 'proposed' || !before.proposal)
    return refuse(before.state === 'signed' ? 'ALREADY_REVERSED' : 'ALREADY_SETTLED', 'reversalId');
  const fault = signFault(before.proposal.personId, before.personId, login.personId);
  if (fault) return refuse(fault, 'reversalId');
  const entry = await transaction.get(bookLines, before.entryId);
  if (before.missing ? entry !== undefined : entry?.kind !== 'entry')
    return refuse(before.missing ? 'STALE_VERSION' : 'NOT_FOUND', 'reversalId');
  const at = context.clock.now();
  const settled = settledCase(context, caller, before, { at, agree: input.agree });
  const content = notificationOf(settled);
  const news = content ? [{ personIds: [before.personId], content }] : [];
  const { reversal, messages } = withNews(settled, context.request, at, news);
  await writeReversal(transaction, reversal, true);
  const decision = { reversal, signer: login, at, ...input };
  if (entry?.kind === 'entry') await applyDecision(transaction, entry, decision);
  else if (input.agree) {
    const put = await putDown(transaction, decision);
    if (!put.ok) return put;
  }
  await countWaiting(transaction, keeperIdOf(reversal.branchId), { reversals: -1 }, at);
  return done({ reversal, messages, isNew: true });
}

function settledCase(
  context: Context,
  caller: SignedIn,
  before: Reversal,
  { at, agree }: { readonly at: Date; readonly agree: boolean },
): Reversal {
  const { personId, name } = caller.login;
  return {
    ...before,
    state: agree ? 'signed' : 'refused',
    open: false,
    settled: { personId, name, at },
    requests: withRequest(before, context.request),
    ...withAct(before, context, caller, 'passbook.signReversal'),
  };
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
    const fact = factOf(proposal, signer);
    await writePosting(transaction, reversalOf(entry, fact, at));
    if (reversal.right) await writePosting(transaction, correctionOf(entry, reversal.right, fact, at));
  }
  return answerContest(transaction, found, { state: 'reversed', answer: null });
}

/** By whom and why it was proposed, and who signed. */
function factOf(
  { reason, name: by, personId: byId }: NonNullable<Reversal['proposal']>,
  signer: Decision['signer'],
): Pick<ReversalFact, 'reason' | 'by' | 'byId' | 'second' | 'secondId'> {
  return { reason, by, byId, second: signer.name, secondId: signer.personId };
}

/** Where no line stands, what is right alone is written. */
async function putDown(transaction: Transaction, { reversal, signer, at }: Decision): Promise<Result<null>> {
  const { proposal, right, entryId } = reversal;
  if (!proposal || !right) return refuse('WRONG_STATUS', 'reversalId');
  const missing = await readMissingLine(transaction, entryId, right.cause);
  if (!missing.ok) return missing;
  await writePosting(transaction, correctionOf(missing.data.line, right, factOf(proposal, signer), at));
  return done(null);
}
