import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import { checkTexts } from '../../platform/content';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { complaintKeepDays, complaints, type Complaint } from '../complaint';
import { complaintView, receives } from '../view';

const dayMs = 86_400_000;

/**
 * Whoever it came to answers a complaint, once; whoever wrote it hears of the answer. To anybody else it is not there.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const answerComplaint = signedInEndpoint({
  name: 'complaint.answer',
  input: object({ complaintId: id, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { complaintId, words: said }) {
    const { database, clock, request } = context;
    const refused = await checkTexts(context, { words: said });
    if (refused) return refused;
    const answered = await database.transaction(async (transaction) => {
      const before = await transaction.get(complaints, complaintId);
      if (!before || !receives(before, caller)) return refuse('NOT_FOUND', 'complaintId');
      const again = { complaint: before, messages: before.outbox ?? [], isNew: false };
      const replay = replayOf(before.requests, request, () => again);
      if (replay) return replay;
      if (before.state !== 'open') return refuse('ALREADY_SETTLED', 'complaintId');
      const at = clock.now();
      const { personId, name } = caller.login;
      const messages = outgoingMessages(`${complaintId}:answered`, at, [
        { personIds: [before.author.personId], content: { kind: 'complaint-answered' } },
      ]);
      const change = {
        state: 'answered',
        answer: { words: said, personId, name, hat: caller.hat.hat, at },
        keepUntil: new Date(at.getTime() + complaintKeepDays * dayMs),
        updatedAt: at,
        requests: [...before.requests, request],
        ...withAct(before, context, caller, 'complaint.answer'),
        ...addToOutbox(before, messages),
      } as const satisfies Partial<Complaint>;
      await transaction.update(complaints, complaintId, { set: change, unset: ['nextAt'] });
      return done({ complaint: { ...before, ...change }, messages, isNew: true });
    });
    if (!answered.ok) return answered;
    const { complaint, messages, isNew } = answered.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(complaintView(complaint, caller));
  },
});
