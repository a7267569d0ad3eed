import type { HomeBody } from '../../../contracts/home';
import { monthDay } from '../../../text/dates';
import { memberCard, wishCard, type OrderCard } from '../../../views/order/order-card';
import { allWishes } from '../text/home';

/** What a member's first screen draws. */
export interface MemberHome {
  /** Offered to the reader. */
  readonly orders: readonly OrderCard[];
  /** Taken by the reader. */
  readonly doing: readonly OrderCard[];
  readonly wishes: readonly OrderCard[];
  readonly saturday: string;
  readonly allWishes: string;
}

export const noMemberHome: MemberHome = { orders: [], doing: [], wishes: [], saturday: '', allWishes: '' };

export function memberHome(body: Extract<HomeBody, { for: 'member' }>, nowMs: number): MemberHome {
  return {
    orders: body.offers.map((order) => memberCard(order, nowMs)),
    doing: body.doing.map((order) => memberCard(order, nowMs)),
    wishes: body.wishes.map((order) => wishCard(order, nowMs)),
    saturday: monthDay(body.redSaturday),
    allWishes: allWishes(body.wishTotal),
  };
}
