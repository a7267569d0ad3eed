import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import { communities } from '../../place/community';
import type { Where } from '../../platform/database';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { dayText } from '../../time/shanghai';
import { helpPolicyOf } from '../community-policy';
import { homeVisitPlans, type HomeVisitPlan } from '../home-visit';
import { nextDueDay, visitorFault } from '../rules/home-visits';

/**
 * Somebody of the committee class visits a member at home from now on, in place of whoever did. Said again, it stays as
 * it is. Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const assignVisitor = signedInEndpoint({
  name: 'help.assignVisitor',
  input: object({ personId: id, visitorId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, visitorId }) {
    const { database, clock } = context;
    const branchId = branchOf(caller);
    const { communityId } = caller.login;
    const [member, visitor, community, before] = await Promise.all([
      database.get(people, personId),
      database.get(people, visitorId),
      database.get(communities, communityId),
      database.get(homeVisitPlans, personId),
    ]);
    if (!member || branchOfPerson(member) !== branchId) return refuse('NOT_FOUND', 'personId');
    if (!visitor || branchOfPerson(visitor) !== branchId) return refuse('NOT_FOUND', 'visitorId');
    const fault = visitorFault(visitor, member);
    if (fault) return refuse('INVALID_INPUT', fault);
    if (before?.branchId === branchId && before.visitor.personId === visitorId)
      return done({ personId, visitorId, dueDay: before.dueDay });
    const lastDay = before?.lastDay ?? null;
    const dueDay = nextDueDay(lastDay, helpPolicyOf(community).visitEveryDays, dayText(clock.now()));
    const plan: HomeVisitPlan = {
      ...before,
      _id: personId,
      communityId,
      branchId,
      name: member.name,
      visitor: { personId: visitorId, name: visitor.name },
      lastDay,
      dueDay,
      remindDay: dueDay,
      ...withAct(before ?? {}, context, caller, 'help.assignVisitor'),
    };
    // Of two at once one writes; the other finds it done, or is told that somebody else was named.
    const isWritten = before
      ? (await database.updateWhere(homeVisitPlans, whereStill(before), { set: withoutId(plan) })) > 0
      : await database.insert(homeVisitPlans, plan);
    const stored = isWritten ? plan : await database.get(homeVisitPlans, personId);
    return stored?.visitor.personId === visitorId
      ? done({ personId, visitorId, dueDay: stored.dueDay })
      : refuse('STALE_VERSION', 'visitorId');
  },
});

function whereStill({ _id, branchId, visitor }: HomeVisitPlan): Where {
  return { _id, branchId, 'visitor.personId': visitor.personId };
}

function withoutId({ _id, ...plan }: HomeVisitPlan): Omit<HomeVisitPlan, '_id'> {
  return plan;
}
