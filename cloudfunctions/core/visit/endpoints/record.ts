import { limits } from '../../../../miniprogram/contracts/limits';
import { visitOutcomes } from '../../../../miniprogram/contracts/visit';
import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { calendarDay, id, object, optional, requestId, v, words } from '../../platform/validation';
import { dayText } from '../../time/shanghai';
import { announceVisit } from '../announce';
import { visitPolicyOf } from '../community-policy';
import { newVisit, visitIdOf } from '../new-visit';
import { visitPlans } from '../plan';
import { afterVisit, mayRecordOn } from '../rules/record';
import { householdView } from '../view';
import { visits } from '../visit';

/**
 * Writes down a visit: once a day for each household and visitor. The next one is due by the policy's period. A
 * courtyard head's waits for the word of who lives there, or of staff; where something is to be done the grid worker
 * hears of it.
 * Somebody's first write beside orders takes one write more.
 * Cost: 4 reads, 3 writes; to notify, 1 read, 1 write.
 */
export const recordVisit = signedInEndpoint({
  name: 'visit.record',
  input: object({
    placeId: id,
    day: calendarDay,
    outcome: v.picklist(visitOutcomes),
    note: optional(words(limits.reasonWords)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, ...input }) {
    const { database, clock, request } = context;
    const found = await database.getWith(visitPlans, placeId, { in: communities, by: 'communityId' });
    if (!found || !reaches(caller, found.document)) return refuse('NOT_FOUND', 'placeId');
    if (!mayRecordOn(input.day, dayText(clock.now()))) return refuse('INVALID_INPUT', 'day');
    const refused = await checkTexts(context, { note: input.note });
    if (refused) return refused;
    const policy = visitPolicyOf(found.other);
    const visitId = visitIdOf(placeId, input.day, caller.login.personId);
    const written = await database.transaction(async (transaction) => {
      const [stored, plan] = [await transaction.get(visits, visitId), await transaction.get(visitPlans, placeId)];
      if (!plan) return refuse('NOT_FOUND', 'placeId');
      if (stored) {
        const again = { plan, messages: stored.outbox ?? [], isNew: false };
        return replayOf(stored.requests, request, () => again) ?? refuse('VISITED_ALREADY', 'day');
      }
      const { after, messages } = announceVisit(
        newVisit(context, caller, plan, { ...input, policy }),
        plan,
        found.other,
      );
      const day = { day: after.day, personId: after.by.personId, byName: after.by.name, outcome: after.outcome };
      const next = afterVisit(plan, day, policy);
      const { last, missed, planned, dueDay, listKey } = next;
      const revision = plan.revision + 1;
      await transaction.insert(visits, after);
      await transaction.update(visitPlans, placeId, { set: { last, missed, planned, dueDay, listKey, revision } });
      return done({ plan: next, messages, isNew: true });
    });
    if (!written.ok) return written;
    const { messages, plan, isNew } = written.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(householdView(plan));
  },
});
