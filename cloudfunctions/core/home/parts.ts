import type { ActivitySummary } from '../../../miniprogram/contracts/activity';
import { limits } from '../../../miniprogram/contracts/limits';
import type { OrderSummary } from '../../../miniprogram/contracts/order';
import type { WaitingView } from '../../../miniprogram/contracts/passbook';
import type { HomeBody } from '../../../miniprogram/contracts/home';
import { branchOf, type SignedIn } from '../access/caller';
import { scopeOfHat } from '../access/permissions';
import { readActivityPage } from '../activity/activity-page';
import { listedOrders, unlisted, type ListedOrder } from '../order/document/order';
import { presentSummaries } from '../order/flow/present-order';
import { readDesk } from '../order/lists/desk';
import { redSaturday } from '../order/matching/red-saturday';
import { byUrgency } from '../order/rules/urgency';
import { bookIdOf, passbooks } from '../passbook/passbook';
import { keeperIdOf } from '../place/branch';
import type { Context } from '../platform/context';
import type { Where } from '../platform/database';
import { tallies } from '../statistics/tally';
import { waitingOf } from '../statistics/waiting-lines';

type Body<For extends HomeBody['for']> = Extract<HomeBody, { for: For }>;

/** A first screen shows so many of a kind. */
const shownAtHome = 3;

/** Wishes beyond these are not counted: the home page says "at least". */
const wishesCounted = 99;

/** Orders of one kind, newest first. One read. */
export function newest({ database }: Context, where: Where, limit: number): Promise<readonly ListedOrder[]> {
  return database.find(listedOrders, {
    where: { ...where, createdKey: { gt: '' } },
    sort: { createdKey: 'desc' },
    limit,
    exclude: unlisted,
  });
}

/** The caller's own open orders, newest first, a handful. One read. */
export async function residentOrders(context: Context, caller: SignedIn): Promise<readonly OrderSummary[]> {
  const found = await newest(context, { followers: caller.login.personId, closed: false }, shownAtHome);
  return presentSummaries(caller, found, context.clock.now());
}

/** What a member is asked, what they are at, and the wishes in the pool. Two reads. */
export async function memberBody(context: Context, caller: SignedIn): Promise<Body<'member'>> {
  const { personId, communityId } = caller.login;
  const [own, pool] = await Promise.all([
    newest(context, { responsibleIds: personId, closed: false }, limits.pageSize),
    newest(context, { communityId, claimable: true }, wishesCounted),
  ]);
  const now = context.clock.now();
  const inHand = presentSummaries(caller, [...own].sort(byUrgency), now);
  const wishes = presentSummaries(caller, pool, now);
  return {
    for: 'member',
    offers: inHand.filter(({ status }) => status === 'dispatched'),
    doing: inHand.filter(({ status }) => status !== 'dispatched'),
    wishes: wishes.slice(0, shownAtHome),
    wishTotal: wishes.length,
    redSaturday: redSaturday(now),
  };
}

/** The secretary's desk. Two reads. */
export async function deskBody(context: Context, caller: SignedIn): Promise<Body<'desk'>> {
  return { for: 'desk', desk: await readDesk(context, caller) };
}

/** The latest activities of the caller's branch. One read. */
export async function latestActivities(context: Context, caller: SignedIn): Promise<readonly ActivitySummary[]> {
  const reader = { ...caller, scope: scopeOfHat(caller.hat, 'activity.list') };
  return (await readActivityPage(context, reader)).activities;
}

/** The caller's own book of organization points; undefined where nothing was written in it. One read. */
export async function ownBook({ database }: Context, { login }: SignedIn): Promise<Body<'branch'>['book']> {
  const book = await database.get(passbooks, bookIdOf(login.personId, 'organization'));
  return book && { unit: book.unit, balance: book.balance };
}

/** How many lines of the branch's books wait to be looked at. One read. */
export async function waitingLines({ database }: Context, caller: SignedIn): Promise<WaitingView> {
  return waitingOf(await database.get(tallies, keeperIdOf(branchOf(caller))));
}
