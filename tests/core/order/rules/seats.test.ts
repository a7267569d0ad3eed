import fc from 'fast-check';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { orderAwards } from '../../../../cloudfunctions/core/reconciliation/order-awards';
import { awardCase, decideAward } from '../../../../cloudfunctions/core/order/rules/award';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { nextDeadline } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../../cloudfunctions/core/order/rules/evolve';
import { countLoads } from '../../../../cloudfunctions/core/order/rules/order-tally';
import { relationsOf, type OrderActor } from '../../../../cloudfunctions/core/order/rules/relations';
import { freeSeats, holdersOf, seatsOf, waitingFor } from '../../../../cloudfunctions/core/order/rules/seats';
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import {
  accept,
  acceptFor,
  after,
  after1,
  byCall,
  captain,
  confirm,
  decline,
  deed,
  dispatchTo,
  fresh,
  hourMs,
  mate,
  member,
  other,
  refusal,
  release,
  reopen,
  resident,
  secretary,
  wished,
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

const helpers = [member, other, third, fourth, captain];

const waitingIds = (order: Order) => waitingFor(order).map(({ personId }) => personId);

describe('several do it together', () => {
  test('each acceptance takes a seat, the last one ends the round; whoever comes too late reads TAKEN', () => {
    const one = after1(offered(3), member, accept);
    expect(one).toMatchObject({ status: 'accepted', assignee: { personId: 'member' }, helpers: [] });
    expect(askedIds(one)).toEqual(['other', 'third', 'fourth', 'captain']);
    const full = after1(after1(one, other, accept), third, accept);
    expect(holderIds(full)).toEqual(['member', 'other', 'third']);
    expect([freeSeats(full), askedIds(full)]).toEqual([0, []]);
    expect(refusal(full, fourth, accept)).toBe('TAKEN');
    expect(full.acceptedAt).toEqual(one.acceptedAt);
  });

  test('one person holds one seat however often they accept', () => {
    const one = after1(offered(3), member, accept);
    expect(refusal(one, member, accept)).toBe('NOT_OFFERED');
    const pooled = after1(after1(fresh(), worker, { ...together(3), members: [], pool: true }), member, accept);
    expect(refusal(pooled, member, accept)).toBe('INVALID_INPUT');
    expect(availableActions(pooled, member)).not.toContain('accept');
    expect(holderIds(after1(pooled, other, accept))).toEqual(['member', 'other']);
  });

  test('S2-09 a captain sends one after the other of the team, and may go too', () => {
    const one = after1(offered(2, captain), captain, acceptFor(mate));
    expect([holderIds(one), askedIds(one)]).toEqual([['mate'], ['captain']]);
    expect(refusal(one, captain, acceptFor(mate))).toBe('INVALID_INPUT');
    expect(holderIds(after1(one, captain, accept))).toEqual(['mate', 'captain']);
  });

  test('only a hand that is lent is for several; nobody loses a seat by a smaller number', () => {
    expect(refusal(wished(), worker, together(2, member))).toBe('INVALID_INPUT');
    expect(refusal(fresh(), worker, together(0, member))).toBe('INVALID_INPUT');
    const two = after1(after1(offered(3), member, accept), other, accept);
    expect(refusal(two, worker, together(1, fourth))).toBe('INVALID_INPUT');
    expect(after1(two, worker, together(3, fourth)).offers.at(-1)?.state).toBe('open');
    expect(refusal(after1(offered(1), member, accept), worker, dispatchTo(fourth))).toBe('WRONG_STATUS');
  });

  test('each brings evidence of their own; the last one completes it, and not solved sends all of them again', () => {
    const two = after1(after1(offered(2), member, accept), other, accept);
    const once = after1(two, member, byCall);
    expect(once).toMatchObject({ status: 'accepted', completedAt: null, evidence: { kind: 'phone' } });
    expect(refusal(once, member, byCall)).toBe('WRONG_STATUS');
    expect(refusal(once, member, release)).toBe('WRONG_STATUS');
    expect(availableActions(once, member)).not.toContain('complete');
    const done = after1(once, other, byCall);
    expect(done).toMatchObject({ status: 'completed', helpers: [{ evidence: { kind: 'phone' } }] });
    expect(newsOf(once, done)).toEqual(['completed resident']);
    const again = after1(done, resident, reopen);
    expect(seatsOf(again).map(({ evidence, finishedAt }) => [evidence, finishedAt])).toEqual([
      [null, undefined],
      [null, undefined],
    ]);
    expect(newsOf(done, again)[0]).toBe('reopened member other');
  });

  test('one award a seat, only by the confirmation; the month counts one order and its helpers', () => {
    const done = after1(
      after1(after1(after1(offered(2), member, accept), other, accept), member, byCall),
      other,
      byCall,
    );
    const traces = (personId: string) => ({ personId, phones: [], householdIds: [] });
    const facts = { requester: traces('resident'), assignee: traces('x'), isUnderCap: true };
    const keys = (order: Order) =>
      holdersOf(order).map((seat) => decideAward(order, facts, after(0), seat)?.posting?.postingKey);
    expect(keys(done)).toEqual([undefined, undefined]);
    const closed = after1(done, resident, confirm);
    expect(keys(closed)).toEqual([`order:${closed._id}:award`, `order:${closed._id}:award:other`]);
    expect(holdersOf(closed).map((seat) => awardCase(closed, after(0), seat)?.earner.personId)).toEqual([
      'member',
      'other',
    ]);
    expect(countLoads([closed], after(0))).toEqual([
      { personId: 'member', count: 1 },
      { personId: 'other', count: 1 },
    ]);
    expect(orderAwards.causes).toContain('order');
    expect(refusal({ ...done, requester: { ...done.requester, personId: 'other' } }, other, confirm)).toBe('OWN_ORDER');
  });
});

describe('the waiting list', () => {
  test('is in the order in which they came, and asks before it gives a seat', () => {
    const waiting = after1(fullWithOneWaiting(), fourth, standBy);
    expect(waitingIds(waiting)).toEqual(['third', 'fourth']);
    const left = after1(waiting, other, release);
    expect([holderIds(left), askedIds(left), waitingIds(left)]).toEqual([['member'], ['third'], ['fourth']]);
    expect(newsOf(waiting, left)).toEqual(['given-back worker', 'seat-free third', 'helper-left resident member']);
    const one = fullWithOneWaiting();
    const others = one.offers.filter(({ state }) => state === 'waiting');
    const crowd = Array.from({ length: 9 }, (_, index) => others.map((own) => ({ ...own, memberId: `w${index}` })));
    expect(refusal({ ...one, offers: [...one.offers, ...crowd.flat()] }, fourth, standBy)).toBe('QUEUE_FULL');
    expect(refusal(left, fourth, accept)).toBe('NOT_OFFERED');
    expect(holderIds(after1(left, third, accept))).toEqual(['member', 'third']);
  });

  test('a seat is kept until the deadline, then the next one is asked', () => {
    const left = after1(after1(fullWithOneWaiting(), fourth, standBy), other, release);
    const kept = nextDeadline(left)!;
    expect(kept).toEqual({ action: 'passSeat', at: after(13 * hourMs + 1) });
    expect(refusal(left, null, { action: 'passSeat' }, after(13 * hourMs))).toBe('WRONG_STATUS');
    const passed = after1(left, null, { action: 'passSeat' }, kept.at);
    expect([askedIds(passed), waitingIds(passed)]).toEqual([['fourth'], []]);
    expect(newsOf(left, passed)).toEqual(['passed-over third', 'seat-free fourth']);
    const declined = after1(left, third, decline);
    expect(askedIds(declined)).toEqual(['fourth']);
  });

  test('whoever stands by where a seat is free is asked at once; nobody takes a seat that is kept', () => {
    const left = after1(fullWithOneWaiting(), other, release);
    const more = after1(left, worker, dispatchTo(fourth));
    expect(refusal(more, fourth, accept)).toBe('TAKEN');
    const gone = after1(more, third, decline);
    expect(holderIds(after1(gone, fourth, accept))).toEqual(['member', 'fourth']);
    expect(refusal(after1(offered(1), member, accept), other, standBy)).toBe('FORBIDDEN');
  });

  test('where the last one leaves, the order waits for whoever was asked, and is no return', () => {
    const left = after1(after1(fullWithOneWaiting(), other, release), member, release);
    expect(left).toMatchObject({ status: 'dispatched', returns: 0, assignee: null, helpers: [] });
    expect(after1(left, third, decline)).toMatchObject({ status: 'submitted', returns: 1 });
    expect(after1(left, null, { action: 'passSeat' }, after(14 * hourMs))).toMatchObject({
      status: 'submitted',
      returns: 0,
    });
  });

  test('nobody waits longer than the work: done or closed, the list is over', () => {
    const full = fullWithOneWaiting();
    const done = after1(after1(full, member, byCall), other, byCall);
    expect(done.offers.filter(({ state }) => state === 'waiting' || state === 'open')).toEqual([]);
    const cancelled = after1(full, resident, { action: 'cancel', reason: 'solved-myself', note: null });
    expect(newsOf(full, cancelled)).toEqual(['cancelled member other third worker']);
    expect(waitingIds(cancelled)).toEqual([]);
  });

  test('each way out of a seat has news of its own', () => {
    const two = after1(after1(offered(2), member, accept), other, accept);
    const moved = after1(two, null, { action: 'withdraw', personId: 'other' });
    expect(newsOf(two, moved)).toEqual(['moved-away worker', 'helper-left resident member']);
    const half = after1(two, member, byCall);
    const rest = after1(half, other, release);
    expect(rest).toMatchObject({ status: 'completed', assignee: { personId: 'member' }, helpers: [] });
    expect(newsOf(half, rest)).toEqual(['given-back worker', 'completed resident']);
    expect(refusal(half, null, { action: 'withdraw', personId: 'member' })).toBe('NOT_OFFERED');
  });
});

const clockMoves = ['warn', 'escalate', 'lapse', 'noShow', 'passSeat'] as const;
const hours = (from: number) => ({ from: after(from * hourMs), until: after((from + 2) * hourMs) });
const moves: readonly OrderCommand[] = [
  accept,
  acceptFor(mate),
  decline,
  release,
  byCall,
  confirm,
  reopen,
  standBy,
  { action: 'arrive' },
  together(2, third, fourth),
  together(3, member, other),
  { ...together(3), members: [], pool: true },
  { action: 'withdraw', personId: 'other' },
  { action: 'appoint', appointment: hours(200) },
  { action: 'appealNoShow', words: '去了' },
  { action: 'ruleNoShow', personId: 'member', lifted: true, reason: '看见他来过' },
  ...clockMoves.map((action): OrderCommand => ({ action })),
];
const actors: readonly (OrderActor | null)[] = [...helpers, mate, worker, secretary, resident, null];

const step = fc.record({
  actor: fc.nat(actors.length - 1),
  move: fc.nat(moves.length - 1),
  wait: fc.constantFrom(0, 1, 13, 80, 120),
});

/** What holds of the seats of every order after every move. */
function brokenRules(before: Order, now: Order): string[] {
  const held = holderIds(now);
  const open = now.offers.filter(({ state }) => state === 'open');
  const kept = open.filter(({ keptUntil }) => keptUntil !== undefined);
  const isInHand = now.status === 'accepted' || now.status === 'completed';
  const rules: [string, boolean][] = [
    ['one holder a seat', held.length <= now.capacity && new Set(held).size === held.length],
    ['in hand means a holder', isInHand === held.length > 0 || now.status === 'closed'],
    ['nobody serves themselves', !held.includes('resident')],
    ['who holds a seat neither waits nor has one kept', waitingIds(now).every((id) => !held.includes(id))],
    ['one place in the list', new Set(waitingIds(now)).size === waitingIds(now).length],
    ['no more is kept than is free', kept.length <= freeSeats(now)],
    ['nobody waits where a seat is free', waitingIds(now).length === 0 || freeSeats(now) === kept.length],
    ['asked means a seat', open.length === 0 || freeSeats(now) > 0],
    ['nobody waits for what is over', isOpenForMore(now) || (open.length === 0 && waitingIds(now).length === 0)],
    ['dispatched means somebody is asked', now.status !== 'dispatched' || open.length > 0 || now.pool],
    ['completed means all are done', now.status !== 'completed' || seatsOf(now).every(({ evidence }) => evidence)],
    ['work in hand is not done yet', now.status !== 'accepted' || holdersOf(now).some((seat) => !seat.finishedAt)],
    ['records stay', now.noShows.length >= before.noShows.length],
    ['a clock on every wait', now.closed || now.dueAt !== null || (now.stageClock ?? now).escalation === 3],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

function isOpenForMore({ status }: Order): boolean {
  return status === 'dispatched' || status === 'accepted';
}

test('2,000 histories of orders for several: one holder a seat, nobody kept waiting beside a free one', () => {
  const made = new Map<string, number>();
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 10, maxLength: 60 }), (isFull, steps) => {
      let order = isFull ? fullWithOneWaiting() : offered(3);
      let now = after(hourMs);
      for (const { actor, move, wait } of steps) {
        now = after(wait * hourMs, now);
        const able = actors.filter((one) => relationsOf(order, one).size > 0);
        const by = able[actor % able.length] ?? null;
        const due = nextDeadline(order)?.action;
        const command = by === null && due && wait > 0 ? { action: due } : moves[move]!;
        const result = decide(order, command, deed(order, by, now));
        if (!result.ok) continue;
        const next = evolve(order, result.data);
        made.set(command.action, (made.get(command.action) ?? 0) + 1);
        const broken = brokenRules(order, next);
        if (broken.length > 0)
          throw new Error(`${order.status} ${command.action} ${next.status}: ${broken.join(', ')}`);
        order = next;
      }
    }),
    { numRuns: 2000, seed: 20261129 },
  );
  for (const action of ['accept', 'release', 'standBy', 'passSeat', 'noShow', 'complete', 'withdraw', 'appoint'])
    expect([action, (made.get(action) ?? 0) > 10]).toEqual([action, true]);
}, 60_000);
