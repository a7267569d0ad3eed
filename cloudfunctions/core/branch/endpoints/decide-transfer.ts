import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../../message/outgoing';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { endHomeVisits, moveCases, readWaitingCases } from './move-cases';
import { movePerson } from './move-person';
import { decideTransferFault } from '../rules/transfer-rules';
import { transfers, type Transfer } from '../transfer';

/**
 * The second of the two people whom a transfer needs, of the branch that is to have the member: agreeing makes them its
 * own, with their books as they stand; nothing that was written changes. They and whoever proposed it are told.
 * Lines that are contested go along, with who is to answer them, a read and three writes more for each; the plan of
 * home visits ends.
 * Whoever guides somebody costs a read and a write more for each; so does each book that they have.
 * Cost: 7 reads, 6 writes; to notify, 1 read, 1 write.
 */
export const decideTransfer = signedInEndpoint({
  name: 'branch.decideTransfer',
  input: object({ transferId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const waiting = input.agree ? await readWaitingCases(context.database, input.transferId) : [];
    const decided = await context.database.transaction((transaction) =>
      decide(transaction, context, caller, { ...input, waiting }),
    );
    if (!decided.ok) return decided;
    if (input.agree) await endHomeVisits(context.database, decided.data.transfer);
    const { transfer, messages, isNew } = decided.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done({ transferId: transfer._id, agreed: transfer.decided?.agreed === true });
  },
});

interface Decided {
  readonly transfer: Transfer;
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

async function decide(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  {
    transferId,
    agree,
    waiting,
  }: { readonly transferId: string; readonly agree: boolean; readonly waiting: readonly string[] },
): Promise<Result<Decided>> {
  const before = await transaction.get(transfers, transferId);
  if (before?.to.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'transferId');
  const known: Decided = { transfer: before, messages: before.outbox ?? [], isNew: false };
  const replay = replayOf(before.requests, context.request, () => known);
  if (replay) return replay;
  const { personId, name } = caller.login;
  const fault = decideTransferFault(before, personId);
  if (fault) return refuse(fault, 'transferId');
  const at = context.clock.now();
  const messages = newsOf(before, agree, at);
  const transfer: Transfer = {
    ...before,
    open: false,
    decided: { personId, name, at, agreed: agree },
    requests: [...before.requests, context.request],
    ...withAct(before, context, caller, 'branch.decideTransfer'),
    ...addToOutbox(before, messages),
  };
  if (agree) {
    const occasion = { at, revision: context.request.requestKey };
    const moved = await movePerson(transaction, before, occasion);
    if (!moved.ok) return moved;
    await moveCases(transaction, waiting, { ...before, at });
  }
  const { _id, ...fields } = transfer;
  await transaction.update(transfers, _id, { set: fields });
  return done({ transfer, messages, isNew: true });
}

function newsOf({ _id, personId, name, to, proposed }: Transfer, agree: boolean, at: Date): readonly OutgoingMessage[] {
  const personIds = [...new Set([personId, proposed.personId])];
  const content = { kind: agree ? 'transfer-agreed' : 'transfer-refused', title: to.name, name } as const;
  return outgoingMessages(`${_id}:decided`, at, [{ personIds, content }]);
}
