import { isOverdue } from '../../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import { waitOf } from '../../../../cloudfunctions/core/order/rules/waits';
import { needsCall } from '../../../../cloudfunctions/core/order/rules/call';
import {
  accept,
  after,
  after1,
  byCall,
  called,
  dispatchTo,
  fresh,
  head,
  hourMs,
  inStatus,
  leader,
  member,
  refusal,
  release,
  reopen,
  resident,
  worker,
} from '../sample-orders';

const dayMs = 24 * hourMs;
const kindsTo = (before: Order, now: Order) =>
  notificationsOf(before, now).flatMap(({ personIds, content }) => personIds.map((id) => `${content.kind} ${id}`));

/** Every move of the clock that is due by then, each with whom it tells. */
function letPass(found: Order, until: Date): { order: Order; told: readonly string[] } {
  let order = found;
  const told: string[] = [];
  for (const action of ['warn', 'escalate', 'escalate', 'escalate', 'lapse'] as const) {
    if (refusal(order, null, { action }, until) !== 'allowed') continue;
    const before = order;
    order = after1(order, null, { action }, until);
    told.push(...kindsTo(before, order));
  }
  return { order, told };
}

describe('an accepted order that lies idle', () => {
  const acceptedAt = after(2 * hourMs);
  const due = after(14 * dayMs, acceptedAt);

  test('is warned about at two thirds of 14 days, then goes up the levels, stands on the desk, and is not late', () => {
    const order = inStatus('accepted');
    expect(order.dueAt).toEqual(after((14 * dayMs * 2) / 3, acceptedAt));
    expect(letPass(order, due).order.stageClock).toMatchObject({ escalation: 0 });
    const { order: idle, told } = letPass(order, after(30 * dayMs));
    expect(told).toEqual([
      'finish-soon member',
      'finish-soon worker',
      'stalled worker',
      'stalled leader',
      'stalled secretary',
    ]);
    expect(idle).toMatchObject({ status: 'accepted', late: false, needsAttention: true, dueAt: null });
    expect(idle.rankKey < inStatus('accepted').rankKey).toBe(true);
  });

  test('is done at last: who was told that it lay idle is told so, and the next stage has a clock of its own', () => {
    const { order: idle } = letPass(inStatus('accepted'), after(30 * dayMs));
    const done = after1(idle, member, byCall, after(31 * dayMs));
    expect(done).toMatchObject({ needsAttention: false, stageClock: { startedAt: after(31 * dayMs), escalation: 0 } });
    expect(kindsTo(idle, done)).toEqual([
      'completed resident',
      'finished worker',
      'finished leader',
      'finished secretary',
    ]);
    const again = after1(done, resident, reopen, after(32 * dayMs));
    expect(again.dueAt).toEqual(after(32 * dayMs + (14 * dayMs * 2) / 3));
    expect(after1(again, member, release, after(33 * dayMs))).toMatchObject({ stageClock: null, late: false });
  });
});

