import { tell } from '../../message/tell';
import type { SignedIn } from '../../person/actor';
import { signedInEndpoint } from '../../person/endpoint';
import { countReversals } from '../../order/tally-store';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { isRepeated } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { bookLines, reversals, type Entry, type Reversal } from '../entry';
import { reversalOf } from '../ledger';
import { blankMark, markIdOf, writeMark } from '../marks';
import { writePosting } from '../store';
import { reversalView } from '../view';

/** The second person: agreeing posts the undo, disagreeing leaves the line as it is. Nobody signs what they proposed, nor their own book's line. */
export const signReversal = signedInEndpoint({
  name: 'passbook.sign',
  input: object({ reversalId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'document',
  async run(context, caller, input) {
    const signed = await context.database.transaction((transaction) => sign(transaction, context, caller, input));
    if (!signed.ok) return signed;
    const { reversal, isNew } = signed.data;
    if (isNew && reversal.state === 'signed') {
      const news = { kind: 'reversal', title: reversal.title, points: -reversal.points } as const;
      await tell(context, [{ personIds: [reversal.personId], news }]);
    }
    return done(reversalView(reversal, caller.login.personId));
  },
});

type Signing = { readonly reversalId: string; readonly agree: boolean };

async function sign(transaction: Transaction, context: Context, { login }: SignedIn, input: Signing): Promise<Result<{ reversal: Reversal; isNew: boolean }>> {
  const before = await transaction.get(reversals, input.reversalId);
  if (!before || before.communityId !== login.communityId) return refuse('NOT_FOUND', 'reversalId');
  const repeated = isRepeated(before.requests, context.request);
  if (typeof repeated === 'object') return repeated;
  if (repeated) return done({ reversal: before, isNew: false });
  if (before.state !== 'proposed') return refuse(before.state === 'signed' ? 'ALREADY_REVERSED' : 'WRONG_STATUS', 'reversalId');
  if (before.proposedBy.personId === login.personId || before.personId === login.personId) return refuse('SECOND_PERSON_NEEDED', 'reversalId');
  const entry = await transaction.get(bookLines, before.entryId);
  if (entry?.kind !== 'entry') return refuse('NOT_FOUND', 'reversalId');
  const at = context.clock.now();
  const reversal: Reversal = {
    ...before, state: input.agree ? 'signed' : 'refused', second: { personId: login.personId, name: login.name, at },
    requests: [...before.requests, context.request].slice(-10),
  };
  const { state, second, requests } = reversal;
  await transaction.update(reversals, reversal._id, { set: { state, second, requests } });
  if (input.agree) await writePosting(transaction, reversalOf(entry, { reason: reversal.reason, by: reversal.proposedBy.name, second: login.name }, at));
  await settleMark(transaction, entry, input.agree);
  await countReversals(transaction, reversal.communityId, -1, at);
  return done({ reversal, isNew: true });
}

/** An open objection is answered by the same act. */
async function settleMark(transaction: Transaction, entry: Entry, agree: boolean): Promise<void> {
  const before = await transaction.get(bookLines, markIdOf(entry._id));
  const mark = before?.kind === 'mark' ? before : blankMark(entry);
  const contest = mark.contest && { ...mark.contest, state: agree ? ('reversed' as const) : ('kept' as const) };
  if (agree || contest) await writeMark(transaction, { ...mark, reversed: mark.reversed || agree, contest }, before !== undefined);
}
