import { nextDeadline, waitingOf } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import type { OrderActor } from '../../../../cloudfunctions/core/order/rules/relations';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import {
  accept,
  after1,
  byCall,
  dispatchTo,
  fresh,
  member,
  other,
  refusal,
  release,
  reopen,
  resident,
  wished,
  worker,
} from '../sample-orders';

const shanghai = (text: string) => new Date(`${text}+08:00`);
const publish: OrderCommand = { ...dispatchTo(), pool: true };
const tuesday = shanghai('2026-11-24T10:00:00');
const published = (at = tuesday) => after1(wished(), worker, publish, at);
const claimed = (at: Date) => after1(published(), member, accept, at);
/** The clock's next move, made when it is due. */
function tick(order: Order): Order {
  const next = nextDeadline(order);
  if (!next) throw new Error('Nothing is due.');
  return after1(order, null, { action: next.action }, next.at);
}
const toldBy = (before: Order, actor: OrderActor | null, command: OrderCommand, at: Date) =>
  notificationsOf(before, after1(before, actor, command, at)).flatMap(({ personIds, content }) =>
    personIds.map((id) => `${content.kind} ${id}`),
  );

test('the rules of days are Shanghai’s in a process whose own clock is UTC', () => {
  expect(new Date('2026-11-28T00:00:00').getTimezoneOffset()).toBe(0);
});

describe('S2-16 a wish is published with the coming red Saturday', () => {
  test('and waits until that day ends, whatever days others have to be accepted', () => {
    expect(published()).toMatchObject({
      pool: true,
      claimable: true,
      published: { saturday: '2026-11-28', listed: 1 },
    });
    expect(waitingOf(published())).toMatchObject({ wait: 'claim', until: shanghai('2026-11-29T00:00:00') });
    expect(toldBy(wished(), worker, publish, tuesday)).toEqual(['published resident']);
  });

  test('on a Saturday it is that day, from its first second to its last', () => {
    expect(published(shanghai('2026-11-28T00:00:00')).published?.saturday).toBe('2026-11-28');
    expect(published(shanghai('2026-11-28T23:59:59')).published?.saturday).toBe('2026-11-28');
    expect(published(shanghai('2026-11-29T00:00:00')).published?.saturday).toBe('2026-12-05');
  });
});

describe('S2-16 claimed one to one, handed over on a Saturday', () => {
  test.each([
    ['2026-11-27T23:59:59', '2026-11-28', 'Friday’s last second is for the next day'],
    ['2026-11-28T00:00:00', '2026-11-28', 'Saturday is for itself'],
    ['2026-11-28T23:59:59', '2026-11-28', 'to its last second'],
  ])('X-04 a claim at %s is for %s: %s', (at, saturday) => {
    expect(claimed(shanghai(at)).published).toEqual({ saturday, listed: 1 });
  });

  test('the first claim wins', () => {
    const won = claimed(shanghai('2026-11-25T10:00:00'));
    expect(won).toMatchObject({ claimable: false, assignee: { personId: 'member' } });
    expect(refusal(won, other, accept, shanghai('2026-11-25T10:00:01'))).toBe('TAKEN');
  });

  test('it is not done before that day begins, and on it and after it is', () => {
    const won = claimed(shanghai('2026-11-25T10:00:00'));
    expect(refusal(won, member, byCall, shanghai('2026-11-27T23:59:59'))).toBe('BEFORE_SATURDAY');
    expect(refusal(won, member, byCall, shanghai('2026-11-28T00:00:00'))).toBe('allowed');
    expect(refusal(won, member, byCall, shanghai('2026-11-30T09:00:00'))).toBe('allowed');
  });

  test('when the day is over and it is not done, it goes up the levels', () => {
    const won = claimed(shanghai('2026-11-25T10:00:00'));
    expect(waitingOf(won)).toMatchObject({ wait: 'completion', until: shanghai('2026-11-29T00:00:00') });
    expect(nextDeadline(tick(won))).toEqual({
      action: 'escalate',
      at: new Date(shanghai('2026-11-29T00:00:00').getTime() + 1),
    });
  });

  test('not solved: the next Saturday', () => {
    const done = after1(claimed(tuesday), member, byCall, shanghai('2026-11-28T10:00:00'));
    const again = after1(done, resident, reopen, shanghai('2026-11-29T10:00:00'));
    expect(again).toMatchObject({ status: 'accepted', published: { saturday: '2026-12-05' } });
  });
});

