import { limits } from '../../../miniprogram/contracts/limits';
import type { Output } from '../../../miniprogram/contracts/api';
import type { SignedIn } from '../access/caller';
import type { Database, Where } from '../platform/database';
import { cutPage, pageQuery } from '../platform/page';
import { visitPlans } from './plan';
import { householdView } from './view';

/** A lane chief's are those that have no nearer one; of every other hat all that lie under its place. */
function ownHouseholds({ hat }: SignedIn): Where {
  return hat.hat === 'laneChief' ? { chiefAt: hat.placeId } : { scopes: hat.placeId };
}

/** A page of the households that the hat in use looks after, in the order of who is to be visited next. One read. */
export async function readHouseholds(
  database: Database,
  caller: SignedIn,
  { cursor = '', size = limits.pageSize }: { readonly cursor?: string; readonly size?: number },
): Promise<Output<'visit.listHouseholds'>> {
  const found = await database.find(visitPlans, {
    where: { ...ownHouseholds(caller), listKey: { gt: cursor } },
    sort: { listKey: 'asc' },
    ...pageQuery(size),
    exclude: ['acts', 'requests', 'scopes'],
  });
  const { shown, next } = cutPage(found, size, ({ listKey }) => listKey);
  return { households: shown.map(householdView), ...(next !== undefined && { next }) };
}
