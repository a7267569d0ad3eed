import { limits } from '../../../../miniprogram/contracts/limits';
import { rightCauses, rightsOf, type RightCause } from '../../../../miniprogram/contracts/right-cause';
import { activities } from '../../activity/activity';
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
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { readMissingLine, rightOf } from './corrections/missing-line';
import {
  emptyReversal,
  readReversal,
  reversalIdOf,
  withNews,
  withRequest,
  writeReversal,
} from '../disputes/reversal-store';
import { bookLines, type Entry, type RightEntry } from '../entry';
import { reversals, type Reversal } from '../disputes/reversal';
import { readBookkeepers } from '../disputes/holders';
import { readAnnotation, writeAnnotation } from '../disputes/annotations';
import { readerOf } from '../reader';
import { proposeFault } from '../rules/disputes';
import { reversalView } from '../disputes/reversal-view';

/**
 * The first of the two people whom an undo needs, and what stands in its place; the others who keep the books are
 * told. To name what stands there takes one read more.
 * Cost: 5 reads, 4 writes; to notify, 1 read, 1 write.
 */
export const proposeReversal = signedInEndpoint({
  name: 'passbook.proposeReversal',
  input: object({
    entryId: id,
    reason: words(limits.reasonWords),
    right: optional(v.picklist(rightCauses)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const [refused, bookkeepers] = await Promise.all([
      checkTexts(context, { reason: input.reason }),
      readBookkeepers(context.database, branchOf(caller)),
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
  readonly right?: RightCause;
  readonly bookkeepers: readonly string[];
}

interface Proposed {
  readonly reversal: Reversal;
  /** The news of the proposal; of a repeated one, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

const replayed = (reversal: Reversal): Proposed => ({ reversal, messages: reversal.outbox ?? [], isNew: false });

async function propose(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: ProposalInput,
): Promise<Result<Proposed>> {
  const entry = await transaction.get(bookLines, input.entryId);
  const now = context.clock.now();
  const { right: cause } = input;
  if (!entry && cause !== undefined) return proposeMissing(transaction, context, caller, { ...input, right: cause });
  if (entry?.kind !== 'entry') return refuse('NOT_FOUND', 'entryId');
  const before = await readReversal(transaction, entry, now);
  if (before.reversal.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'entryId');
  const replay = replayOf(before.reversal.requests, context.request, () => replayed(before.reversal));
  if (replay) return replay;
  const { annotation, exists } = await readAnnotation(transaction, entry);
  const fault = proposeFault(entry, annotation);
  if (fault) return refuse(fault, 'entryId');
  const right = await readRight(transaction, entry, cause);
  if (!right.ok) return right;
  const written = await writeProposal(transaction, context, caller, { ...input, ...before, right: right.data });
  await writeAnnotation(transaction, { ...annotation, proposed: true }, exists);
  return done(written);
}

/** Where an activity wrote no line: what is right is put down alone, by two people as well, once. */
async function proposeMissing(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: ProposalInput & { readonly right: RightCause },
): Promise<Result<Proposed>> {
  const found = await transaction.get(reversals, reversalIdOf(input.entryId));
  const mayRead = found?.branchId === branchOf(caller);
  const replay = found && mayRead && replayOf(found.requests, context.request, () => replayed(found));
  if (replay) return replay;
  const missing = await readMissingLine(transaction, input.entryId, input.right);
  if (!missing.ok) return missing;
  const { line, right, branchId } = missing.data;
  if (branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'entryId');
  if (found?.state === 'signed') return refuse('ALREADY_REVERSED', 'entryId');
  if (found?.state === 'proposed') return refuse('ALREADY_PROPOSED', 'entryId');
  const empty: Reversal = { ...emptyReversal(line, branchId, context.clock.now()), missing: true };
  const before = { reversal: found ?? empty, exists: found !== undefined };
  return done(await writeProposal(transaction, context, caller, { ...input, ...before, right }));
}

interface Proposal extends Omit<ProposalInput, 'right'> {
  readonly reversal: Reversal;
  readonly exists: boolean;
  readonly right: RightEntry | null;
}

/** The case with its proposal, and the others who keep the books told. */
async function writeProposal(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { reversal: before, exists, right, reason, bookkeepers }: Proposal,
): Promise<Proposed> {
  const now = context.clock.now();
  const { personId, name } = caller.login;
  const proposed: Reversal = {
    ...before,
    ...{ right, state: 'proposed', open: true, since: now, settled: null },
    proposal: { personId, name, reason },
    requests: withRequest(before, context.request),
    ...withAct(before, context, caller, 'passbook.proposeReversal'),
  };
  const personIds = bookkeepers.filter((keeper) => keeper !== personId && keeper !== before.personId);
  const content = { kind: 'to-sign', title: before.title, name } as const;
  const { reversal, messages } = withNews(proposed, context.request, now, [{ personIds, content }]);
  await writeReversal(transaction, reversal, exists);
  const answers = exists && before.state === 'contested';
  await countWaiting(
    transaction,
    keeperIdOf(reversal.branchId),
    { reversals: 1, ...(answers && { contests: -1 }) },
    now,
  );
  return { reversal, messages, isNew: true };
}

/** What the activity's own rules gave for what is right. */
async function readRight(
  transaction: Transaction,
  entry: Entry,
  cause: RightCause | undefined,
): Promise<Result<RightEntry | null>> {
  if (cause === undefined) return done(null);
  if (!rightsOf(entry.cause).includes(cause)) return refuse('INVALID_INPUT', 'right');
  const activity = await transaction.get(activities, activityIdOf(entry));
  // What moves nothing is no entry: a special member who was absent (S3-13).
  const right = activity && rightOf(activity, entry.memberClass, cause);
  return right && !standsFor(entry, right) ? done(right) : refuse('INVALID_INPUT', 'right');
}

/** The activity behind a line, or behind what was put right before: its source is the line whose place it takes. */
function activityIdOf({ cause, sourceId }: Entry): string {
  return cause === 'correction' ? (/activity:([^:]+):[^:]+$/.exec(sourceId)?.[1] ?? sourceId) : sourceId;
}

/** Nothing would change: a correction says what it moved, and not by which cause. */
function standsFor({ cause, points, countDelta }: Entry, right: RightEntry): boolean {
  const isCounted = right.cause !== 'absent';
  return cause === 'correction' && points === right.points && (countDelta === 1) === isCounted;
}
