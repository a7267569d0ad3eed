/** Seats that are kept for who waited, and what is heard when nobody is at it any more. */
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import {
  accept,
  acceptFor,
  after1,
  byCall,
  captain,
  fresh,
  mate,
  member,
  other,
  refusal,
  release,
  worker,
} from '../sample-orders';
import {
  askedIds,
  fourth,
  fullWithOneWaiting,
  holderIds,
  newsOf,
  offered,
  standBy,
  third,
  together,
} from '../sample-seats';

describe('seats that are kept', () => {
  /** Of three seats one is held, and two are kept for who waited. */
  const twoKept = () => {
    const all = [member, other, third].reduce((order, one) => after1(order, one, accept), offered(3));
    const waiting = after1(after1(all, fourth, standBy), captain, standBy);
    return after1(after1(waiting, other, release), third, release);
  };

  test('are not taken by making it for fewer; whoever they are kept for finds room', () => {
    const order = twoKept();
    expect(order.offers.filter(({ keptUntil, state }) => keptUntil && state === 'open')).toHaveLength(2);
    expect(refusal(order, worker, together(2, mate))).toBe('INVALID_INPUT');
    expect(refusal(order, worker, together(4, mate))).toBe('allowed');
    expect(holderIds(after1(after1(order, fourth, accept), captain, accept))).toHaveLength(3);
  });

  test('S2-09 a captain may name somebody for whom one is kept', () => {
    const order = twoKept();
    const kept = order.offers.map((offer) => (offer.personId === 'fourth' ? { ...offer, personId: 'mate' } : offer));
    expect(refusal({ ...order, offers: kept }, captain, acceptFor(mate))).toBe('allowed');
  });
});

test('S2-09 whoever a captain sent, who goes, too, leaves a seat and no acceptance behind', () => {
  const pooled = after1(fresh(), worker, { ...together(2, member), pool: true });
  const both = after1(after1(pooled, captain, accept), captain, acceptFor(mate));
  const left = after1(both, mate, release);
  expect(left.offers.filter(({ state }) => state === 'accepted').map(({ personId }) => personId)).toEqual(['captain']);
  expect(holderIds(left)).toEqual(['captain']);
});

describe('nobody comes any more', () => {
  test('whoever waits hears it when the last one leaves, though somebody else is asked', () => {
    const order = fullWithOneWaiting();
    const alone = after1(order, other, release);
    const empty = after1(alone, member, release);
    expect(askedIds(empty)).toEqual(['third']);
    expect(empty.status).toBe('dispatched');
    expect(newsOf(alone, empty)).toContain('returned resident');
    expect(newsOf(order, alone)).not.toContain('returned resident');
    const moved = after1(alone, null, { action: 'withdraw', personId: 'member' });
    expect(newsOf(alone, moved)).toContain('returned resident');
  });

  test('what somebody did is not handed outside: the others are taken off first', () => {
    const both = after1(after1(offered(2, member, other), member, accept), other, accept);
    const half = after1(both, member, byCall);
    const transfer: OrderCommand = { action: 'transfer', to: '12345', note: null };
    expect([refusal(both, worker, transfer), refusal(half, worker, transfer)]).toEqual(['allowed', 'PART_DONE']);
    expect(availableActions(half, worker)).not.toContain('transfer');
  });
});
