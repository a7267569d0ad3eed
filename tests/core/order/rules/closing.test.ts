import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import { summaryOf } from '../../../../cloudfunctions/core/order/flow/order-view';
import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import { confirmerOf } from '../../../../cloudfunctions/core/order/rules/confirmer';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { visibilityOf } from '../../../../cloudfunctions/core/order/rules/visibility';
import { absorb } from '../../../../cloudfunctions/core/order/rules/moves/merge';
import {
  accept,
  after,
  after1,
  changeRating,
  committee,
  confirm,
  deed,
  dispatched,
  dispatchTo,
  fresh,
  head,
  hourMs,
  inStatus,
  leader,
  member,
  neighbour,
  other,
  refusal,
  resident,
  worker,
  byCall,
} from '../sample-orders';

const dayMs = 24 * hourMs;
const makePrivate: OrderCommand = { action: 'makePrivate' };

describe('S2-18 a written record is evidence, the picture is optional', () => {
  const record = (note: string | null, photos: number): OrderCommand => ({
    action: 'complete',
    claim: {
      kind: 'record',
      evidence: {
        kind: 'record',
        note,
        photos: Array.from({ length: photos }, (_, index) => ({
          fileId: `f${index}`,
          traceId: null,
          state: 'checking' as const,
        })),
      },
    },
  });

  test('words alone are enough, words with pictures too, pictures without words are not', () => {
    const accepted = inStatus('accepted');
    expect(after1(accepted, member, record('换了水龙头', 0)).evidence).toMatchObject({
      note: '换了水龙头',
      photos: [],
    });
    expect(after1(accepted, member, record('换了水龙头', 2)).evidence?.photos).toHaveLength(2);
    expect(refusal(accepted, member, record(null, 2))).toBe('EVIDENCE_NEEDED');
  });
});

describe('S2-14 a rating may be changed for seven days', () => {
  const closed = inStatus('closed');
  const closedAt = closed.closedAt ?? after(0);

  test('to the millisecond, as often as they like, and what was earned stays', () => {
    const once = after1(closed, resident, changeRating, after(dayMs, closedAt));
    expect(once).toMatchObject({
      status: 'closed',
      outcome: 'solved',
      rating: { stars: 3, via: 'requester', changedAt: after(dayMs, closedAt) },
      award: closed.award,
      closedAt,
    });
    expect(once.trail.map(({ action, count }) => [action, count]).slice(-2)).toEqual([
      ['confirm', 5],
      ['changeRating', 3],
    ]);
    expect(refusal(once, resident, changeRating, after(7 * dayMs, closedAt))).toBe('allowed');
    expect(refusal(once, resident, changeRating, after(7 * dayMs + 1, closedAt))).toBe('RATING_TOO_LATE');
    expect(notificationsOf(closed, once)).toEqual([]);
  });

  test('the button is there as long as it may be', () => {
    const actionsAt = (now: Date) => summaryOf(closed, visibilityOf(closed, resident)!, resident, now).actions;
    expect(actionsAt(after(7 * dayMs, closedAt))).toContain('changeRating');
    expect(actionsAt(after(7 * dayMs + 1, closedAt))).not.toContain('changeRating');
  });

  test('nobody rates over the requester’s own word, and silence is no rating to be changed', () => {
    const called = {
      ...closed,
      source: 'phone' as const,
      requester: { ...closed.requester, openid: null },
      handlerIds: ['worker', 'member'],
    };
    expect(refusal(called, leader, changeRating, closedAt)).toBe('REQUESTER_CONFIRMS');
    const entered = { ...called, rating: { stars: 5, tags: [], words: null, via: 'call' as const } };
    expect(after1(entered, leader, changeRating, closedAt).rating).toMatchObject({ stars: 3, via: 'call' });
    expect(refusal(entered, worker, changeRating, closedAt)).toBe('FORBIDDEN');
    expect(refusal({ ...closed, outcome: 'unrated', rating: null }, resident, changeRating, closedAt)).toBe(
      'WRONG_STATUS',
    );
    expect(refusal(closed, resident, { ...changeRating, stars: 6 }, closedAt)).toBe('INVALID_INPUT');
  });

  test('whoever asks on the phone had no hand in it: worker, else leader, else the committee', () => {
    const completed = after1(
      after1(after1(fresh({ source: 'phone' }), worker, dispatchTo(member)), member, accept),
      member,
      byCall,
    );
    expect(confirmerOf(completed)).toMatchObject({ by: 'leader', party: { personId: 'leader' } });
    expect(confirmerOf({ ...completed, handlerIds: ['worker', 'leader', 'member'] }).by).toBe('committee');
    const successor = { personId: 'successor', name: '新网格员', phone: '16400000001', openid: null };
    expect(confirmerOf({ ...completed, worker: successor })).toMatchObject({
      by: 'worker',
      party: { personId: 'successor' },
    });
    expect(refusal(completed, worker, confirm)).toBe('UNINVOLVED_NEEDED');
    expect(refusal(completed, committee, confirm)).toBe('allowed');
  });
});

describe('an order is made private afterwards', () => {
  const pooled = after1(fresh(), worker, { action: 'dispatch', members: [], pool: true, note: null });

  test('it leaves the pool, and is to be dispatched again under the clock that runs', () => {
    expect(pooled.claimable).toBe(true);
    const hidden = after1(pooled, resident, makePrivate, after(2 * hourMs));
    expect(hidden).toMatchObject({
      private: true,
      pool: false,
      claimable: false,
      status: 'submitted',
      returns: 0,
      acceptBy: pooled.acceptBy,
    });
    expect(visibilityOf(hidden, other)).toBeNull();
    expect(refusal(hidden, other, accept)).toBe('NOT_OFFERED');
  });

  test('neighbours drop out and are told without a word of it; whose order was merged follows it on', () => {
    const joined = after1(dispatched(), neighbour, { action: 'join' });
    const both = absorb(
      joined,
      { ...fresh(), _id: 'oOTHER', requester: { ...fresh().requester, personId: 'aunt' } },
      {
        ...deed(joined, worker, after(hourMs)),
      },
    );
    const hidden = after1(both, resident, makePrivate, after(2 * hourMs));
    expect(hidden.joined.map(({ personId }) => personId)).toEqual(['aunt']);
    expect(visibilityOf(hidden, neighbour)).toBeNull();
    expect(availableActions(hidden, neighbour)).toEqual([]);
    expect(notificationsOf(both, hidden)).toEqual([{ personIds: ['neighbour'], content: { kind: 'made-private' } }]);
  });

  test('from then on only who serves them reads it, in every status, once', () => {
    for (const status of ['submitted', 'dispatched', 'accepted', 'completed', 'outside', 'closed'] as const) {
      const hidden = after1(inStatus(status), resident, makePrivate, after(9 * hourMs));
      expect(hidden.private).toBe(true);
      expect(visibilityOf(hidden, worker)?.content).toBe(true);
      expect([visibilityOf(hidden, leader)?.content, visibilityOf(hidden, head)?.content]).toEqual([false, false]);
      expect(refusal(hidden, resident, makePrivate, after(9 * hourMs))).toBe('WRONG_STATUS');
      expect(availableActions(hidden, resident)).not.toContain('makePrivate');
      expect(refusal(inStatus(status), neighbour, makePrivate)).toBe('FORBIDDEN');
    }
  });
});
