import { limits } from '../../../../miniprogram/contracts/limits';
import { deliver, deliverMissing } from '../../message/notify';
import type { OutgoingMessage } from '../../message/outgoing';
import { countWaiting } from '../../statistics/waiting-lines';
import { withAct } from '../../access/act';
import { branchOfLogin, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { keeperIdOf } from '../../place/branch';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { readReversal, withNews, writeReversal } from '../disputes/reversal-store';
import { bookLines, type Entry, type EntryAnnotation } from '../entry';
import { readBookkeepers } from '../disputes/holders';
import type { Reversal } from '../disputes/reversal';
import { readAnnotation, writeAnnotation } from '../disputes/annotations';
import { passbooks } from '../passbook';
import { readerOf, type Reader } from '../reader';
import { contestFault } from '../rules/disputes';
import { entryView } from '../view';

/**
 * The owner's objection to a line of their own book; it stands beside the line, which stays as it is, and those who
 * keep the books are told.
 * From somebody's second write beside orders on, one write less.
 * Cost: 6 reads, 6 writes; to notify, 1 read, 1 write.
 */
export const contestEntry = signedInEndpoint({
  name: 'passbook.contest',
  input: object({ entryId: id, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { personId, name, communityId } = caller.login;
    const [refused, bookkeepers, community] = await Promise.all([
      checkTexts(context, { words: input.words }),
      readBookkeepers(context.database, branchOfLogin(caller.login)),
      context.database.get(communities, communityId),
    ]);
    if (refused) return refused;
    const reader = readerOf(context, caller, { community, branchId: branchOfLogin(caller.login) });
    const contested = await context.database.transaction((transaction) =>
      contest(transaction, context, { ...input, caller, personId, name, bookkeepers, reader }),
    );
    if (!contested.ok) return contested;
    const { entry, annotation, messages, isNew } = contested.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(entryView(entry, annotation, reader));
  },
});

interface Objection {
  readonly entryId: string;
  readonly words: string;
  readonly caller: SignedIn;
  readonly personId: string;
  readonly name: string;
  readonly bookkeepers: readonly string[];
  readonly reader: Reader;
}

interface Contested {
  readonly entry: Entry;
  readonly annotation: EntryAnnotation;
  /** The news of the objection; of a repeated one, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

async function contest(
  transaction: Transaction,
  context: Context,
  { entryId, words, caller, personId, name, bookkeepers, reader }: Objection,
): Promise<Result<Contested>> {
  const entry = await transaction.get(bookLines, entryId);
  if (entry?.kind !== 'entry' || entry.personId !== personId) return refuse('NOT_FOUND', 'entryId');
  const { annotation, exists } = await readAnnotation(transaction, entry);
  const at = context.clock.now();
  const before = await readReversal(transaction, entry, at);
  const replay = replayOf(annotation.contest ? [annotation.contest.request] : [], context.request, () => ({
    entry,
    annotation,
    messages: before.reversal.outbox ?? [],
    isNew: false,
  }));
  if (replay) return replay;
  const fault = contestFault(entry, annotation, at, reader.policy);
  if (fault) return refuse(fault, 'entryId');
  const after: EntryAnnotation = {
    ...annotation,
    contest: { state: 'open', words, at, request: context.request, answer: null },
  };
  await writeAnnotation(transaction, after, exists);
  await transaction.update(passbooks, entry.bookId, { increment: { contested: 1 } });
  // an undo that waits goes on waiting, and answers the objection too
  const waiting = before.exists && before.reversal.open;
  const contested: Reversal = {
    ...before.reversal,
    contest: words,
    ...withAct(before.reversal, context, caller, 'passbook.contest'),
    ...(!waiting && { state: 'contested', open: true, since: at, proposal: null, settled: null }),
  };
  const personIds = bookkeepers.filter((keeper) => keeper !== personId);
  const content = { kind: 'contested', title: entry.title, name } as const;
  const { reversal, messages } = withNews(contested, context.request, at, [{ personIds, content }]);
  await writeReversal(transaction, reversal, before.exists);
  if (!waiting) await countWaiting(transaction, keeperIdOf(reversal.branchId), { contests: 1 }, at);
  return done({ entry, annotation: after, messages, isNew: true });
}
