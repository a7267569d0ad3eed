import type { BriefView } from '../../../miniprogram/contracts/brief';
import { pointUnits } from '../../../miniprogram/contracts/passbook';
import { activityMonths } from '../activity/activity-month';
import { categoriesOf } from '../order/rules/categories';
import { communities } from '../place/community';
import type { Services } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import { pointSheetIdOf, pointSheets } from '../reward/sheet/point-sheet';
import { figuresIdOf, orderMonths } from '../statistics/figures';
import { monthText } from '../time/shanghai';
import { briefView } from './rules/brief-view';
import { briefWords } from './text/brief';

/** Months to choose from. */
const mostMonths = 13;

/**
 * A community's month as its desk may show it, out of what `jobs` counted: its cost does not grow with its orders. One
 * read.
 * @param asked `2026-11`; the current month where it is absent
 */
export async function readBrief(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  communityId: string,
  asked?: string,
): Promise<Result<{ readonly view: BriefView; readonly communityName: string }>> {
  const month = asked ?? monthText(clock.now());
  const _id = figuresIdOf(communityId, month);
  const found = await database.findTogether(communities, [
    { of: communities, where: { _id: communityId }, limit: 1 },
    { of: orderMonths, where: { _id }, limit: 1 },
    { of: activityMonths, where: { _id }, limit: 1 },
    {
      of: pointSheets,
      where: { _id: { oneOf: pointUnits.map((unit) => pointSheetIdOf(communityId, month, unit)) } },
      limit: pointUnits.length,
    },
    { of: orderMonths, where: { communityId }, sort: { month: 'desc' }, limit: mostMonths, exclude: ['figures'] },
  ]);
  const [community] = found?.[0] ?? [];
  if (!found || !community) return refuse('NOT_FOUND');
  const counted = briefView({
    month,
    months: found[4].map((one) => one.month),
    orders: found[1][0],
    activities: found[2][0],
    points: found[3],
    gridNames: new Map(community.grids.map(({ gridId, name }) => [gridId, name])),
    categoryNames: new Map(categoriesOf(community.policy.order).map(({ key, name }) => [key, name])),
  });
  return done({ view: { ...counted, words: briefWords(counted, community.name) }, communityName: community.name });
}
