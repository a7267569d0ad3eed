import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import type { CommandFor } from '../../../../cloudfunctions/core/order/rules/command';
import { nextDeadline } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import { nextDecisionTelling } from '../../../../cloudfunctions/core/order/rules/decision-clock';
import { withDecidersTold } from '../../../../cloudfunctions/core/order/flow/tell-deciders';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import {
  after1,
  byCall,
  deed,
  hourMs,
  inStatus,
  member,
  other,
  refusal,
  release,
  reopen,
  resident,
  secretary,
  worker,
} from '../sample-orders';

const at = (time: string) => new Date(`2026-11-${time}+08:00`);
const hours = (from: string, until: string): CommandFor<'appoint'> => ({
  action: 'appoint',
  appointment: { from: at(from), until: at(until) },
});
const now = at('21T15:00:00');
const saturday = hours('28T14:00:00', '28T16:00:00');
const appointed = () => after1(inStatus('accepted'), member, saturday, now);
const newsOf = (before: Order, next: Order) =>
  notificationsOf(before, next).map(({ content, personIds }) => `${content.kind} ${personIds.join(' ')}`);

describe('an appointment', () => {
  test('is said by whoever goes, told to the requester, and moved by saying it anew', () => {
    const accepted = inStatus('accepted');
    const order = after1(accepted, member, saturday, now);
    expect(order.assignee?.appointment).toEqual(saturday.appointment);
    expect(newsOf(accepted, order)).toEqual(['appointed resident']);
    expect(notificationsOf(accepted, order)[0]?.content.until).toEqual(at('28T14:00:00'));
    const moved = after1(order, member, hours('27T09:00:00', '27T11:00:00'), now);
    expect(moved.assignee?.appointment?.from).toEqual(at('27T09:00:00'));
    for (const actor of [other, resident, worker]) expect(refusal(order, actor, saturday, now)).toBe('FORBIDDEN');
  });

  test('X-04 is hours of one day of Shanghai, to come, as far as the terms go; the field is named', () => {
    const fieldOf = (command: CommandFor<'appoint'>) => {
      const order = inStatus('accepted');
      const result = decide(order, command, deed(order, member, now));
      return result.ok ? 'fits' : result.field;
    };
    expect(fieldOf(hours('21T14:00:00', '21T16:00:00'))).toBe('from');
    expect(fieldOf(hours('21T15:00:00', '21T16:00:00'))).toBe('from');
    expect(fieldOf(hours('28T14:00:00', '28T14:20:00'))).toBe('until');
    expect(fieldOf(hours('28T14:00:00', '28T21:00:00'))).toBe('until');
    expect(fieldOf(hours('28T23:00:00', '29T01:00:00'))).toBe('until');
    expect(fieldOf(hours('28T22:00:00', '29T00:00:00'))).toBe('fits');
    // 23:00 in UTC is a morning in Shanghai.
    expect(fieldOf(hours('29T07:00:00', '29T09:00:00'))).toBe('fits');
    const late = {
      from: new Date(now.getTime() + 14 * 24 * hourMs + 1),
      until: new Date(now.getTime() + 14 * 24 * hourMs + hourMs),
    };
    expect(fieldOf({ action: 'appoint', appointment: late })).toBe('from');
  });

  test('released before it nobody is blamed: no return, no ruling; from its first minute on it is a return', () => {
    const early = after1(appointed(), member, release, at('28T13:59:59'));
    expect(early).toMatchObject({ status: 'submitted', returns: 0, ruling: false, noShows: [], assignee: null });
    expect(after1(appointed(), member, release, at('28T14:00:00'))).toMatchObject({ status: 'submitted', returns: 1 });
    expect(after1(inStatus('accepted'), member, release, now)).toMatchObject({ returns: 1 });
  });

  test('hours that had begun are not undone by others, by a question, or once they are over', () => {
    const tomorrow = hours('29T14:00:00', '29T16:00:00');
    const moved = after1(appointed(), member, tomorrow, at('28T14:30:00'));
    expect(moved.assignee).toMatchObject({ appointment: tomorrow.appointment, missed: saturday.appointment });
    expect(after1(moved, member, release, at('28T20:00:00'))).toMatchObject({ returns: 1 });
    const asked = after1(appointed(), member, { action: 'askRequester', words: '您在家吗' }, at('28T14:30:00'));
    expect(asked.assignee).toMatchObject({ missed: saturday.appointment });
    expect(after1(asked, member, release, at('28T15:00:00'))).toMatchObject({ returns: 1 });
    expect(refusal(appointed(), member, tomorrow, at('28T16:00:00'))).toBe('HOURS_OVER');
    expect(availableActions(appointed(), member, at('28T16:00:00'))).not.toContain('appoint');
    expect(availableActions(appointed(), member, at('28T15:59:59'))).toContain('appoint');
    const early = after1(appointed(), member, tomorrow, at('28T13:00:00'));
    expect(after1(early, member, release, at('28T20:00:00'))).toMatchObject({ returns: 0 });
  });

  test('two hours after it nobody came: recorded, released by itself, told', () => {
    const order = appointed();
    expect(nextDeadline(order)).toEqual({ action: 'noShow', at: new Date(at('28T18:00:00').getTime() + 1) });
    expect(refusal(order, null, { action: 'noShow' }, at('28T18:00:00'))).toBe('WRONG_STATUS');
    const missed = after1(order, null, { action: 'noShow' }, new Date(at('28T18:00:00').getTime() + 1));
    expect(missed).toMatchObject({
      status: 'submitted',
      returns: 1,
      assignee: null,
      noShows: [{ personId: 'member', from: at('28T14:00:00'), until: at('28T16:00:00') }],
      offers: [{ state: 'absent' }, { state: 'lapsed' }],
    });
    expect(newsOf(order, missed)).toEqual(['no-show member', 'not-come worker', 'returned resident']);
  });

  test('whoever is at the door, or has done it, is never missed; nobody is at the door days before', () => {
    const order = appointed();
    expect(refusal(order, member, { action: 'arrive' }, at('28T12:59:59'))).toBe('TOO_EARLY');
    const there = after1(order, member, { action: 'arrive' }, at('28T13:00:00'));
    expect(there.version).toBe(order.version);
    expect(nextDeadline(there)?.action).not.toBe('noShow');
    expect(availableActions(there, member)).not.toContain('appoint');
    const done = after1(order, member, byCall, at('28T15:00:00'));
    expect(nextDeadline(done)?.action).toBe('warn');
    // Not solved: when they come again, they say anew.
    const again = after1(done, resident, reopen, at('28T16:00:00'));
    expect([again.assignee?.appointment, nextDeadline(again)?.action]).toEqual([undefined, 'warn']);
    expect(refusal(inStatus('accepted'), member, { action: 'arrive' }, now)).toBe('WRONG_STATUS');
  });
});

