import { limits } from '../../../miniprogram/contracts/limits';
import { activityPage } from '../activity/endpoints/read';
import type { HomeParts } from '../person/home';
import type { Context } from '../platform/context';
import { bookIdOf, passbooks } from '../passbook/passbook';
import type { Where } from '../platform/database';
import { deskOf } from './desk';
import { listedOrders, unlisted, type ListedOrder } from './order';
import { queueOf } from './queue';
import { summaries } from './reader';
import { byUrgency } from './urgency';
import { tallies, waitingOf } from './tally';
import { redSaturday } from './wish';

/** A first screen shows so many of a kind. */
const shownAtHome = 3;
/** Wishes beyond these are not counted: the home page says "at least". */
const wishesCounted = 99;

function newest({ database }: Context, where: Where, limit: number): Promise<readonly ListedOrder[]> {
  return database.find(listedOrders, {
    where: { ...where, key: { after: '' } },
    order: { key: 'down' },
    limit,
    without: unlisted,
  });
}

/**
 * What orders and activities show on the first screen of each hat: one read for a resident, a desk and a member two.
 */
export const homeParts: HomeParts = {
  async residentOrders(context, caller) {
    const found = await newest(context, { followers: caller.login.personId, closed: false }, shownAtHome);
    return summaries(caller, found, context.clock.now());
  },
  async member(context, caller) {
    const { personId, communityId } = caller.login;
    const [own, pool] = await Promise.all([
      newest(context, { hands: personId, closed: false }, limits.pageSize),
      newest(context, { communityId, claimable: true }, wishesCounted),
    ]);
    const now = context.clock.now();
    const inHand = summaries(caller, [...own].sort(byUrgency), now);
    const wishes = summaries(caller, pool, now);
    return {
      for: 'member',
      offers: inHand.filter(({ status }) => status === 'dispatched'),
      doing: inHand.filter(({ status }) => status !== 'dispatched'),
      wishes: wishes.slice(0, shownAtHome),
      wishTotal: wishes.length,
      redSaturday: redSaturday(now),
    };
  },
  async grid(context, caller) {
    const { counts, orders: waiting } = await queueOf(context, caller, 'waiting');
    return { for: 'grid', counts, orders: waiting };
  },
  desk: async (context, caller) => ({ for: 'desk', desk: await deskOf(context, caller) }),
  activities: async (context, caller) => (await activityPage(context, caller)).activities,
  async book({ database }, { login }) {
    const book = await database.get(passbooks, bookIdOf(login.personId, 'organization'));
    return book && { unit: book.unit, balance: book.balance };
  },
  waiting: async ({ database }, { login }) => waitingOf(await database.get(tallies, login.communityId)),
};
