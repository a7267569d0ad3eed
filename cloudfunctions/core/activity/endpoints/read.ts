import type { ActivitySummary } from '../../../../miniprogram/contracts/activity';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../person/actor';
import { signedInEndpoint } from '../../person/endpoint';
import type { Context } from '../../platform/context';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, id, object, optional } from '../../platform/validation';
import { activities } from '../activity';
import { activityAhead, findActivity } from '../store';
import { summaryOf, viewOf } from '../view';

/** The branch's activities, latest first. Two reads. */
export const listActivities = signedInEndpoint({
  name: 'activity.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await activityPage(context, caller, input.cursor)),
});

export async function activityPage(
  { database }: Context,
  { login }: SignedIn,
  after?: string,
): Promise<{ activities: readonly ActivitySummary[]; next?: string }> {
  const where = { communityId: login.communityId, key: belowCursor(after) };
  const found = await database.find(activities, { where, order: { key: 'down' }, ...pageQuery(limits.pageSize) });
  const { shown, next } = cutPage(found, limits.pageSize, ({ key }) => key);
  return {
    activities: shown.map((activity) => summaryOf(activity, login.personId)),
    ...(next !== undefined && { next }),
  };
}

/** One activity with its people. Two reads. */
export const openActivity = signedInEndpoint({
  name: 'activity.open',
  input: object({ activityId: id }),
  identity: 'caller',
  idempotency: 'read',
  ahead: activityAhead,
  async run(context, caller, { activityId }) {
    const activity = await findActivity(context, caller, activityId);
    return activity.ok ? done(viewOf(activity.data, caller, context.clock.now())) : activity;
  },
});
