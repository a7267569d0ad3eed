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
import { pointsOfCause } from '../../activity/rules/points';
import { readReversal, withNews, withRequest, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type RightEntry } from '../entry';
import { type Reversal } from '../disputes/reversal';
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
  if (entry?.kind !== 'entry') return refuse('NOT_FOUND', 'entryId');
  const now = context.clock.now();
  const before = await readReversal(transaction, entry, now);
  if (before.reversal.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'entryId');
  const replay = replayOf(before.reversal.requests, context.request, () => replayed(before.reversal));
  if (replay) return replay;
  const { annotation, exists } = await readAnnotation(transaction, entry);
  const fault = proposeFault(entry, annotation);
  if (fault) return refuse(fault, 'entryId');
  const right = await readRight(transaction, entry, input.right);
  if (!right.ok) return right;
  const { personId, name } = caller.login;
  const proposed: Reversal = {
    ...before.reversal,
    ...{ right: right.data, state: 'proposed', open: true, since: now, settled: null },
    proposal: { personId, name, reason: input.reason },
    requests: withRequest(before.reversal, context.request),
    ...withAct(before.reversal, context, caller, 'passbook.proposeReversal'),
  };
  const personIds = input.bookkeepers.filter((keeper) => keeper !== personId && keeper !== entry.personId);
  const content = { kind: 'to-sign', title: entry.title, name } as const;
  const { reversal, messages } = withNews(proposed, context.request, now, [{ personIds, content }]);
  await writeReversal(transaction, reversal, before.exists);
  await writeAnnotation(transaction, { ...annotation, proposed: true }, exists);
  const answers = before.exists && before.reversal.state === 'contested';
  await countWaiting(
    transaction,
    keeperIdOf(reversal.branchId),
    { reversals: 1, ...(answers && { contests: -1 }) },
    now,
  );
  return done({ reversal, messages, isNew: true });
}

/** What the activity's own rules gave for what is right. */
async function readRight(
  transaction: Transaction,
  entry: Entry,
  cause: RightCause | undefined,
): Promise<Result<RightEntry | null>> {
  if (cause === undefined) return done(null);
  if (!rightsOf(entry.cause).includes(cause)) return refuse('INVALID_INPUT', 'right');
  const activity = await transaction.get(activities, entry.sourceId);
  const rule = activity?.rules.find(({ memberClass }) => memberClass === entry.memberClass);
  const points = rule && pointsOfCause(rule, cause);
  // What moves nothing is no entry: a special member who was absent (S3-13).
  return rule && points
    ? done({ cause, points, rule: { id: rule.ruleId, version: rule.version } })
    : refuse('INVALID_INPUT', 'right');
}
