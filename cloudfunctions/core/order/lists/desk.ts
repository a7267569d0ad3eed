import type { DeskView } from '../../../../miniprogram/contracts/desk';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { monthText, wallClock } from '../../time/shanghai';
import { isOverdue, isReopened } from '../document/index-fields';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { presentSummaries } from '../flow/present-order';
import { orderActor } from '../flow/order-actor';
import { visibilityOf } from '../rules/visibility';
import { tallies, type MonthTally, type Tally } from '../../statistics/tally';
import { waitingOf } from '../../statistics/waiting-lines';
import { titleOf } from '../document/title';

export type DeskList = 'overdue' | 'returned' | 'reopened';

/** Orders that need a hand are few; a desk that holds more says "at least". */
const scanLimit = 99;
const monthsShown = 6;

const lists: Readonly<Record<DeskList, (order: ListedOrder) => boolean>> = {
  overdue: isOverdue,
  returned: (order) => order.ruling,
  reopened: isReopened,
};

/** What needs the secretary today, and the month in numbers that `jobs` keeps. Two reads beside the login's. */
export async function readDesk(context: Context, caller: SignedIn, list?: DeskList): Promise<DeskView> {
  const { communityId } = caller.login;
  const now = context.clock.now();
  const where = { communityId, needsAttention: true, createdKey: { gt: '' } };
  const [found, tally] = await Promise.all([
    context.database.find(listedOrders, { where, sort: { createdKey: 'desc' }, limit: scanLimit, exclude: unlisted }),
    context.database.get(tallies, communityId),
  ]);
  const oldestFirst = [...found].reverse();
  const of = (name: DeskList) => oldestFirst.filter(lists[name]);
  const asked = list ? of(list) : oldestFirst;
  return {
    overdue: { count: of('overdue').length, oldestHours: oldestHours(of('overdue'), now) },
    returned: counted(of('returned'), caller),
    reopened: counted(of('reopened'), caller),
    waiting: waitingOf(tally),
    orders: presentSummaries(caller, asked.slice(0, limits.pageSize), now),
    ...numbersOf(tally, now),
  };
}

/** Whole hours since somebody asked and nobody came, of the one that has waited longest: a dispatch is no answer. */
function oldestHours(overdue: readonly ListedOrder[], now: Date): number {
  return overdue.reduce(
    (most, order) => Math.max(most, Math.floor((now.getTime() - order.createdAt.getTime()) / 3_600_000)),
    0,
  );
}

function counted(found: readonly ListedOrder[], caller: SignedIn): { count: number; title?: string } {
  const [first] = found;
  const seen = first && visibilityOf(first, orderActor(caller))?.content;
  return { count: found.length, ...(first && seen && { title: titleOf(first.words) }) };
}

function numbersOf(tally: Tally | undefined, now: Date): Pick<DeskView, 'month' | 'months'> {
  const months = lastMonths(now);
  const of = (month: string) => tally?.months.find((one) => one.month === month) ?? emptyMonth(month);
  const { created, solved, unrated, unsolved, enteredByStaff, confirmedByCall, reopened } = of(monthText(now));
  return {
    month: {
      until: (tally?.until ?? now).toISOString(),
      created,
      solved,
      unrated,
      unsolved,
      enteredByStaff,
      confirmedByCall,
      reopened,
    },
    months: months.map((month) => ({ month, created: of(month).created, solved: of(month).solved })),
  };
}

const emptyMonth = (month: string): MonthTally => ({
  month,
  created: 0,
  solved: 0,
  unrated: 0,
  unsolved: 0,
  enteredByStaff: 0,
  confirmedByCall: 0,
  reopened: 0,
});

/** The months up to this one, oldest first. */
function lastMonths(now: Date): readonly string[] {
  const { year, month } = wallClock(now);
  return Array.from({ length: monthsShown }, (_, index) => {
    const back = year * 12 + month - 1 - (monthsShown - 1 - index);
    return `${Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`;
  });
}
