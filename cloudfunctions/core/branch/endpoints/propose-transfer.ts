import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import { people, type Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { branches } from '../branch';
import { transfers, type Transfer } from '../transfer';
import { readHoldersAt, transferView } from '../view';

/**
 * A branch lets one of its members go to another of the community. Nothing changes yet: the other branch's word is
 * needed, and whoever leads it is told. Of one person one transfer waits at a time.
 * Cost: 7 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const proposeTransfer = signedInEndpoint({
  name: 'branch.proposeTransfer',
  input: object({ personId: id, toBranchId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, toBranchId, reason }) {
    const { database } = context;
    const { communityId } = caller.login;
    const fromId = branchOf(caller);
    const [person, [from, to], waiting, [leaders, receivers], refused] = await Promise.all([
      database.get(people, personId),
      Promise.all([database.get(branches, fromId), database.get(branches, toBranchId)]),
      database.find(transfers, { where: { personId, open: true }, limit: 1 }),
      Promise.all([readHoldersAt(database, fromId), readHoldersAt(database, toBranchId)]),
      checkTexts(context, { reason }),
    ]);
    if (refused) return refused;
    const _id = derivedId('t', context.openid, context.requestId);
    const replay = await answerAgain(context, caller, waiting[0]?._id === _id ? waiting[0] : undefined);
    if (replay) return replay;
    if (!person || !from || branchOfPerson(person) !== fromId || person.leftAt) return refuse('NOT_FOUND', 'personId');
    if (to?.communityId !== communityId || toBranchId === fromId) return refuse('NOT_FOUND', 'toBranchId');
    if (leaders.some(({ holder }) => holder?.personId === personId)) return refuse('HOLDS_POST', 'personId');
    if (waiting.length > 0) return refuse('ALREADY_PROPOSED', 'personId');
    const personIds = receivers.flatMap(({ holder }) => holder?.personId ?? []);
    const ends = { from: { branchId: fromId, name: from.name }, to: { branchId: toBranchId, name: to.name } };
    const transfer = transferOf(context, caller, { _id, person, ...ends, reason, personIds });
    if (!(await database.insert(transfers, transfer))) {
      // The same call arrived twice at once, and the other one wrote it.
      const written = await database.get(transfers, _id);
      return (await answerAgain(context, caller, written)) ?? refuse('ALREADY_SETTLED', 'personId');
    }
    await deliver(context, transfer.outbox ?? []);
    return done(transferView(transfer, caller));
  },
});

/** The answer to a call that was made before, after telling whoever has not heard of it; undefined where it was not. */
async function answerAgain(context: Context, caller: SignedIn, transfer: Transfer | undefined) {
  const replay = transfer && replayOf(transfer.requests, context.request, () => transferView(transfer, caller));
  if (replay) await deliverMissing(context, transfer.outbox ?? []);
  return replay;
}

interface Wanted extends Pick<Transfer, '_id' | 'from' | 'to' | 'reason'> {
  readonly person: Person;
  /** Who leads the branch that is asked. */
  readonly personIds: readonly string[];
}

function transferOf(context: Context, caller: SignedIn, wanted: Wanted): Transfer {
  const { _id, person, from, to, reason, personIds } = wanted;
  const { personId, name, communityId } = caller.login;
  const at = context.clock.now();
  const told = personIds.filter((one) => one !== personId);
  const content = { kind: 'transfer-asked', title: person.name, name: from.name } as const;
  const messages = told.length > 0 ? outgoingMessages(`${_id}:asked`, at, [{ personIds: told, content }]) : [];
  return {
    ...{ _id, communityId, personId: person._id, name: person.name, from, to, reason },
    open: true,
    proposed: { personId, name, at },
    decided: null,
    requests: [context.request],
    ...withAct({}, context, caller, 'branch.proposeTransfer'),
    ...addToOutbox({}, messages),
  };
}
