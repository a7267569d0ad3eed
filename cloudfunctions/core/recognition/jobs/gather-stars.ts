import type { Job, JobProgress } from '../../job/job';
import { communities, type Community } from '../../place/community';
import { tellApart } from '../../person/rules/namesakes';
import type { Services } from '../../platform/context';
import { insertMissing } from '../../platform/insert-missing';
import { endOfMonth, monthAfter } from '../../review/rules/review-day';
import { monthText } from '../../time/shanghai';
import { isShown, recognitionPolicyOf } from '../community-policy';
import { finalistsOf } from '../rules/star';
import { gatherServices } from '../star/gather';
import { starIdOf, starMonths, starServices, type StarMonth } from '../star/star';

const communitiesAtOnce = 20;
const saltLength = 24;
const dayMs = 86_400_000;

/**
 * Every night, gathers what was done in the month that is over, once, for each community that shows a star: who helped
 * how many households, and which services do not count. Then residents vote. It counts communities.
 */
export const gatherStars: Job = { name: 'gather-stars', every: 'night', run: gather };

async function gather(services: Services, record: { readonly cursor: string | null } | undefined, until: Date) {
  let after = record?.cursor ?? '';
  let finished = 0;
  for (;;) {
    const page = await services.database.find(communities, {
      where: { _id: { gt: after } },
      sort: { _id: 'asc' },
      limit: communitiesAtOnce,
    });
    for (const community of page) {
      if (services.clock.now() >= until) return progress(finished, after);
      if (await gatherMonth(services, community)) finished += 1;
      after = community._id;
    }
    if (page.length < communitiesAtOnce) return progress(finished, null);
  }
}

const progress = (done: number, cursor: string | null): JobProgress => ({ done, cursor });

/** Begun before its services are written, so that a share that broke off goes on under the same keys. */
async function gatherMonth({ database, clock, ids }: Services, community: Community): Promise<boolean> {
  if (!isShown(community, 'star')) return false;
  const month = monthAfter(monthText(clock.now()), -1);
  const { finalists: finalistsWanted, voteDays } = recognitionPolicyOf(community);
  const begun: StarMonth = {
    ...{ _id: starIdOf(community._id, month), communityId: community._id, month, state: 'gathering' },
    ...{ salt: ids.token(saltLength), finalistsWanted },
    votingUntil: new Date(endOfMonth(month).getTime() + voteDays * dayMs),
    ...{ finalists: [], personIds: [], votes: {}, winnerKeys: [], decided: null, requests: [] },
  };
  const isNew = await database.insert(starMonths, begun);
  const star = isNew ? begun : await database.get(starMonths, begun._id);
  if (star?.state !== 'gathering') return false;
  const found = await gatherServices(database, community, star);
  await insertMissing(database, starServices, found.services);
  const chosen = finalistsOf(found.services, star.finalistsWanted).flatMap(({ key, count }) => {
    const helper = found.helpers.get(key);
    return helper ? [{ helper, key, households: count }] : [];
  });
  const apart = tellApart(
    chosen.map(({ helper }) => helper),
    'gridName',
  );
  const finalists = chosen.map(({ helper: { personId, name }, ...rest }) => ({
    ...{ personId, name },
    ...apart(personId),
    ...rest,
  }));
  const personIds = finalists.map(({ personId }) => personId);
  const set = { state: 'voting', finalists, personIds } as const;
  await database.updateWhere(starMonths, { _id: star._id, state: 'gathering' }, { set });
  return true;
}