describe('silence counts only against whoever was asked', () => {
  const accepted = after1(after1(fresh({ source: 'phone' }), worker, dispatchTo(member)), member, accept);
  const completed = after1(accepted, member, byCall, after(0));

  test("without WeChat and without a call the wait is the office's: it goes up the levels and is never closed", () => {
    expect(needsCall(completed)).toBe(true);
    expect(completed.dueAt).toEqual(after(32 * hourMs));
    expect(letPass(completed, after(48 * hourMs)).order.stageClock).toMatchObject({ escalation: 0 });
    const { order, told } = letPass(completed, after(60 * dayMs));
    expect(told).toEqual(['to-call leader', 'uncalled worker', 'uncalled leader', 'uncalled secretary']);
    expect(order).toMatchObject({ status: 'completed', outcome: null, needsAttention: true });
    expect([isOverdue(order), needsCall(order)]).toEqual([true, true]);
    expect(refusal(order, null, { action: 'lapse' }, after(90 * dayMs))).toBe('WRONG_STATUS');
  });

  test('a call that reached nobody changes nothing; one that did is the beginning of the silence', () => {
    const tried = after1(completed, leader, called('unanswered'), after(50 * hourMs));
    expect([needsCall(tried), tried.stageClock]).toEqual([true, completed.stageClock]);
    const { order: uncalled } = letPass(tried, after(3 * dayMs));
    const asked = after1(uncalled, leader, called('reached'), after(4 * dayMs));
    expect([needsCall(asked), asked.needsAttention]).toEqual([false, false]);
    expect(kindsTo(uncalled, asked)).toEqual(['finished worker', 'finished secretary']);
    const again = after1(asked, leader, called('reached'), after(6 * dayMs));
    expect(again.stageClock).toEqual(asked.stageClock);
    expect(letPass(again, after(11 * dayMs - 1)).order.status).toBe('completed');
    expect(letPass(again, after(11 * dayMs)).order).toMatchObject({
      status: 'closed',
      outcome: 'unrated',
      award: null,
    });
  });

  describe('of somebody who can never be reached', () => {
    const tryOn = (order: Order, ...days: readonly number[]) =>
      days.reduce((one, day) => after1(one, leader, called('unanswered'), after(day * dayMs)), order);

    test('calls in vain on three days end the wait of the office, and whoever was told hears of it', () => {
      const { order: uncalled } = letPass(completed, after(4 * dayMs));
      const twice = tryOn(uncalled, 5, 6);
      expect(twice).toMatchObject({ needsAttention: true, triedOn: ['2026-11-26', '2026-11-27'] });
      const thrice = tryOn(twice, 7);
      expect(kindsTo(twice, thrice)).toEqual(['unreachable worker', 'unreachable secretary']);
      expect([isOverdue(thrice), needsCall(thrice), waitOf(thrice)]).toEqual([false, true, 'unreachable']);
      const { order: open, told } = letPass(thrice, after(14 * dayMs - 1));
      expect([open.status, told]).toEqual(['completed', ['to-call leader']]);
      const { order: closed } = letPass(open, after(14 * dayMs));
      expect(closed).toMatchObject({ status: 'closed', outcome: 'unreachable', award: null, rating: null });
    });

    test('many calls of one day are one try, and more days change nothing any more', () => {
      const once = ['0', '1', '2', '3'].reduce(
        (one, hour) => after1(one, leader, called('wrong-number'), after(dayMs + Number(hour) * hourMs)),
        completed,
      );
      expect([once.triedOn, waitOf(once)]).toEqual([['2026-11-22'], 'call']);
      const done = tryOn(once, 2, 3);
      expect(tryOn(done, 4, 5)).toMatchObject({ triedOn: done.triedOn, stageClock: done.stageClock });
    });

    test('a call that reaches them after all is the question: silence counts from then on', () => {
      const reached = after1(tryOn(completed, 1, 2, 3), leader, called('reached'), after(5 * dayMs));
      expect([waitOf(reached), needsCall(reached)]).toEqual(['confirmation', false]);
      expect(letPass(reached, after(12 * dayMs - 1)).order.status).toBe('completed');
      expect(letPass(reached, after(12 * dayMs)).order.outcome).toBe('unrated');
    });

    test('as many days as the community decided; another completion begins at none', () => {
      const decided = { ...completed, terms: { ...completed.terms, callTries: 2 } };
      expect([waitOf(tryOn(decided, 1)), waitOf(tryOn(decided, 1, 2))]).toEqual(['call', 'unreachable']);
      const again = after1(tryOn(decided, 1, 2), leader, { ...reopen, finishCode: '1111' }, after(3 * dayMs));
      expect(waitOf(after1(again, member, byCall, after(4 * dayMs)))).toBe('call');
    });

    test('calls before it was done are no tries', () => {
      const before = tryOn(accepted, 1, 2, 3);
      expect(waitOf(after1(before, member, byCall, after(4 * dayMs)))).toBe('call');
    });
  });

  test('who had a hand in it asks nobody, and nobody else asks who has WeChat', () => {
    expect(refusal(completed, worker, called('reached'))).toBe('UNINVOLVED_NEEDED');
    expect(refusal(inStatus('completed'), leader, called('reached'))).toBe('REQUESTER_CONFIRMS');
    expect(refusal(completed, member, called('reached'))).toBe('FORBIDDEN');
  });

  test('what was not solved is asked about anew', () => {
    const asked = after1(completed, leader, called('reached'), after(dayMs));
    const again = after1(asked, leader, { ...reopen, finishCode: '1111' }, after(2 * dayMs));
    expect(needsCall(after1(again, member, byCall, after(3 * dayMs)))).toBe(true);
  });
});

