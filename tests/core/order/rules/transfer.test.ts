import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import { nextDeadline, waitingOf } from '../../../../cloudfunctions/core/order/rules/deadlines';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import {
  accept,
  after,
  after1,
  captain,
  decline,
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
const transfer: OrderCommand = { action: 'transfer', to: '12345', note: '路灯归他们管' };
const answer: OrderCommand = { action: 'recordAnswer', answer: '11 月 25 日换了灯' };

describe('S2-11 a transfer stays open until it is answered', () => {
  test('whoever had it is free, the requester and they are told, and a clock of its own starts', () => {
    const accepted = inStatus('accepted');
    const outside = after1(accepted, worker, transfer, after(5 * hourMs));
    expect(outside).toMatchObject({
      status: 'outside',
      outcome: null,
      closed: false,
      transferredTo: '12345',
      transferredAt: after(5 * hourMs),
      assignee: null,
      responsibleIds: [],
    });
    expect(waitingOf(outside)).toMatchObject({ wait: 'answer', until: after(15 * dayMs + 5 * hourMs) });
    expect(notificationsOf(accepted, outside)).toMatchObject([
      {
        personIds: ['resident', 'member'],
        content: { kind: 'transferred', until: after(15 * dayMs + 5 * hourMs) },
      },
    ]);
  });

  test('the worker is warned, then each level is told in turn; it stays on the desk and never closes by itself', () => {
    let order = inStatus('outside');
    const told: unknown[] = [];
    for (let next = nextDeadline(order); next; next = nextDeadline(order)) {
      const moved = after1(order, null, { action: next.action }, next.at);
      told.push(...notificationsOf(order, moved).map(({ personIds, content }) => [content.kind, ...personIds]));
      order = moved;
    }
    expect(told).toEqual([
      ['answer-soon', 'worker'],
      ['unanswered', 'worker'],
      ['unanswered', 'leader'],
      ['unanswered', 'secretary'],
    ]);
    expect(order).toMatchObject({ status: 'outside', needsAttention: true, dueAt: null });
    const closed = after1(order, leader, answer, after(40 * dayMs));
    expect(notificationsOf(order, closed)).toMatchObject([
      { personIds: ['resident', 'worker', 'secretary'], content: { kind: 'answered' } },
    ]);
  });

  test('the answer closes it as transferred, unrated and without points', () => {
    const outside = after1(inStatus('outside'), neighbour, { action: 'join' });
    const closed = after1(outside, worker, answer, after(4 * dayMs));
    expect(closed).toMatchObject({
      status: 'closed',
      outcome: 'transferred',
      answer: '11 月 25 日换了灯',
      rating: null,
      award: null,
      dueAt: null,
    });
    expect(closed.trail.at(-1)).toMatchObject({ action: 'recordAnswer', note: '11 月 25 日换了灯', hat: 'gridWorker' });
    expect(notificationsOf(outside, closed)).toMatchObject([{ personIds: ['resident', 'neighbour'] }]);
    expect(refusal(closed, worker, answer)).toBe('WRONG_STATUS');
  });

  test('how long they have is the community’s to say, and is written into the order', () => {
    const order = after1(fresh({ policy: { answerWithinDays: 5 } }), worker, transfer, after(hourMs));
    expect(waitingOf(order)).toMatchObject({ until: after(5 * dayMs + hourMs) });
  });
});

describe('what they send back is done here', () => {
  test('dispatched anew under a clock of its own', () => {
    const back = after1(inStatus('outside'), leader, dispatchTo(captain), after(6 * dayMs));
    expect(back).toMatchObject({
      status: 'dispatched',
      responsibleIds: ['captain'],
      late: false,
      acceptBy: after(9 * dayMs),
      stageClock: null,
    });
    expect(after1(back, captain, accept, after(8 * dayMs)).late).toBe(false);
  });

  test('nobody who was asked before may take it meanwhile', () => {
    expect(refusal(inStatus('outside'), member, accept)).toBe('NOT_OFFERED');
    expect(availableActions(inStatus('outside'), member)).toEqual([]);
  });

  test('a ruling that was due is still the secretary’s', () => {
    const once = after1(after1(fresh(), worker, dispatchTo(member)), member, decline);
    const twice = after1(after1(once, worker, dispatchTo(captain)), captain, decline);
    const outside = after1(twice, worker, transfer);
    expect(refusal(outside, worker, dispatchTo(captain))).toBe('RULING_NEEDED');
    expect(after1(outside, secretary, dispatchTo(captain)).ruling).toBe(false);
  });

  test('a number that was only typed is called first', () => {
    const outside = after1(fresh({ verified: false }), worker, transfer);
    expect(refusal(outside, worker, dispatchTo(member))).toBe('CALL_NEEDED');
    const reached = after1(outside, worker, { action: 'recordCall', result: 'reached' });
    expect(after1(reached, worker, dispatchTo(member)).status).toBe('dispatched');
    expect(availableActions(outside, resident)).toEqual(['makePrivate', 'cancel', 'remind']);
  });
});
