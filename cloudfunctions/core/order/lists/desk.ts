import type { DeskView } from '../../../../miniprogram/contracts/desk';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { v } from '../../platform/validation';
import { monthText, wallClock } from '../../time/shanghai';
import { isOverdue, isReopened, needsHand } from '../document/index-fields';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { presentSummaries } from '../flow/present-order';
import { orderActor } from '../flow/order-actor';
import { readableWords } from '../rules/readable-parts';
import { hasLateDecision } from '../rules/decision-clock';
import { visibilityOf } from '../rules/visibility';
import { emptyMonth, tallies, type Tally } from '../../statistics/tally';
import { waitingOf } from '../../statistics/waiting-lines';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { fillPage, scanLimit } from './fill-page';

export type DeskList = 'overdue' | 'returned' | 'reopened';

const monthsShown = 6;
/** An average of fewer would say what one person gave. */
const fewestRatings = 5;

const lists: Readonly<Record<DeskList, (order: ListedOrder) => boolean>> = {
  overdue: isOverdue,
  returned: (order) => order.ruling,
  reopened: isReopened,
};

type DeskCounts = Pick<DeskView, 'overdue' | 'returned' | 'reopened' | 'withheld'>;

/** Where a page of a list goes on: behind a key, with the counts that the first page found. */
interface DeskPosition {
  readonly after: string;
  readonly counts: DeskCounts;
  readonly isAtLeast: boolean;
}

/** `2.1.0.3.1.76+>2026-…`: the counts and the oldest one's hours, `+` where they are at least so many, and the key. */
const cursorForm = /^(\d{1,6}(?:\.\d{1,6}){5})(\+?)>([\w:.@-]{1,150})$/;
export const deskCursor = v.pipe(v.string(), v.regex(cursorForm));

function readCursor(cursor: string | undefined): DeskPosition | undefined {
  const [, numbers, mark, after] = cursorForm.exec(cursor ?? '') ?? [];
  if (numbers === undefined || after === undefined) return undefined;
  const [overdue = 0, returned = 0, reopened = 0, withheld = 0, late = 0, oldestHours = 0] = numbers
    .split('.')
    .map(Number);
  const counts = {
    overdue: { count: overdue, oldestHours },
    returned: { count: returned },
    reopened: { count: reopened },
    withheld: { count: withheld, late },
  };
  return { after, counts, isAtLeast: mark === '+' };
}

function writeCursor({ after, counts: { overdue, returned, reopened, withheld }, isAtLeast }: DeskPosition): string {
  const numbers = [
    ...[overdue.count, returned.count, reopened.count],
    ...[withheld.count, withheld.late, overdue.oldestHours],
  ];
  return `${numbers.join('.')}${isAtLeast ? '+' : ''}>${after}`;
}

/**
 * What needs the secretary today, a page of it, the longest waiting first, and the month in numbers that `jobs` keeps.
 * Two reads beside the login's; a few more where hardly any of very many orders are on the list that was asked for.
 */
export async function readDesk(
  context: Context,
  caller: SignedIn,
  list?: DeskList,
  cursor?: string,
): Promise<DeskView> {
  const { communityId } = caller.login;
  const now = context.clock.now();
  const from = readCursor(cursor);
  const [page, tally] = await Promise.all([
    fillPage({
      after: from?.after ?? '',
      read: (after) =>
        context.database.find(listedOrders, {
          where: { communityId, needsAttention: true, createdKey: { gt: after } },
          sort: { createdKey: 'asc' },
          limit: scanLimit,
          exclude: unlisted,
        }),
      keyOf: ({ createdKey }) => createdKey,
      fits: list ? lists[list] : needsHand,
    }),
    context.database.get(tallies, communityId),
  ]);
  const counts = from?.counts ?? countsOf(page.firstRead, caller, now);
  const isAtLeast = from?.isAtLeast ?? !page.isAll;
  return {
    ...counts,
    ...(isAtLeast && { countsAtLeast: true }),
    waiting: waitingOf(tally),
    ...(tally?.vacancies !== undefined && tally.vacancies > 0 && { vacancies: tally.vacancies }),
    ...(tally?.quotas && tally.quotas.length > 0 && { quotas: tally.quotas }),
    orders: presentSummaries(caller, page.shown, now),
    ...(page.next !== undefined && { next: writeCursor({ after: page.next, counts, isAtLeast }) }),
    ...numbersOf(tally, now),
  };
}

/** @param found the longest waiting first */
function countsOf(found: readonly ListedOrder[], caller: SignedIn, now: Date): DeskCounts {
  const of = (name: DeskList) => found.filter(lists[name]);
  return {
    overdue: { count: of('overdue').length, oldestHours: oldestHours(of('overdue'), now) },
    returned: counted(of('returned'), caller),
    reopened: counted(of('reopened'), caller),
    withheld: {
      count: found.filter(({ awaitsModeration }) => awaitsModeration).length,
      late: found.filter((order) => hasLateDecision(order, now)).length,
    },
  };
}

/** Whole hours since somebody asked and nobody came, of the one that has waited longest: a dispatch is no answer. */
function oldestHours([oldest]: readonly ListedOrder[], now: Date): number {
  return oldest ? Math.max(0, Math.floor((now.getTime() - oldest.createdAt.getTime()) / 3_600_000)) : 0;
}

function counted(found: readonly ListedOrder[], caller: SignedIn): { count: number; title?: string } {
  const [first] = found;
  const sees = first && visibilityOf(first, orderActor(caller));
  const words = first && sees ? readableWords(first, sees) : undefined;
  return { count: found.length, ...(words !== undefined && { title: titleOf(words) }) };
}

function numbersOf(tally: Tally | undefined, now: Date): Pick<DeskView, 'month' | 'months'> {
  const months = lastMonths(now);
  const of = (month: string) => tally?.months.find((one) => one.month === month) ?? emptyMonth(month);
  const current = of(monthText(now));
  const { rated, stars } = current;
  const { created, solved, unrated, unreachable, unsolved, enteredByStaff, confirmedByCall, reopened } = current;
  const { helpers, refused, impossible, cancelled, merged, transferred } = current;
  return {
    month: {
      until: (tally?.until ?? now).toISOString(),
      ...{ created, solved, unrated, unreachable, unsolved, enteredByStaff, confirmedByCall, reopened },
      ...{ helpers, refused, impossible, cancelled, merged, transferred },
      ...(rated >= fewestRatings && { rating: { average: Math.round((stars / rated) * 10) / 10, of: rated } }),
    },
    months: months.map((month) => ({ month, created: of(month).created, solved: of(month).solved })),
  };
}

/** The months up to this one, oldest first. */
function lastMonths(now: Date): readonly string[] {
  const { year, month } = wallClock(now);
  return Array.from({ length: monthsShown }, (_, index) => {
    const back = year * 12 + month - 1 - (monthsShown - 1 - index);
    return `${Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`;
  });
}
