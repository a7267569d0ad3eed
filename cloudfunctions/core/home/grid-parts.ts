import { maxMoveCount, type GridShortcut, type HomeBody } from '../../../miniprogram/contracts/home';
import { alerts, unlistedAlert } from '../alert/alert';
import { alertView } from '../alert/view';
import type { SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
import { listedOrders, unlisted } from '../order/document/order';
import { communities } from '../place/community';
import { newsToTell, owedNewsQuestion } from '../order/lists/owed-news';
import { readQueue } from '../order/lists/queue';
import type { Context } from '../platform/context';
import { moves } from '../residence/move';
import { readHouseholds } from '../visit/read-households';

type Body<For extends HomeBody['for']> = Extract<HomeBody, { for: For }>;

/** A lane chief looks after six households or so; more are a page further on. */
const householdsAtHome = 10;

const endpoints = {
  intake: 'order.intake',
  cards: 'card.issue',
  visits: 'visit.listHouseholds',
  moves: 'residence.list',
} as const;

/** What the hat in use may begin. */
export function shortcutsOf({ hat }: SignedIn): readonly GridShortcut[] {
  const all = ['intake', 'cards', 'visits', 'moves'] as const;
  const begun = all.filter((shortcut) => scopeOf(hat.hat, endpoints[shortcut]) !== 'none');
  return scopeOf(hat.hat, 'review.listShared') === 'employer' ? [...begun, 'shared'] : begun;
}

/**
 * The counts of a place's queue, the orders that wait in it, and, for whoever decides on them, how many moves do, and
 * who called for help, and of how many orders it is not decided what others read. Two reads at most.
 */
export async function gridBody(context: Context, caller: SignedIn): Promise<Body<'grid'>> {
  const [{ counts, orders, countsAtLeast }, waiting] = await Promise.all([
    readQueue(context, caller, 'waiting'),
    waitingOf(context, caller),
  ]);
  return {
    for: 'grid',
    counts,
    orders,
    ...(countsAtLeast && { countsAtLeast }),
    shortcuts: shortcutsOf(caller),
    ...waiting,
  };
}

/** A first screen shows so many calls for help. */
const alertsAtHome = 3;

/**
 * How many moves wait for the caller's hat, no more than are counted, the latest calls for help, how many
 * people are to be rung, and of how many the hat has to decide what others read. One read for who decides on moves.
 */
async function waitingOf(
  { database }: Context,
  caller: SignedIn,
): Promise<Pick<Body<'grid'>, 'moves' | 'alerts' | 'withheld' | 'newsByPhone'>> {
  const { hat } = caller;
  if (scopeOf(hat.hat, 'residence.decide') === 'none') return {};
  const decides = scopeOf(hat.hat, 'order.moderate') !== 'none';
  const place = { scopes: hat.placeId, listKey: { gt: '' } };
  const found = await database.findTogether(communities, [
    {
      of: moves,
      where: { ...place, state: 'asked' },
      sort: { listKey: 'desc' },
      limit: maxMoveCount,
      exclude: ['outbox', 'acts', 'requests', 'place', 'scopes'],
    },
    {
      of: alerts,
      where: { ...place, state: 'open' },
      sort: { listKey: 'desc' },
      limit: alertsAtHome,
      exclude: unlistedAlert,
    },
    {
      of: listedOrders,
      where: { scopes: hat.placeId, awaitsModeration: true, createdKey: { gt: '' } },
      sort: { createdKey: 'desc' },
      limit: decides ? maxMoveCount : 1,
      exclude: unlisted,
    },
    owedNewsQuestion(caller, maxMoveCount),
  ]);
  const [waiting = [], called = [], withheld = [], owed = []] = found ?? [];
  return {
    moves: waiting.length,
    alerts: called.map((alert) => alertView(alert, caller)),
    newsByPhone: owed.flatMap((order) => newsToTell(order, caller)).length,
    ...(decides && { withheld: withheld.length }),
  };
}

/** A lane chief's households, those to be visited first in front, and the counts of their queue. Two reads. */
export async function laneBody(context: Context, caller: SignedIn): Promise<Body<'lane'>> {
  const [{ counts, countsAtLeast }, { households, next }] = await Promise.all([
    readQueue(context, caller, 'waiting'),
    readHouseholds(context.database, caller, { size: householdsAtHome }),
  ]);
  return {
    for: 'lane',
    counts,
    ...(countsAtLeast && { countsAtLeast }),
    households,
    hasMore: next !== undefined,
  };
}
