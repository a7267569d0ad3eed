import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { communities } from '../../place/community';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { announceConfirmed } from '../announce';
import { awardVisit } from '../award-visit';
import { mayConfirm, visitView } from '../view';
import { visits, type Confirmation, type Visit } from '../visit';

/**
 * Says whether a courtyard head was there: whoever lives in the household, or staff who asked; never the head. Once
 * confirmed, the head earns what the policy says, if anything (S1-19).
 * A visit that was not made moves no points: 3 reads and 3 writes less.
 * Somebody's first write beside orders takes one write more.
 * Cost: 7 reads, 5 writes; to notify, 1 read, 1 write.
 */
export const confirmVisit = signedInEndpoint({
  name: 'visit.confirm',
  input: object({ visitId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { visitId, agree }) {
    const { database, clock, request } = context;
    const found = await database.getWith(visits, visitId, { in: communities, by: 'communityId' });
    const community = found?.other;
    if (!found || !community || !mayConfirm(found.document, caller)) return refuse('NOT_FOUND', 'visitId');
    if (found.document.by.personId === caller.login.personId) return refuse('SECOND_PERSON_NEEDED', 'visitId');
    const at = clock.now();
    const written = await database.transaction(async (transaction) => {
      const before = await transaction.get(visits, visitId);
      if (!before) return refuse('NOT_FOUND', 'visitId');
      const replay = replayOf(before.requests, request, () => before);
      if (replay?.ok) return done({ after: replay.data, messages: before.outbox ?? [], isNew: false });
      if (replay) return replay;
      if (!before.waiting) return refuse('ALREADY_SETTLED', 'visitId');
      const award = agree ? await awardVisit(transaction, before, caller, { community, at }) : null;
      const { personId, name } = caller.login;
      const by = { personId, name, hat: caller.hat.hat, at };
      const confirmation: Confirmation = { state: agree ? 'confirmed' : 'denied', by, award };
      const decided: Visit = {
        ...before,
        confirmation,
        waiting: false,
        updatedAt: at,
        requests: [...before.requests, request],
        ...withAct(before, context, caller, 'visit.confirm'),
      };
      const announced = announceConfirmed(decided, at);
      await transaction.update(visits, visitId, { set: settledFields(announced.after), unset: ['waitUntil'] });
      return done({ ...announced, isNew: true });
    });
    if (!written.ok) return written;
    const { after, messages, isNew } = written.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(visitView(withoutNote(after)));
  },
});

/** What is written; nobody is waited for any more. */
function settledFields({ _id: _same, waitUntil: _over, ...fields }: Visit): Omit<Visit, '_id' | 'waitUntil'> {
  return fields;
}

/** What was noted is for those who visit. */
function withoutNote({ note: _visitorsOwn, ...visit }: Visit): Visit {
  return visit;
}
