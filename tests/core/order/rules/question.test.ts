import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import { laterBy } from '../../../../cloudfunctions/core/order/rules/accept-by';
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { isPastDeadline, nextDeadline, waitingOf } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../../cloudfunctions/core/order/rules/evolve';
import type { OrderActor } from '../../../../cloudfunctions/core/order/rules/relations';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import type { HolidayCalendar } from '../../../../cloudfunctions/core/time/day-kind';
import {
  accept,
  after,
  after1,
  decline,
  deed,
  dispatchTo,
  fresh,
  hourMs,
  inStatus,
  leader,
  member,
  neighbour,
  refusal,
  resident,
  secretary,
  worker,
} from '../sample-orders';

const dayMs = 24 * hourMs;
const ask: OrderCommand = { action: 'askRequester', words: '哪天在家' };
const answer: OrderCommand = { action: 'answerQuestion', words: '周六上午' };
const withdraw: OrderCommand = { action: 'withdrawQuestion' };
const untilOf = (order: Parameters<typeof waitingOf>[0]) => waitingOf(order)?.until;

describe('waiting for the requester alone stops the clock', () => {
  test('the time to send somebody goes on with what was left of it', () => {
    const made = fresh();
    const asked = after1(made, worker, ask, after(20 * hourMs));
    expect(waitingOf(asked)).toMatchObject({ wait: 'reply', until: after(20 * hourMs + 168 * hourMs) });
    expect([isPastDeadline(asked, after(60 * hourMs)), asked.needsAttention]).toEqual([false, false]);
    const answered = after1(asked, resident, answer, after(50 * hourMs));
    expect(waitingOf(answered)).toMatchObject({ wait: 'dispatch', until: after(54 * hourMs) });
    expect(answered.trail.slice(1)).toMatchObject([
      { action: 'askRequester', by: { personId: 'worker' }, note: '哪天在家' },
      { action: 'answerQuestion', by: { personId: 'resident' }, note: '周六上午' },
    ]);
    expect(notificationsOf(made, asked)).toMatchObject([
      { personIds: ['resident'], content: { kind: 'question', until: after(188 * hourMs) } },
    ]);
    expect(notificationsOf(asked, answered)).toMatchObject([{ personIds: ['worker'], content: { kind: 'replied' } }]);
  });

  test('so do the time to accept after a return, to do it, and to answer from outside', () => {
    const returned = after1(after1(fresh(), worker, dispatchTo(member)), member, decline, after(2 * hourMs));
    for (const [order, by, wait] of [
      [returned, leader, 'acceptance'],
      [inStatus('accepted'), member, 'completion'],
      [inStatus('outside'), worker, 'answer'],
    ] as const) {
      const before = untilOf(order)!;
      const asked = after1(order, by, ask, after(10 * hourMs));
      const went = after1(asked, by, withdraw, after(40 * hourMs));
      expect(waitingOf(went)).toMatchObject({ wait, until: after(30 * hourMs, before), escalation: 0 });
      expect(went.question).toBeNull();
    }
  });

  test('the requester is reminded, then the clock goes on by itself, and whoever asked is told', () => {
    let order = after1(inStatus('accepted'), member, ask, after(10 * hourMs));
    const told: unknown[] = [];
    for (let count = 0; count < 2; count += 1) {
      const next = nextDeadline(order)!;
      const moved = after1(order, null, { action: next.action }, next.at);
      told.push(
        next.action,
        ...notificationsOf(order, moved).map(({ content, personIds }) => [content.kind, personIds]),
      );
      order = moved;
    }
    expect(told).toEqual(['warn', ['question', ['resident']], 'expireQuestion', ['not-replied', ['member', 'worker']]]);
    expect(order).toMatchObject({
      question: null,
      askedMs: 168 * hourMs,
      stageClock: { warnedAt: null, escalation: 0 },
    });
    expect(refusal(order, member, ask, after(200 * hourMs))).toBe('WAITED_ENOUGH');
    expect(availableActions(order, member)).not.toContain('askRequester');
    expect(refusal(order, null, { action: 'expireQuestion' }, after(400 * hourMs))).toBe('WRONG_STATUS');
  });

  test('all questions together have one time, and one is asked after the other', () => {
    const once = after1(inStatus('accepted'), member, ask, after(10 * hourMs));
    expect(refusal(once, worker, ask, after(11 * hourMs))).toBe('WRONG_STATUS');
    const answered = after1(once, resident, answer, after(110 * hourMs));
    const again = after1(answered, worker, ask, after(200 * hourMs));
    expect(untilOf(again)).toEqual(after(268 * hourMs));
    expect(again.askedMs).toBe(100 * hourMs);
  });

  test('whoever does it without the answer lets the clock go on; neighbours and calls do not', () => {
    const asked = after1(inStatus('accepted'), member, ask, after(10 * hourMs));
    const joined = after1(asked, neighbour, { action: 'join' }, after(11 * hourMs));
    const called = after1(joined, worker, { action: 'recordCall', result: 'reached' }, after(12 * hourMs));
    expect(called.question).toMatchObject({ words: '哪天在家' });
    const hours = { from: after(60 * hourMs), until: after(61 * hourMs) };
    const appointed = after1(called, member, { action: 'appoint', appointment: hours }, after(40 * hourMs));
    expect(appointed).toMatchObject({
      question: null,
      askedMs: 30 * hourMs,
      stageClock: { startedAt: after(32 * hourMs) },
    });
    const outside = after1(called, worker, { action: 'transfer', to: '12345', note: null }, after(40 * hourMs));
    expect(outside).toMatchObject({ question: null, stageClock: { startedAt: after(40 * hourMs) } });
    const closed = after1(called, resident, { action: 'cancel', reason: 'other', note: null }, after(40 * hourMs));
    expect([closed.question, closed.stageClock, closed.dueAt]).toEqual([null, null, null]);
  });

  test('hours that the asker had named are off, and nobody is missed for them', () => {
    const hours = { from: after(30 * hourMs), until: after(31 * hourMs) };
    const appointed = after1(inStatus('accepted'), member, { action: 'appoint', appointment: hours });
    const asked = after1(appointed, member, ask, after(20 * hourMs));
    expect(asked.assignee?.appointment).toBeUndefined();
    expect(nextDeadline(asked)?.action).toBe('warn');
    expect(after1(appointed, worker, ask, after(20 * hourMs)).assignee?.appointment).toEqual(hours);
  });

  test('a dispatch does without it: the promise of somebody who accepts begins then', () => {
    const asked = after1(fresh(), worker, ask, after(20 * hourMs));
    const sent = after1(asked, worker, dispatchTo(member), after(90 * hourMs));
    expect(sent).toMatchObject({ status: 'dispatched', question: null, acceptBy: after(162 * hourMs), late: false });
    expect(after1(sent, member, accept, after(100 * hourMs)).late).toBe(false);
  });

  test('nobody asks themselves, a wish or who had WeChat by telephone', () => {
    const own = { ...fresh(), requester: { ...fresh().requester, personId: 'worker' } };
    expect(refusal(own, worker, ask)).toBe('FORBIDDEN');
    expect(refusal(inStatus('accepted', 'wish'), member, ask)).toBe('FORBIDDEN');
    const asked = after1(fresh(), worker, ask);
    expect(refusal(asked, worker, answer)).toBe('FORBIDDEN');
    const byPhone = after1(fresh({ source: 'phone' }), worker, ask);
    expect(after1(byPhone, leader, answer).question).toBeNull();
    expect(refusal(asked, secretary, { action: 'answerQuestion', words: '好' })).toBe('FORBIDDEN');
    expect(refusal(fresh(), resident, answer)).toBe('WRONG_STATUS');
    expect(availableActions(asked, resident)).toContain('answerQuestion');
  });

  test('an emergency waits no longer than there is to accept it', () => {
    const asked = after1(fresh({ category: 'emergency' }), worker, ask, after(0));
    expect(untilOf(asked)).toEqual(after(2 * hourMs));
  });
});

