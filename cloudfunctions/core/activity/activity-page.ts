import type { ActivitySummary } from '../../../miniprogram/contracts/activity';
import { limits } from '../../../miniprogram/contracts/limits';
import { whereReached, type SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { belowCursor, cutPage, pageQuery } from '../platform/page';
import { activities } from './activity';
import { attendances } from './attendance';
import { ownBranch } from './roll';
import { summaryOf } from './view';

/** The branch's activities, latest first, each with what became of the reader. One read. */
export async function readActivityPage(
  { database }: Context,
  caller: SignedIn,
  after?: string,
): Promise<{ activities: readonly ActivitySummary[]; signInByCode: boolean; next?: string }> {
  const startKey = belowCursor(after);
  const sort = { startKey: 'desc' } as const;
  const query = { sort, ...pageQuery(limits.pageSize) };
  const [found = [], own = [], [branch] = []] =
    (await database.findTogether(activities, [
      { of: activities, where: { ...whereReached(caller), startKey }, ...query },
      // Where somebody walked in elsewhere their line stands between.
      { of: attendances, where: { personId: caller.login.personId, startKey }, ...query },
      ownBranch(caller),
    ])) ?? [];
  const { shown, next } = cutPage(found, limits.pageSize, (one) => one.startKey);
  const lines = new Map(own.map((line) => [line.activityId, line]));
  return {
    activities: shown.map((activity) => summaryOf(activity, lines.get(activity._id))),
    signInByCode: branch?.signInByCode === true,
    ...(next !== undefined && { next }),
  };
}