describe('what nobody claims, or somebody gives back', () => {
  test('stays for the next Saturday, and its requester is told', () => {
    const warned = tick(published());
    expect(nextDeadline(warned)).toEqual({ action: 'relist', at: shanghai('2026-11-29T00:00:00') });
    expect(tick(warned)).toMatchObject({
      status: 'dispatched',
      pool: true,
      published: { saturday: '2026-12-05', listed: 2 },
    });
    expect(toldBy(warned, null, { action: 'relist' }, shanghai('2026-11-29T00:00:00'))).toEqual(['relisted resident']);
  });

  test('expires after four Saturdays: it leaves the pool and is the grid worker’s, both told, under a clock', () => {
    let order = published();
    const actions: string[] = [];
    while (order.status === 'dispatched') {
      actions.push(nextDeadline(order)?.action ?? '');
      order = tick(order);
    }
    expect(actions.filter((action) => action !== 'warn')).toEqual(['relist', 'relist', 'relist', 'expire']);
    expect(order).toMatchObject({ status: 'submitted', pool: false, claimable: false, closed: false });
    expect(waitingOf(order)).toMatchObject({ wait: 'dispatch', from: shanghai('2026-12-20T00:00:00') });
    expect(refusal(order, member, accept, shanghai('2026-12-20T10:00:00'))).toBe('NOT_OFFERED');
    expect(refusal(order, worker, publish, shanghai('2026-12-20T10:00:00'))).toBe('allowed');
  });

  test('a community decides on how many', () => {
    const once = after1(wished({ policy: { wishSaturdays: 1 } }), worker, publish, tuesday);
    const warned = tick(once);
    expect(toldBy(warned, null, { action: 'expire' }, shanghai('2026-11-29T00:00:00'))).toEqual([
      'expired resident',
      'expired worker',
    ]);
  });

  test('is in the pool again the moment it is released, for the Saturday that comes, and counts on', () => {
    const won = claimed(shanghai('2026-11-25T10:00:00'));
    const back = after1(won, member, release, shanghai('2026-11-26T10:00:00'));
    expect(back).toMatchObject({ status: 'dispatched', claimable: true, assignee: null, ruling: false });
    expect(back.published).toEqual({ saturday: '2026-11-28', listed: 1 });
    expect(toldBy(won, member, release, shanghai('2026-11-26T10:00:00'))).toEqual([
      'given-back worker',
      'relisted resident',
    ]);
    expect(after1(back, other, accept, shanghai('2026-11-27T10:00:00')).assignee?.personId).toBe('other');
    const late = after1(won, member, release, shanghai('2026-11-29T08:00:00'));
    expect(late.published).toEqual({ saturday: '2026-12-05', listed: 1 });
  });

  test('and so is that of a member who moved away', () => {
    const won = claimed(shanghai('2026-11-25T10:00:00'));
    const back = after1(won, null, { action: 'withdraw', personId: 'member' }, shanghai('2026-11-26T10:00:00'));
    expect(back).toMatchObject({ status: 'dispatched', claimable: true, assignee: null });
  });
});

describe('what nobody may see in the pool', () => {
  const wednesday = shanghai('2026-11-25T10:00:00');
  const thursday = shanghai('2026-11-26T10:00:00');
  const waysOut: readonly [string, OrderActor | null, OrderCommand][] = [
    ['given back', member, release],
    ['taken off', worker, { action: 'removeHelper', personId: 'member', reason: '约了几回都没去成' }],
    ['moved away', null, { action: 'withdraw', personId: 'member' }],
  ];

  test.each(waysOut)('S1-18 a wish that became private is in no pool any more once it is %s', (_, actor, command) => {
    const secret = after1(claimed(wednesday), resident, { action: 'makePrivate' }, wednesday);
    const left = after1(secret, actor, command, thursday);
    expect(left).toMatchObject({ status: 'submitted', pool: false, claimable: false, private: true, assignee: null });
    expect(refusal(left, other, accept, thursday)).toBe('NOT_OFFERED');
    expect(waitingOf(left)).toMatchObject({ wait: 'dispatch', from: thursday });
    expect(toldBy(secret, actor, command, thursday)).toContain('returned resident');
  });

  test.each(waysOut)('a wish that staff gave to somebody by name is in no pool once it is %s', (_, actor, command) => {
    const named = after1(after1(wished(), worker, dispatchTo(member), tuesday), member, accept, wednesday);
    const left = after1(named, actor, command, thursday);
    expect(left).toMatchObject({ status: 'submitted', pool: false, claimable: false });
  });

  test('a wish for which nobody came is in the pool again, for the next Saturday, and nobody rules on it', () => {
    const hours = { from: shanghai('2026-11-28T09:00:00'), until: shanghai('2026-11-28T10:00:00') };
    const appointed = tick(after1(claimed(wednesday), member, { action: 'appoint', appointment: hours }, thursday));
    const at = shanghai('2026-11-28T12:00:01');
    const missed = after1(appointed, null, { action: 'noShow' }, at);
    expect(missed).toMatchObject({ status: 'dispatched', pool: true, claimable: true, ruling: false });
    expect(missed.noShows).toHaveLength(1);
    expect(nextDeadline(missed)!.at > at).toBe(true);
    expect(toldBy(appointed, null, { action: 'noShow' }, at)).toContain('relisted resident');
  });
});

test('an order in the pool that is no wish has no Saturday', () => {
  const pooled = after1(fresh(), worker, publish, tuesday);
  expect(pooled).not.toHaveProperty('published');
  expect(waitingOf(pooled)?.wait).toBe('acceptance');
});
