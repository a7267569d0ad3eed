import type { ActivitySummary } from '../../../miniprogram/contracts/activity';
import { limits } from '../../../miniprogram/contracts/limits';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { belowCursor, cutPage, pageQuery } from '../platform/page';
import { activities } from './activity';
import { summaryOf } from './view';

export async function readActivityPage(
  { database }: Context,
  { login }: SignedIn,
  after?: string,
): Promise<{ activities: readonly ActivitySummary[]; next?: string }> {
  const where = { communityId: login.communityId, startKey: belowCursor(after) };
  const found = await database.find(activities, { where, sort: { startKey: 'desc' }, ...pageQuery(limits.pageSize) });
  const { shown, next } = cutPage(found, limits.pageSize, ({ startKey }) => startKey);
  return {
    activities: shown.map((activity) => summaryOf(activity, login.personId)),
    ...(next !== undefined && { next }),
  };
}
