import { limits } from '../../../miniprogram/contracts/limits';
import type { OrderSummary } from '../../../miniprogram/contracts/order';
import { activityPage } from '../activity/endpoints/read';
import type { HomeParts } from '../person/home';
import type { SignedIn } from '../person/actor';
import type { Context } from '../platform/context';
import type { Where } from '../platform/database';
import { deskOf } from './desk';
import { listedOrders, unlisted } from './order';
import { queueOf } from './queue';
import { summaries } from './reader';
import { redSaturday } from './wish';

/** A first screen shows so many of a kind. */
const shownAtHome = 3;
/** Wishes beyond these are not counted: the home page says "at least". */
const wishesCounted = 99;

async function newest(context: Context, caller: SignedIn, where: Where, limit: number): Promise<readonly OrderSummary[]> {
  const found = await context.database.find(listedOrders, { where: { ...where, key: { after: '' } }, order: { key: 'down' }, limit, without: unlisted });
  return summaries(caller, found, context.clock.now());
}

/** What orders and activities show on the first screen of each hat: one read for a resident, a desk and a member two. */
export const homeParts: HomeParts = {
  residentOrders: (context, caller) => newest(context, caller, { followers: caller.login.personId, closed: false }, shownAtHome),
  async member(context, caller) {
    const { personId, communityId } = caller.login;
    const [inHand, wishes] = await Promise.all([
      newest(context, caller, { hands: personId, closed: false }, limits.pageSize),
      newest(context, caller, { communityId, claimable: true }, wishesCounted),
    ]);
    return {
      for: 'member',
      offers: inHand.filter(({ status }) => status === 'dispatched'),
      doing: inHand.filter(({ status }) => status !== 'dispatched'),
      wishes: wishes.slice(0, shownAtHome),
      wishTotal: wishes.length,
      redSaturday: redSaturday(context.clock.now()),
    };
  },
  async grid(context, caller) {
    const { counts, orders: waiting } = await queueOf(context, caller, 'waiting');
    return { for: 'grid', counts, orders: waiting };
  },
  desk: async (context, caller) => ({ for: 'desk', desk: await deskOf(context, caller) }),
  activities: async (context, caller) => (await activityPage(context, caller)).activities,
};
