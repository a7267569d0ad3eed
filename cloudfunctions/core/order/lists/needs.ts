import { needDays, type NeedDay, type NeedsPage } from '../../../../miniprogram/contracts/need';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { v } from '../../platform/validation';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { presentSummaries } from '../flow/present-order';
import type { Helper } from '../matching/helper';
import { isNeed, needDayOf, needHours, wantedOf } from '../matching/needs';
import { readRosters } from '../matching/write-rosters';
import { fillPage, scanLimit } from './fill-page';

/** `2:2026-…`: the rank behind which a page begins. */
export const needsCursor = v.pipe(v.string(), v.regex(/^[1-9]:[\w:.@-]{1,150}$/));

/**
 * The needs ledger of the place that the hat reaches: open orders by the day and hours at which they are wanted, and
 * how many members are free in each hour. Two reads; a few more where hardly any of very many orders are wanted then.
 */
export async function readNeeds(
  context: Context,
  caller: SignedIn,
  { day: asked, cursor }: { readonly day: NeedDay | undefined; readonly cursor: string | undefined },
): Promise<NeedsPage> {
  const now = context.clock.now();
  const day = asked ?? needDayOf(now);
  const isOwn = (order: ListedOrder) => order.communityId === caller.login.communityId && isNeed(order);
  const [page, helpers] = await Promise.all([
    fillPage({
      after: cursor ?? '',
      read: (after) =>
        context.database.find(listedOrders, {
          where: { scopes: caller.hat.placeId, closed: false, rankKey: { gt: after } },
          sort: { rankKey: 'asc' },
          limit: scanLimit,
          exclude: unlisted,
        }),
      keyOf: ({ rankKey }) => rankKey,
      fits: (order) => isOwn(order) && wantedOf(order).day === day,
    }),
    readHelpers(context, caller),
  ]);
  const needs = page.firstRead.filter(isOwn);
  return {
    day,
    days: needDays.map((one) => ({ day: one, needs: needs.filter((order) => wantedOf(order).day === one).length })),
    hours: needHours(day, needs, helpers),
    orders: presentSummaries(caller, page.shown, now),
    ...(!page.isAll && { countsAtLeast: true }),
    ...(page.next !== undefined && { next: page.next }),
  };
}

/** Those who serve the grid of the hat; all of the community for who reaches it whole. */
async function readHelpers({ database }: Context, { login, hat }: SignedIn): Promise<readonly Helper[]> {
  const rosters = await readRosters(database, login.communityId);
  const isWhole = hat.placeId === login.communityId;
  return rosters.filter(({ _id }) => isWhole || _id === hat.placeId).flatMap(({ helpers }) => helpers);
}
