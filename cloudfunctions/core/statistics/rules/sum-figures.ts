import type { Figures, HoursCount, KeyedShare, OrderCounts, Share } from '../figures';
import { emptyMonth } from '../tally';

const noShare: Share = { created: 0, solved: 0 };

/** Nothing was made. */
export const noFigures: Figures = {
  counts: countsOf(emptyMonth('')),
  urgent: noShare,
  wishes: noShare,
  grids: [],
  categories: [],
  acceptHours: [],
  closeHours: [],
};

/** The figures of several days as those of all of them together. Pure. */
export function sumFigures(days: readonly Figures[]): Figures {
  return {
    counts: sumCounts(days.map(({ counts }) => counts)),
    urgent: sumShares(days.map(({ urgent }) => urgent)),
    wishes: sumShares(days.map(({ wishes }) => wishes)),
    grids: sumKeyed(days.flatMap(({ grids }) => grids)),
    categories: sumKeyed(days.flatMap(({ categories }) => categories)),
    acceptHours: sumHours(days.flatMap(({ acceptHours }) => acceptHours)),
    closeHours: sumHours(days.flatMap(({ closeHours }) => closeHours)),
  };
}

function countsOf({ month: _, ...counts }: OrderCounts & { readonly month: string }): OrderCounts {
  return counts;
}

function sumCounts(all: readonly OrderCounts[]): OrderCounts {
  const sum = (of: keyof OrderCounts) => all.reduce((total, counts) => total + counts[of], 0);
  return {
    created: sum('created'),
    solved: sum('solved'),
    helpers: sum('helpers'),
    unrated: sum('unrated'),
    unreachable: sum('unreachable'),
    unsolved: sum('unsolved'),
    enteredByStaff: sum('enteredByStaff'),
    confirmedByCall: sum('confirmedByCall'),
    reopened: sum('reopened'),
    refused: sum('refused'),
    impossible: sum('impossible'),
    cancelled: sum('cancelled'),
    merged: sum('merged'),
    transferred: sum('transferred'),
    rated: sum('rated'),
    stars: sum('stars'),
  };
}

function sumShares(all: readonly Share[]): Share {
  return all.reduce(
    (sum, { created, solved }) => ({ created: sum.created + created, solved: sum.solved + solved }),
    noShare,
  );
}

/** One share a key, by key. */
function sumKeyed(all: readonly KeyedShare[]): readonly KeyedShare[] {
  const byKey = new Map<string, Share[]>();
  for (const share of all) byKey.set(share.key, [...(byKey.get(share.key) ?? []), share]);
  return [...byKey]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, shares]) => ({ key, ...sumShares(shares) }));
}

function sumHours(all: readonly HoursCount[]): readonly HoursCount[] {
  const counts = new Map<number, number>();
  for (const { hours, count } of all) counts.set(hours, (counts.get(hours) ?? 0) + count);
  return [...counts].sort(([one], [other]) => one - other).map(([hours, count]) => ({ hours, count }));
}

/**
 * Within how many hours so large a part of them was done: the least number of whole hours that at least `part` of them
 * did not exceed (nearest rank). Undefined for none. Pure.
 * @param part above 0, up to 1: 0.5 is the median
 */
export function hoursWithin(counted: readonly HoursCount[], part: number): number | undefined {
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.ceil(total * part);
  let seen = 0;
  for (const { hours, count } of counted) {
    seen += count;
    if (seen >= rank) return hours;
  }
  return undefined;
}
