import { maxMoveCount, type GridShortcut, type HomeBody } from '../../../miniprogram/contracts/home';
import type { SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
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
  return all.filter((shortcut) => scopeOf(hat.hat, endpoints[shortcut]) !== 'none');
}

/**
 * The counts of a place's queue, the orders that wait in it, and, for whoever decides on them, how many moves do. Two
 * reads at most.
 */
export async function gridBody(context: Context, caller: SignedIn): Promise<Body<'grid'>> {
  const [{ counts, orders, countsAtLeast }, waiting] = await Promise.all([
    readQueue(context, caller, 'waiting'),
    waitingMoves(context, caller),
  ]);
  return {
    for: 'grid',
    counts,
    orders,
    ...(countsAtLeast && { countsAtLeast }),
    shortcuts: shortcutsOf(caller),
    ...(waiting !== undefined && { moves: waiting }),
  };
}

/** Moves that wait for the caller's hat, no more than are counted. One read for who decides. */
async function waitingMoves({ database }: Context, { hat }: SignedIn): Promise<number | undefined> {
  if (scopeOf(hat.hat, 'residence.decide') === 'none') return undefined;
  const found = await database.find(moves, {
    where: { scopes: hat.placeId, state: 'asked', listKey: { gt: '' } },
    sort: { listKey: 'desc' },
    limit: maxMoveCount,
    exclude: ['outbox', 'acts', 'requests', 'place', 'scopes'],
  });
  return found.length;
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
