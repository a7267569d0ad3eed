import type { BriefView, FigureCounts, ShareView, TimesView } from '../../../../miniprogram/contracts/brief';
import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import type { ActivityMonth } from '../../activity/activity-month';
import type { PointSheet } from '../../reward/sheet/point-sheet';
import type { Figures, HoursCount, KeyedShare, OrderMonth } from '../../statistics/figures';
import { hoursWithin, noFigures } from '../../statistics/rules/sum-figures';
import { fewestShown, shownShares } from '../../statistics/rules/suppress';
import { nameless } from '../text/brief';

/** What a month is made of. */
export interface CountedMonth {
  readonly month: string;
  readonly months: readonly string[];
  readonly orders: OrderMonth | undefined;
  readonly activities: ActivityMonth | undefined;
  readonly points: readonly PointSheet[];
  readonly gridNames: ReadonlyMap<string, string>;
  readonly categoryNames: ReadonlyMap<string, string>;
}

/** A month as it may be shown: what fewer than five people could be told by stays hidden, also by difference. Pure. */
export function briefView(counted: CountedMonth): Omit<BriefView, 'words'> {
  const { month, orders, activities, points, gridNames, categoryNames } = counted;
  const figures = orders?.figures ?? noFigures;
  const { rated, stars, helpers } = figures.counts;
  const accept = timesOf(figures.acceptHours);
  const close = timesOf(figures.closeHours);
  return {
    month,
    months: [...new Set([month, ...counted.months])].sort().reverse(),
    ...(orders && { until: orders.until.toISOString() }),
    orders: countsOf(figures),
    helpers,
    ...(rated >= fewestShown && { rating: { average: Math.round((stars / rated) * 10) / 10, of: rated } }),
    ...(accept && { accept }),
    ...(close && { close }),
    grids: sharesOf(figures.grids, gridNames),
    categories: sharesOf(figures.categories, categoryNames),
    activities: { held: activities?.held ?? 0, present: activities?.present ?? 0 },
    points: pointUnits.flatMap((unit) => {
      const found = points.find((one) => (one.unit ?? 'courtyard') === unit);
      return found ? [{ unit, given: found.given, undone: found.undone }] : [];
    }),
  };
}

function countsOf({ counts, urgent, wishes, acceptHours }: Figures): FigureCounts {
  const { created, solved, unrated, unreachable, unsolved, refused, impossible, reopened } = counts;
  const { enteredByStaff, confirmedByCall, cancelled, merged, transferred, rated } = counts;
  return {
    ...{ created, solved, unrated, unreachable, unsolved, refused, impossible, reopened },
    ...{ enteredByStaff, confirmedByCall, cancelled, merged, transferred },
    urgent: urgent.created,
    urgentSolved: urgent.solved,
    wishes: wishes.created,
    wishesSolved: wishes.solved,
    underWay: created - solved - unrated - unreachable - unsolved,
    accepted: acceptHours.reduce((sum, { count }) => sum + count, 0),
    rated,
  };
}

function timesOf(counted: readonly HoursCount[]): TimesView | undefined {
  const of = counted.reduce((sum, { count }) => sum + count, 0);
  const half = hoursWithin(counted, 0.5);
  const nineInTen = hoursWithin(counted, 0.9);
  return of < fewestShown || half === undefined || nineInTen === undefined ? undefined : { of, half, nineInTen };
}

/** By how many were made, hidden ones last; what has no name any more is one row. */
function sharesOf(shares: readonly KeyedShare[], names: ReadonlyMap<string, string>): readonly ShareView[] {
  const named = shares.filter(({ key }) => names.has(key));
  const others = shares.filter(({ key }) => !names.has(key));
  const rest = others.reduce(
    (sum, one) => ({ key: '', created: sum.created + one.created, solved: sum.solved + one.solved }),
    { key: '', created: 0, solved: 0 },
  );
  return shownShares([...named, ...(others.length > 0 ? [rest] : [])])
    .map((share) => ({ ...share, name: names.get(share.key) ?? nameless }))
    .sort((one, other) => (other.created ?? -1) - (one.created ?? -1));
}
