import type { HouseholdView } from '../../../../miniprogram/contracts/visit';
import { withAct } from '../../access/act';
import { reaches, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { communities } from '../../place/community';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { visitPolicyOf } from '../community-policy';
import { visitPlans, type VisitPlan } from '../plan';
import type { VisitPolicy } from '../policy';
import { withHeard } from '../rules/plan';
import { householdView } from '../view';

/**
 * Somebody without a smartphone says that they live alone and may be looked after for it, or takes that back (S4-03):
 * whoever of the grid heard it writes it down, with the day, and the person sees it once they have a login and takes it
 * back there (docs/adr/0095-spoken-consent.md). What is so already is answered without a write.
 * Somebody's first write beside orders takes one write more.
 * Cost: 5 reads, 4 writes.
 */
export const recordAlone = signedInEndpoint({
  name: 'visit.recordAlone',
  input: object({ placeId: id, personId: id, alone: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, personId, alone }) {
    const found = await context.database.getWith(visitPlans, placeId, { in: communities, by: 'communityId' });
    if (!found || !reaches(caller, found.document)) return refuse('NOT_FOUND', 'placeId');
    return write(context, caller, { placeId, personId, alone, policy: visitPolicyOf(found.other) });
  },
});

interface Said {
  readonly placeId: string;
  readonly personId: string;
  readonly alone: boolean;
  readonly policy: VisitPolicy;
}

/** The person, and the household's plan at once: whoever wrote it down sees it there; orders follow by the job. */
function write(
  context: Context,
  caller: SignedIn,
  { placeId, personId, alone, policy }: Said,
): Promise<Result<HouseholdView>> {
  const { database, clock, request } = context;
  const at = clock.now();
  return database.transaction(async (transaction) => {
    const [person, plan] = [await transaction.get(people, personId), await transaction.get(visitPlans, placeId)];
    if (!plan) return refuse('NOT_FOUND', 'placeId');
    if (person?.home?.placeId !== placeId || person.leftAt) return refuse('NOT_FOUND', 'personId');
    if ((person.alone ?? false) === alone) return done(householdView(plan));
    const { login, hat } = caller;
    const aloneHeard = { personId: login.personId, name: login.name, hat: hat.hat, at };
    await transaction.update(people, personId, {
      set: { alone, aloneHeard, ...withAct(person, context, caller, 'visit.recordAlone') },
    });
    const after: VisitPlan = withHeard(plan, { personId, alone, heard: { byName: login.name, at } }, policy);
    const { residents, dueDay, listKey } = after;
    await transaction.update(visitPlans, placeId, { set: { residents, alone: after.alone, dueDay, listKey } });
    await recordChange(transaction, { kind: 'person', id: personId }, { at, revision: request.requestKey });
    return done(householdView(after));
  });
}
