import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { communities } from '../../place/community';
import { places } from '../../place/place';
import type { Services } from '../../platform/context';
import { dayText } from '../../time/shanghai';
import { visitPolicyOf } from '../community-policy';
import { householdsAtOnce, renewPlans } from '../renew-plans';

/**
 * Every night each household has its plan, also one that came with a list, and the days that are due follow the periods
 * of the policy. It counts plans that it wrote.
 */
export const keepVisitPlans: Job = { name: 'visit-plans', every: 'night', run: keep };

/** The cursor is `<communityId>\n<path>` of the last household that is done. */
async function keep({ database, clock }: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const [begun = '', path = ''] = (record?.cursor ?? '').split('\n');
  let written = 0;
  let after = path;
  for (let communityId = begun; ;) {
    const where = after === '' ? { _id: { gt: communityId } } : { _id: communityId };
    const [community] = await database.find(communities, { where, sort: { _id: 'asc' }, limit: 1 });
    if (!community) return { done: written };
    communityId = community._id;
    const sources = { policy: visitPolicyOf(community), today: dayText(clock.now()) };
    for (;;) {
      const found = await database.find(places, {
        where: { communityId, kind: 'household', path: { gt: after } },
        sort: { path: 'asc' },
        limit: householdsAtOnce,
      });
      written += await renewPlans(database, found, sources);
      const last = found.at(-1);
      if (found.length < householdsAtOnce || !last) break;
      after = last.path;
      if (clock.now() >= until) return { done: written, cursor: `${communityId}\n${after}` };
    }
    after = '';
    if (clock.now() >= until) return { done: written, cursor: `${communityId}\n` };
  }
}