describe('an appeal', () => {
  const appeal = { action: 'appealNoShow', words: '敲了门，没人应，邻居看见的' } as const;
  const rule = { action: 'ruleNoShow', personId: 'member', lifted: true, reason: '问过邻居，他来过' } as const;
  const later = at('29T09:00:00');
  const missed = () => after1(appointed(), null, { action: 'noShow' }, at('28T18:00:01'));

  test('is made once by whoever is said not to have come, whatever became of the order', () => {
    expect(refusal(missed(), other, appeal, later)).toBe('FORBIDDEN');
    const closed = after1(missed(), resident, { action: 'cancel', reason: 'solved-myself', note: null }, later);
    for (const order of [missed(), closed]) {
      const appealed = after1(order, member, appeal, later);
      expect(appealed).toMatchObject({ status: order.status, version: order.version, needsAttention: true });
      expect(newsOf(order, appealed)).toEqual(['appealed secretary']);
      expect(refusal(appealed, member, appeal, later)).toBe('FORBIDDEN');
    }
  });

  test('is ruled on by the secretary alone, never on their own record, and once', () => {
    const appealed = after1(missed(), member, appeal, later);
    expect(refusal(appealed, worker, rule, later)).toBe('FORBIDDEN');
    expect(refusal(missed(), secretary, rule, later)).toBe('WRONG_STATUS');
    expect(availableActions(appealed, secretary)).toContain('ruleNoShow');
    const ruled = after1(appealed, secretary, rule, later);
    expect(ruled.noShows[0]?.appeal?.ruling).toMatchObject({ lifted: true, by: { personId: 'secretary' } });
    expect(ruled.needsAttention).toBe(false);
    expect(newsOf(appealed, ruled)).toEqual(['appeal-lifted member']);
    expect(newsOf(appealed, after1(appealed, secretary, { ...rule, lifted: false }, later))).toEqual([
      'appeal-upheld member',
    ]);
    expect([appealed.returns, ruled.returns]).toEqual([1, 0]);
    expect(after1(appealed, secretary, { ...rule, lifted: false }, later).returns).toBe(1);
    const barred = { ...appealed, returns: 2, ruling: true };
    expect(after1(barred, secretary, rule, later)).toMatchObject({ returns: 1, ruling: false });
    expect(refusal(ruled, secretary, rule, later)).toBe('WRONG_STATUS');
    const own = { ...appealed, noShows: [{ ...appealed.noShows[0]!, personId: 'secretary' }] };
    expect(refusal(own, secretary, { ...rule, personId: 'secretary' }, later)).toBe('SECOND_PERSON_NEEDED');
    expect(availableActions(own, secretary)).not.toContain('ruleNoShow');
  });

  test('waits no longer than a day for the ruling: the secretary is told again, and nobody of their own record', () => {
    const appealed = after1(missed(), member, appeal, later);
    const told: string[] = [];
    for (let order = appealed, next = nextDecisionTelling(order); next; next = nextDecisionTelling(order)) {
      const { order: after, messages } = withDecidersTold(order, next, next.at);
      told.push(`${messages[0]?.content.kind} ${messages[0]?.personIds.join()} ${next.at.toISOString().slice(5, 16)}`);
      order = after;
    }
    expect(told).toEqual([
      'appeal-due secretary 11-29T17:00',
      'appeal-due secretary 11-30T01:00',
      'appeal-due secretary 11-30T05:00',
    ]);
    expect(nextDecisionTelling(after1(appealed, secretary, rule, later))).toBeNull();
  });

  test('X-05 two rulings in one order: each is a line of its own and reaches its own person', () => {
    const [first] = missed().noShows;
    const both = { ...missed(), noShows: [first!, { ...first!, personId: 'other' }] };
    const appealed = after1(after1(both, member, appeal, later), other, { ...appeal, words: '我也去了' }, later);
    const one = after1(appealed, secretary, rule, later);
    const two = after1(one, secretary, { ...rule, personId: 'other', reason: '两个人都去过' }, at('29T10:00:00'));
    expect(newsOf(appealed, one)).toEqual(['appeal-lifted member']);
    expect(newsOf(one, two)).toEqual(['appeal-lifted other']);
    const notes = two.trail.filter(({ action }) => action === 'ruleNoShow').map(({ note }) => note);
    expect(notes).toEqual([rule.reason, '两个人都去过']);
  });
});
