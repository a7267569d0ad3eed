import { dayText, monthStart, wallClock } from '../../time/shanghai';
import type { Posting } from '../entry';
import type { Expiry } from '../expiry/expiry';
import type { Passbook } from '../passbook';
import { allCarriedOver, type UnitExpiry } from '../policy';

/** Nobody's points run out sooner than this after they were warned. */
export const warningDays = 30;
const warningMs = warningDays * 86_400_000;

/** Points that run out together. */
export type Lot = Pick<Expiry, 'lot' | 'earnedBefore' | 'carriedOver' | 'dueAt'>;

/**
 * The lots of which owners are to be warned now, at most one of each kind: what came in up to a month runs out so many
 * months later, at that month's end; what is not carried over runs out at the end of the year. Each takes along
 * whatever is older.
 */
export function lotsToWarn({ months, carryOver }: UnitExpiry, now: Date): readonly Lot[] {
  const soon = new Date(now.getTime() + warningMs);
  const { year, month } = wallClock(soon);
  const lots: Lot[] = [];
  if (months > 0) {
    const earnedBefore = monthStart(year, month - months);
    lots.push({
      lot: dayText(new Date(earnedBefore.getTime() - 1)).slice(0, 7),
      earnedBefore,
      carriedOver: 0,
      dueAt: soon,
    });
  }
  const newYear = monthStart(year, 1);
  if (carryOver < allCarriedOver && newYear > now)
    lots.push({ lot: String(year - 1), earnedBefore: newYear, carriedOver: carryOver, dueAt: soon });
  return lots;
}

/** What a book holds, and what ever came in: now, and before a lot's end. */
interface LotState {
  readonly balance: number;
  readonly earned: number;
  readonly earnedBefore: number;
}

/**
 * What of a lot is left and runs out: points go out in the order in which they came in, so that whatever went out was
 * the oldest. Never more than is there.
 */
export function pointsLeft({ balance, earned, earnedBefore }: LotState, carriedOver: number): number {
  const wentOut = earned - balance;
  return Math.max(0, Math.min(balance, earnedBefore - wentOut - carriedOver));
}

/**
 * What runs out of a lot that is due: never more than its owner was warned of. What came in since then, above what is
 * carried over, belongs to the next lot.
 */
export function pointsDue(state: LotState, { carriedOver, warned }: Pick<Expiry, 'carriedOver' | 'warned'>): number {
  return Math.min(pointsLeft(state, carriedOver), warned);
}

/** What ever came into a book, as its head says; before there was a line that says it, whatever is there. */
export function earnedOf({ earned, balance }: Pick<Passbook, 'earned' | 'balance'>): number {
  return earned ?? Math.max(0, balance);
}

/** The line by which a lot runs out. Its title is the lot, which pages put into words. */
export function expiryPosting(expiry: Expiry, book: Passbook, { points, at }: { points: number; at: Date }): Posting {
  const { _id, communityId, unit, personId, lot } = expiry;
  const { name, memberClass, branchId, branchName } = book;
  return {
    postingKey: _id,
    communityId,
    unit,
    personId,
    name,
    memberClass,
    branchId,
    branchName,
    at,
    cause: 'expired',
    title: lot,
    titleBy: null,
    points: -points,
    transfer: { from: 'person', to: 'expired', amount: points },
    countDelta: 0,
    rule: { id: 'expiry', version: 1 },
    sourceId: _id,
    reversal: null,
  };
}