describe('a number that was only typed', () => {
  const typed = (more = {}) => fresh({ verified: false, ...more });

  test('is called before anybody is sent, until somebody was reached there', () => {
    const order = typed();
    expect(refusal(order, worker, dispatchTo(member))).toBe('CALL_NEEDED');
    expect(availableActions(order, worker)).toEqual([
      'refuse',
      'merge',
      'transfer',
      'reclassify',
      'relocate',
      'recordCall',
      'askRequester',
    ]);
    const tried = after1(after1(order, worker, called('unanswered')), worker, called('wrong-number'));
    expect(refusal(tried, worker, dispatchTo(member))).toBe('CALL_NEEDED');
    expect(kindsTo(order, tried)).toEqual(['unreached resident']);
    const reached = after1(tried, worker, called('reached'));
    expect([needsCall(tried), needsCall(reached)]).toEqual([true, false]);
    const sent = after1(reached, worker, dispatchTo(member));
    expect(after1(after1(sent, member, accept), member, release)).toMatchObject({ status: 'submitted' });
    expect(sent.trail.map(({ action, reason, by }) => [action, reason, by?.personId])).toEqual([
      ['create', null, 'resident'],
      ['recordCall', 'unanswered', 'worker'],
      ['recordCall', 'wrong-number', 'worker'],
      ['recordCall', 'reached', 'worker'],
      ['dispatch', null, 'worker'],
    ]);
  });

  test('a call of the same person with the same result is counted, and makes no version old', () => {
    const order = inStatus('dispatched');
    const twice = after1(after1(order, worker, called('unanswered')), worker, called('unanswered'), after(3 * hourMs));
    expect(twice.version).toBe(order.version);
    expect(twice.trail.at(-1)).toMatchObject({
      action: 'recordCall',
      repeated: { count: 1, lastAt: after(3 * hourMs) },
    });
  });

  test('an errand is taken by nobody before, and an emergency does not wait', () => {
    expect(refusal(typed({ category: 'schooling' }), worker, accept)).toBe('CALL_NEEDED');
    expect(refusal(typed({ category: 'schooling' }), head, accept)).toBe('CALL_NEEDED');
    const urgent = typed({ category: 'emergency' });
    expect(needsCall(urgent)).toBe(true);
    expect(needsCall(after1(urgent, worker, dispatchTo(member)))).toBe(true);
  });
});

test('an emergency has promises of its own: an hour to be sent, two to be accepted, three days to be done', () => {
  const urgent = fresh({ category: 'emergency' });
  expect(urgent.dueAt).toEqual(after((hourMs * 2) / 3));
  const { order, told } = letPass(urgent, after(2 * hourMs + 1));
  expect([order.escalation, told]).toEqual([
    3,
    ['due-soon worker', 'overdue worker', 'overdue leader', 'overdue secretary'],
  ]);
  const sent = after1(urgent, worker, dispatchTo(member), after(hourMs));
  expect(sent.acceptBy).toEqual(after(3 * hourMs));
  expect(after1(sent, member, accept, after(2 * hourMs)).dueAt).toEqual(after(50 * hourMs));
});
