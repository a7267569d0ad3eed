/** Open orders that a call may be about, as the page draws them. */
import type { Output } from '../../../contracts/api';
import { staffCard, type OrderCard } from '../../../views/order/order-card';

export interface Duplicates {
  readonly ofNumber: readonly OrderCard[];
  readonly ofCourtyard: readonly OrderCard[];
}

export const noDuplicates: Duplicates = { ofNumber: [], ofCourtyard: [] };

export function duplicatesOf({ orders }: Output<'order.findDuplicates'>, nowMs: number): Duplicates {
  const cards = (sameNumber: boolean): readonly OrderCard[] =>
    orders.filter((order) => order.sameNumber === sameNumber).map((order) => staffCard(order, nowMs));
  return { ofNumber: cards(true), ofCourtyard: cards(false) };
}

export function hasDuplicates({ ofNumber, ofCourtyard }: Duplicates): boolean {
  return ofNumber.length > 0 || ofCourtyard.length > 0;
}
