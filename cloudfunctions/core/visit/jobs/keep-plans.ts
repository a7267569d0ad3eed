import { communityJob } from '../../place/jobs/community-job';
import { places } from '../../place/place';
import { dayText } from '../../time/shanghai';
import { visitPolicyOf } from '../community-policy';
import { householdsAtOnce, renewPlans } from '../renew-plans';

/**
 * Every night each household has its plan, also one that came with a list, and the days that are due follow the periods
 * of the policy. It counts plans that it wrote.
 */
export const keepVisitPlans = communityJob({
  name: 'visit-plans',
  async share({ database, clock }, community, cursor, until) {
    const sources = { policy: visitPolicyOf(community), today: dayText(clock.now()) };
    let written = 0;
    for (let after = cursor ?? ''; ;) {
      const found = await database.find(places, {
        where: { communityId: community._id, kind: 'household', path: { gt: after } },
        sort: { path: 'asc' },
        limit: householdsAtOnce,
      });
      written += await renewPlans(database, found, sources);
      const last = found.at(-1);
      if (found.length < householdsAtOnce || !last) return { done: written };
      after = last.path;
      if (clock.now() >= until) return { done: written, cursor: after };
    }
  },
});
