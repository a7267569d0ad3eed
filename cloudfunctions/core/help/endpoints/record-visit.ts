import { helpLimits } from '../../../../miniprogram/contracts/help';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import { derivedId } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { calendarDay, id, object, requestId, words } from '../../platform/validation';
import { dayText, daysAfter, startOfDay } from '../../time/shanghai';
import { helpPolicyOf } from '../community-policy';
import { homeVisitPlans, homeVisits, type HomeVisit } from '../home-visit';
import { isVisitDay, nextDueDay } from '../rules/home-visits';
import { keepsBranch } from '../view';

/**
 * A visit at a member's home was made, by who visits them or by whoever keeps the branch: what was said of policy, and
 * what they need. The next one is due a period later. Somebody's first write beside orders takes one write more.
 * Cost: 4 reads, 3 writes.
 */
export const recordHomeVisit = signedInEndpoint({
  name: 'help.recordVisit',
  input: object({
    personId: id,
    day: calendarDay,
    policy: words(helpLimits.words),
    needs: words(helpLimits.words),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, day, policy, needs }) {
    const { database, clock } = context;
    const [member, plan, community, refused] = await Promise.all([
      database.get(people, personId),
      database.get(homeVisitPlans, personId),
      database.get(communities, caller.login.communityId),
      checkTexts(context, { policy, needs }),
    ]);
    const branchId = member && branchOfPerson(member);
    const by = { personId: caller.login.personId, name: caller.login.name };
    if (!member || !branchId || plan?.branchId !== branchId) return refuse('NOT_FOUND', 'personId');
    if (plan.visitor.personId !== by.personId && !keepsBranch(caller, branchId)) return refuse('NOT_FOUND', 'personId');
    if (member._id === by.personId || member.leftAt) return refuse('INVALID_INPUT', 'personId');
    if (!isVisitDay(day, dayText(clock.now()))) return refuse('INVALID_INPUT', 'day');
    if (refused) return refused;
    const { visitEveryDays, keepDays } = helpPolicyOf(community);
    const visit: HomeVisit = {
      _id: derivedId('hv', context.openid, context.requestId),
      communityId: member.communityId,
      branchId,
      personId,
      by,
      day,
      policy,
      needs,
      at: clock.now(),
      keepUntil: startOfDay(daysAfter(day, keepDays)),
    };
    return database.transaction(async (transaction) => {
      const now = (await transaction.get(homeVisitPlans, personId)) ?? plan;
      if (await transaction.get(homeVisits, visit._id)) return done({ visitId: visit._id, dueDay: now.dueDay });
      const lastDay = now.lastDay !== null && now.lastDay > day ? now.lastDay : day;
      const dueDay = nextDueDay(lastDay, visitEveryDays, day);
      await transaction.insert(homeVisits, visit);
      await transaction.update(homeVisitPlans, personId, {
        set: { lastDay, dueDay, remindDay: dueDay, ...withAct(now, context, caller, 'help.recordVisit') },
      });
      return done({ visitId: visit._id, dueDay });
    });
  },
});
