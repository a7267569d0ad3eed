import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { RedemptionState } from '../../../../miniprogram/contracts/reward';
import type { Passbook } from '../../passbook/passbook';
import { monthStart, wallClock } from '../../time/shanghai';
import { priceOf, type Good } from '../good';
import type { RewardPolicy } from '../policy';
import type { Redemption, RedemptionEnd } from '../redemption';
import { freeOf, stockFault, type StockEvent } from './stock';

/** What is known when somebody wants to put a thing aside. */
export interface RedeemFacts {
  readonly good: Good;
  readonly quantity: number;
  /** The price that they saw. */
  readonly priceVersion: number;
  /** Their courtyard book; undefined before its first line. */
  readonly book: Pick<Passbook, 'balance'> | undefined;
  /** How many of it they took this month. */
  readonly taken: number;
  /** It lies put aside for them already: they waited for it, and were asked. */
  readonly isOffered: boolean;
}

/** A refusal of a rule: its code, and the input's field that is to blame. */
export interface RuleFault {
  readonly code: ErrorCode;
  readonly field?: string;
}

/** Why a thing may not be put aside; null where it may (S1-20, S1-21). */
export function redeemFault({ good, quantity, priceVersion, book, taken, isOffered }: RedeemFacts): RuleFault | null {
  if (!Number.isSafeInteger(quantity) || quantity < 1) return { code: 'INVALID_INPUT', field: 'quantity' };
  if (!good.offered) return { code: 'NOT_FOUND', field: 'goodId' };
  const price = priceOf(good);
  if (price.version !== priceVersion) return { code: 'PRICE_CHANGED', field: 'priceVersion' };
  if (taken + quantity > good.limit) return { code: 'LIMIT_REACHED', field: 'quantity' };
  if ((book?.balance ?? 0) < price.points * quantity) return { code: 'POINTS_SHORT', field: 'quantity' };
  if (isOffered) return null;
  const fault = good.waiting > 0 ? 'OUT_OF_STOCK' : stockFault(good, { kind: 'reserved', quantity });
  return fault && { code: fault, field: 'quantity' };
}

/** How many somebody may take now; those who wait come first. */
export function mostOf(good: Good, { balance, taken }: { readonly balance: number; readonly taken: number }): number {
  const free = good.waiting > 0 ? 0 : freeOf(good);
  const affordable = Math.floor(Math.max(0, balance) / priceOf(good).points);
  return good.offered ? Math.max(0, Math.min(free, good.limit - taken, affordable)) : 0;
}

const dayMs = 86_400_000;

/** Until when a thing stays put aside: so many days, and no longer than its month (S1-20). */
export function expiryOf(at: Date, { pickUpDays }: Pick<RewardPolicy, 'pickUpDays'>): Date {
  return new Date(Math.min(at.getTime() + pickUpDays * dayMs, monthEnd(at).getTime()));
}

/** Midnight in Shanghai after the last day of the month of `at`. */
export function monthEnd(at: Date): Date {
  const { year, month } = wallClock(at);
  return monthStart(year, month + 1);
}

/** The ways in which a redemption ends: staff hand it over or refuse it, its owner gives it up, or time does. */
export type EndCommand =
  | { readonly kind: 'collect'; readonly by: NonNullable<RedemptionEnd['by']> }
  | { readonly kind: 'cancel'; readonly by: NonNullable<RedemptionEnd['by']> }
  | { readonly kind: 'refuse'; readonly by: NonNullable<RedemptionEnd['by']>; readonly reason: string }
  | { readonly kind: 'expire' };

const stateAfter = {
  collect: 'collected',
  cancel: 'cancelled',
  refuse: 'refused',
  expire: 'expired',
} as const satisfies Readonly<Record<EndCommand['kind'], RedemptionState>>;

/** Why a redemption may not end this way; null where it may. It ends once, and nobody hands over to themselves. */
export function endFault(redemption: Redemption, command: EndCommand, at: Date): RuleFault | null {
  if (redemption.state !== 'held') return { code: 'VOUCHER_ENDED', field: 'redemptionId' };
  const isOwner = 'by' in command && command.by.personId === redemption.personId;
  const isLate = at >= redemption.expiresAt;
  switch (command.kind) {
    case 'collect':
      if (isOwner) return { code: 'SECOND_PERSON_NEEDED', field: 'redemptionId' };
      return isLate ? { code: 'VOUCHER_ENDED', field: 'redemptionId' } : null;
    case 'cancel':
      return isOwner ? null : { code: 'NOT_FOUND', field: 'redemptionId' };
    case 'refuse':
      return isOwner ? { code: 'SECOND_PERSON_NEEDED', field: 'redemptionId' } : null;
    case 'expire':
      return isLate ? null : { code: 'WRONG_STATUS', field: 'redemptionId' };
  }
}

/** A redemption after it ended. @throws RangeError for an end that it may not come to */
export function evolveRedemption(redemption: Redemption, command: EndCommand, at: Date): Redemption {
  const fault = endFault(redemption, command, at);
  if (fault) throw new RangeError(`${command.kind}: ${fault.code}`);
  const by = 'by' in command ? command.by : null;
  const reason = command.kind === 'refuse' ? command.reason : null;
  return {
    ...redemption,
    state: stateAfter[command.kind],
    dueKey: null,
    ended: { at, by, reason },
    updatedAt: at,
  };
}

/** What the end of a redemption does to the stock: what is handed over leaves the shelf, the rest is free again. */
export function endEvent({ quantity, points }: Redemption, { kind }: EndCommand): StockEvent {
  return kind === 'collect' ? { kind: 'collected', quantity, points } : { kind: 'released', quantity };
}
