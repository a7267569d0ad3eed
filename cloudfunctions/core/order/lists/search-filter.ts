import type { OrderFigure } from '../../../../miniprogram/contracts/brief';
import type { OrderStatus } from '../../../../miniprogram/contracts/order';
import type { Condition } from '../../platform/database';
import { monthStart } from '../../time/shanghai';
import type { ListedOrder } from '../document/order';

/** What narrows a search: where, how far, and made in which month of Shanghai. */
export interface SearchFilter {
  readonly placeId?: string;
  readonly status?: OrderStatus;
  /** `2026-11` */
  readonly month?: string;
  /** Of a month, those that a figure counts, and those of a category. */
  readonly figure?: OrderFigure;
  readonly category?: string;
}

/** Whether a search narrows at all; nobody asks for every order there is. */
export function isNarrowing({ placeId, status, month }: SearchFilter): boolean {
  return placeId !== undefined || status !== undefined || month !== undefined;
}

/**
 * Whether an order that was found some other way is what the filter asks for; what a figure counts is asked by
 * `isInFigure`. Pure.
 */
export function fitsFilter(order: ListedOrder, { placeId, status, month, category }: SearchFilter): boolean {
  if (placeId !== undefined && !order.scopes.includes(placeId)) return false;
  if (status !== undefined && order.status !== status) return false;
  if (category !== undefined && order.category !== category) return false;
  return month === undefined || order.month === month;
}

/** From a moment, up to another. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

export function periodOf(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: monthStart(year, number), until: monthStart(year, number + 1) };
}

/** Keys of orders made in a period, newest first, behind where a page ended; keys begin with the moment. */
export function keysWithin(period: Period | undefined, cursor: string | undefined): Condition {
  if (!period) return cursor === undefined ? { gt: '' } : { gt: '', lt: cursor };
  const until = period.until.toISOString();
  return { gte: period.from.toISOString(), lt: cursor !== undefined && cursor < until ? cursor : until };
}
