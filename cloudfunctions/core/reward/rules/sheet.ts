import type { SheetRow, SheetView } from '../../../../miniprogram/contracts/reward';
import type { Entry } from '../../passbook/entry';
import type { Good } from '../good';
import type { PointSheet } from '../sheet/point-sheet';
import { monthOf } from './stock';

/** A month as it is made public; things in which nothing moved and of which there is nothing are left out. */
export function sheetView(
  goods: readonly Good[],
  points: PointSheet | undefined,
  { month, today }: { readonly month: string; readonly today: string },
): SheetView {
  const months = new Set([today, ...goods.flatMap((good) => good.months.map((one) => one.month))]);
  return {
    month,
    months: [...months].sort().reverse(),
    ...(points && {
      issued: { given: points.given, undone: points.undone, countedAt: points.countedAt.toISOString() },
    }),
    rows: goods.map((good) => rowOf(good, month)).filter(hasSomething),
  };
}

function rowOf(good: Good, month: string): SheetRow {
  const { _id, name, measure, picture } = good;
  const { opening, received, collected, corrected, closing, points, costCents } = monthOf(good, month);
  return {
    goodId: _id,
    name,
    measure,
    picture,
    opening,
    received,
    collected,
    corrected,
    closing,
    points,
    costCents,
  };
}

function hasSomething({ opening, received, collected, corrected, closing }: SheetRow): boolean {
  return [opening, received, collected, corrected, closing].some((count) => count !== 0);
}

/** What some lines of courtyard books issued, and took back: points from the issuer, and undone ones. */
export function issuedBy(entries: readonly Pick<Entry, 'from' | 'points' | 'cause'>[]): {
  readonly given: number;
  readonly undone: number;
} {
  let [given, undone] = [0, 0];
  for (const { from, points, cause } of entries) {
    if (cause === 'reversal') undone -= points;
    else if (from.startsWith('issuer:')) given += points;
  }
  return { given, undone };
}
