import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../person/actor';
import { signedInEndpoint } from '../../person/endpoint';
import { countReversals } from '../../order/tally-store';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { isRepeated } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { bookLines, reversals, type Reversal } from '../entry';
import { markIdOf } from '../marks';
import { reversalView } from '../view';

/** The first of the two people whom an undo needs. A line is undone once; an undo cannot be undone. */
export const proposeReversal = signedInEndpoint({
  name: 'passbook.propose',
  input: object({ entryId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'document',
  async run(context, caller, input) {
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const proposed = await context.database.transaction((transaction) => propose(transaction, context, caller, input));
    return proposed.ok ? done(reversalView(proposed.data, caller.login.personId)) : proposed;
  },
});

async function propose(transaction: Transaction, context: Context, { login }: SignedIn, input: { entryId: string; reason: string }): Promise<Result<Reversal>> {
  const entry = await transaction.get(bookLines, input.entryId);
  if (entry?.kind !== 'entry' || entry.communityId !== login.communityId) return refuse('NOT_FOUND', 'entryId');
  const _id = `reversal:${entry._id}`;
  const before = await transaction.get(reversals, _id);
  const repeated = isRepeated(before?.requests ?? [], context.request);
  if (typeof repeated === 'object') return repeated;
  if (repeated && before) return done(before);
  const mark = await transaction.get(bookLines, markIdOf(entry._id));
  if ((mark?.kind === 'mark' && mark.reversed) || entry.cause === 'reversal' || before?.state === 'proposed') return refuse('ALREADY_REVERSED', 'entryId');
  const fields = {
    communityId: entry.communityId, entryId: entry._id, bookId: entry.bookId, personId: entry.personId, personName: entry.name, title: entry.title, points: entry.points,
    reason: input.reason, state: 'proposed', proposedAt: context.clock.now(), proposedBy: { personId: login.personId, name: login.name }, second: null,
    requests: [...(before?.requests ?? []), context.request].slice(-10),
  } as const;
  if (before) await transaction.update(reversals, _id, { set: fields });
  else await transaction.insert(reversals, { _id, ...fields });
  await countReversals(transaction, entry.communityId, 1, context.clock.now());
  return done({ _id, ...fields });
}
