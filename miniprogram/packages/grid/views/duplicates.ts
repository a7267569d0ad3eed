/** Open orders that a call may be about, as the page draws them. */
import type { Output } from '../../../contracts/api';
import type { CallerHome } from '../../../contracts/caller-home';
import type { Choice } from '../../../text/choice';
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

/** Where the caller may live, to be chosen by its number in the list. */
export function homeChoices(homes: readonly CallerHome[]): readonly Choice[] {
  return homes.map(({ name, placeLabel }, index) => ({
    value: String(index),
    text: name === undefined ? placeLabel : `${name}，${placeLabel}`,
  }));
}
