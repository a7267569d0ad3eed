import type { OrderState } from '../../order/document/order';
import { seatOf } from '../../order/rules/seats';

type InHand = Pick<OrderState, 'assignee' | 'helpers' | 'offers' | 'status'>;

/** Orders in the hands of somebody who leaves, by what becomes of each; those that only name them are in none. */
export interface Leaving<One> {
  readonly lapsing: readonly One[];
  readonly returning: readonly One[];
  readonly paying: readonly One[];
}

/**
 * What a departure does to orders: open offers lapse, what was accepted is sent anew, what was completed stays and
 * pays. `rules/moves/withdraw.ts` of orders does it.
 */
export function leavesOf<One extends InHand>(personId: string, inHand: readonly One[]): Leaving<One> {
  const isTheirs = (one: One): boolean => seatOf(one, personId) !== undefined;
  const isDone = (one: One): boolean => one.status === 'completed' || seatOf(one, personId)?.finishedAt !== undefined;
  const isOffered = ({ offers }: One): boolean =>
    offers.some((offer) => offer.personId === personId && (offer.state === 'open' || offer.state === 'waiting'));
  return {
    lapsing: inHand.filter((order) => !isTheirs(order) && isOffered(order)),
    returning: inHand.filter((order) => isTheirs(order) && order.status === 'accepted' && !isDone(order)),
    paying: inHand.filter((order) => isTheirs(order) && isDone(order)),
  };
}