const at = (text: string) => new Date(`${text}+08:00`);
const calendar: HolidayCalendar = (day) => (day === '2026-11-25' ? 'holiday' : 'ordinary');

describe('times that are counted in days', () => {
  it.each([
    ['days', '2026-11-23T10:00', '2026-11-23T23:00', '2026-11-26T23:59:59.999'],
    ['days', '2026-11-23T23:59', '2026-11-24T00:01', '2026-11-27T23:59:59.999'],
    ['workingDays', '2026-11-23T10:00', '2026-11-25T09:00', '2026-11-27T23:59:59.999'],
    ['workingDays', '2026-11-27T10:00', '2026-11-29T10:00', '2026-11-26T23:59:59.999'],
    ['hours', '2026-11-23T10:00', '2026-11-23T12:00', '2026-11-27T01:59:59.999'],
  ] as const)('in %s, asked at %s, answered at %s: until %s', (unit, from, to, until) => {
    const end = at('2026-11-26T23:59:59.999');
    expect(laterBy(end, { from: at(from), to: at(to) }, unit, calendar)).toEqual(at(until));
  });

  test('a year that the calendar does not know is not guessed: the hours count', () => {
    const stood = { from: at('2026-11-23T10:00'), to: at('2026-11-24T10:00') };
    expect(laterBy(at('2026-11-26T23:59:59.999'), stood, 'workingDays', undefined)).toEqual(
      at('2026-11-27T23:59:59.999'),
    );
  });
});

/** The order after a move, for which the calendar is read. */
function afterKnown(order: Order, actor: OrderActor, command: OrderCommand, moment: Date): Order {
  const result = decide(order, command, { ...deed(order, actor, moment), calendar });
  if (!result.ok) throw new Error(result.code);
  return evolve(order, result.data);
}

describe('working days to do it, and to answer from outside', () => {
  const policy = { completeWithinWorkingDays: 3, answerWithinWorkingDays: 5 };
  // 21 November is a Saturday.
  const dispatched = (category?: string) =>
    after1(fresh({ policy, ...(category && { category }) }), worker, dispatchTo(member));
  const accepted = (category?: string) => afterKnown(dispatched(category), member, accept, after(hourMs));

  test('are counted to the end of the last one, free days left out', () => {
    expect(waitingOf(accepted())).toMatchObject({ wait: 'completion', until: at('2026-11-26T23:59:59.999') });
    const transfer: OrderCommand = { action: 'transfer', to: '12345', note: null };
    const outside = afterKnown(accepted(), worker, transfer, after(2 * hourMs));
    expect(waitingOf(outside)).toMatchObject({ wait: 'answer', until: at('2026-11-30T23:59:59.999') });
  });

  test('stand still while the requester is asked', () => {
    const asked = after1(accepted(), member, ask, at('2026-11-23T10:00'));
    const answered = afterKnown(asked, resident, answer, at('2026-11-24T10:00'));
    expect(untilOf(answered)).toEqual(at('2026-11-27T23:59:59.999'));
  });

  test('of an emergency, and where a year is not known, plain days hold', () => {
    expect(untilOf(accepted('emergency'))).toEqual(after(3 * dayMs + hourMs));
    const unknown = after1(dispatched(), member, accept);
    expect(unknown.stageClock).toMatchObject({ calendarUnknown: 2026 });
    expect(untilOf(unknown)).toEqual(after(14 * dayMs + hourMs));
  });
});
