import { limits } from '../../../../miniprogram/contracts/limits';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../../cloudfunctions/core/order/rules/evolve';
import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import {
  accept,
  acceptFor,
  after,
  after1,
  byCall,
  captain,
  committee,
  confirm,
  deadline,
  decline,
  deed,
  dispatched,
  dispatchedAt,
  dispatchTo,
  fresh,
  head,
  hourMs,
  inStatus,
  leader,
  mate,
  member,
  neighbour,
  other,
  refusal,
  release,
  reopen,
  resident,
  secretary,
  withCode,
  wished,
  worker,
} from '../sample-orders';

describe('returns', () => {
  test('one decline leaves it with the others, the last one is a return; the clock goes on', () => {
    const once = after1(dispatched(), member, decline);
    expect(once).toMatchObject({ status: 'dispatched', returns: 0, responsibleIds: ['other'] });
    const back = after1(once, other, decline);
    expect(back).toMatchObject({ status: 'submitted', returns: 1, ruling: false, acceptBy: deadline(0), dispatchedAt });
    const again = after1(back, worker, dispatchTo(captain), after(50 * hourMs));
    expect(again.acceptBy).toEqual(deadline(0));
    expect(refusal(again, member, accept)).toBe('NOT_OFFERED');
  });

  test('after two returns only the secretary dispatches', () => {
    const released = after1(after1(dispatched(), member, accept), member, release);
    expect(released).toMatchObject({ status: 'submitted', returns: 1, assignee: null, responsibleIds: [] });
    const twice = after1(after1(released, worker, dispatchTo(captain)), captain, decline);
    expect(twice).toMatchObject({ returns: 2, ruling: true, needsAttention: true });
    for (const staff of [worker, leader, committee])
      expect(refusal(twice, staff, dispatchTo(captain))).toBe('RULING_NEEDED');
    const ruled = after1(twice, secretary, dispatchTo(captain));
    expect(ruled).toMatchObject({ status: 'dispatched', ruling: false, needsAttention: false });
  });
});

describe('accepting', () => {
  test('the first wins, the others lapse and read TAKEN', () => {
    const won = after1(dispatched(), member, accept);
    expect(won.offers.map((offer) => offer.state)).toEqual(['accepted', 'lapsed']);
    expect(won.responsibleIds).toEqual(['member']);
    expect(refusal(won, other, accept)).toBe('TAKEN');
  });

  test('S2-09 a captain names somebody of the team, and nobody else', () => {
    const offered = after1(fresh(), worker, dispatchTo(captain));
    expect(after1(offered, captain, acceptFor(mate)).assignee).toMatchObject({ personId: 'mate' });
    expect(refusal(offered, captain, acceptFor(member))).toBe('FORBIDDEN');
    expect(refusal(dispatched(), member, acceptFor(mate))).toBe('FORBIDDEN');
  });

  test('S2-16 a wish in the pool: any member claims it once, not its requester', () => {
    const pool = after1(wished(), worker, {
      action: 'dispatch',
      members: [],
      pool: true,
      note: null,
    });
    expect(pool).toMatchObject({ kind: 'wish', claimable: true });
    const claimed = after1(pool, other, accept);
    expect(claimed).toMatchObject({ claimable: false, assignee: { personId: 'other' } });
    expect(refusal(claimed, member, accept)).toBe('TAKEN');
    expect(refusal(pool, { ...member, personId: 'resident' }, accept)).toBe('OWN_ORDER');
    expect(refusal(pool, resident, accept)).toBe('OWN_ORDER');
  });

  test('S1-18 an errand is taken by the grid worker, by the courtyard head only when it is not private', () => {
    const open = fresh({ category: 'schooling' });
    expect(after1(open, worker, accept).assignee).toMatchObject({ personId: 'worker' });
    const vouched = after1(open, head, accept);
    expect(vouched).toMatchObject({ status: 'dispatched', assignee: null, responsibleIds: ['worker'] });
    expect(after1(vouched, worker, accept).assignee).toMatchObject({ personId: 'worker' });
    // The head vouches for it, and never does it by virtue of the post.
    const vacant = after1({ ...open, worker: null }, head, accept);
    expect(vacant).toMatchObject({ status: 'dispatched', assignee: null, responsibleIds: ['leader'] });
    const alone = after1({ ...open, worker: null, leader: null }, head, accept);
    expect(alone).toMatchObject({ status: 'submitted', assignee: null, responsibleIds: [], late: false });
    const own = { ...open, requester: { ...open.requester, personId: 'worker' } };
    expect(after1(own, head, accept)).toMatchObject({ status: 'dispatched', responsibleIds: ['leader'] });
    expect(refusal(fresh({ category: 'birth' }), head, accept)).toBe('NOT_OFFERED');
  });

  test('nobody offers an order to its requester, or to nobody', () => {
    expect(decide(fresh(), dispatchTo(member, resident), deed(fresh(), worker, after(1)))).toEqual({
      ok: false,
      code: 'OWN_ORDER',
      field: 'memberIds.1',
    });
    expect(refusal(fresh(), worker, dispatchTo())).toBe('INVALID_INPUT');
  });
});

describe('S2-13 one piece of evidence', () => {
  test('the code of the resident, or a call with a word about it, or a photo', () => {
    const accepted = inStatus('accepted');
    expect(refusal(accepted, member, withCode('0000'))).toBe('WRONG_CODE');
    expect(after1(accepted, member, withCode('4821')).status).toBe('completed');
    expect(
      refusal(accepted, member, {
        action: 'complete',
        claim: { kind: 'phone', evidence: { kind: 'phone', photos: [], note: null } },
      }),
    ).toBe('EVIDENCE_NEEDED');
    expect(
      refusal(accepted, member, {
        action: 'complete',
        claim: { kind: 'photo', evidence: { kind: 'photo', photos: [], note: '修好了' } },
      }),
    ).toBe('EVIDENCE_NEEDED');
  });

  test('after five wrong codes the right one does not count either', () => {
    const accepted = { ...inStatus('accepted'), finishAttempts: 5 };
    expect(refusal(accepted, member, withCode('4821'))).toBe('CODE_USED_UP');
    expect(after1(accepted, member, byCall).status).toBe('completed');
  });
});

describe('the end', () => {
  test('S2-14 only the requester confirms, with up to 5 stars', () => {
    const completed = inStatus('completed');
    for (const stars of [-1, 6, 2.5, Number.NaN])
      expect(refusal(completed, resident, { ...confirm, stars })).toBe('INVALID_INPUT');
    expect(refusal(completed, resident, { ...confirm, tags: ['patient', 'patient'] })).toBe('INVALID_INPUT');
    expect(after1(completed, resident, confirm)).toMatchObject({
      status: 'closed',
      outcome: 'solved',
      rating: { via: 'requester' },
    });
    expect(refusal({ ...completed, requester: { ...completed.requester, personId: 'member' } }, member, confirm)).toBe(
      'OWN_ORDER',
    );
  });

  test('staff ask on the phone for somebody without WeChat, and the rating says so; never who did the work', () => {
    const accepted = after1(after1(fresh({ source: 'phone' }), worker, dispatchTo(member)), member, accept);
    const completed = after1(accepted, member, byCall);
    expect(refusal(completed, worker, confirm)).toBe('UNINVOLVED_NEEDED');
    expect(after1(completed, leader, confirm).rating).toMatchObject({ via: 'call' });
    expect(refusal({ ...completed, assignee: { ...worker } }, worker, confirm)).toBe('UNINVOLVED_NEEDED');
  });

  test('not solved: the same person again, with a new code', () => {
    const again = after1(inStatus('completed'), resident, reopen);
    expect(again).toMatchObject({
      status: 'accepted',
      assignee: { personId: 'member' },
      finishCode: '7733',
      evidence: null,
      needsAttention: true,
      reopened: 1,
    });
    const done = after1(again, member, withCode('7733'));
    expect(done.needsAttention).toBe(false);
  });

  test('seven silent days close it as unrated, not a millisecond earlier, and after a warning', () => {
    const completed = inStatus('completed');
    const doneAt = completed.completedAt ?? after(0);
    const due = after(7 * 24 * hourMs, doneAt);
    expect(completed.dueAt).toEqual(after(112 * hourMs, doneAt));
    const warned = after1(completed, null, { action: 'warn' }, after(112 * hourMs, doneAt));
    expect(notificationsOf(completed, warned)).toMatchObject([
      { personIds: ['resident'], content: { kind: 'lapse-soon', until: due } },
    ]);
    expect(warned.dueAt).toEqual(due);
    expect(refusal(warned, null, { action: 'lapse' }, after(-1, due))).toBe('WRONG_STATUS');
    expect(after1(warned, null, { action: 'lapse' }, due)).toMatchObject({
      status: 'closed',
      outcome: 'unrated',
      rating: null,
      dueAt: null,
    });
  });

  test('refusing after a dispatch is for the secretary and says impossible', () => {
    expect(after1(fresh(), worker, { action: 'refuse', reason: 'not-ours', note: null }).outcome).toBe('refused');
    expect(after1(dispatched(), secretary, { action: 'refuse', reason: 'other', note: null })).toMatchObject({
      outcome: 'impossible',
      responsibleIds: [],
    });
  });

  test('merging into itself is refused', () => {
    expect(refusal(fresh(), worker, { action: 'merge', intoId: fresh()._id })).toBe('INVALID_INPUT');
  });
});

describe('quiet moves', () => {
  test('joining is for neighbours who have no other part in it, once', () => {
    const joined = after1(fresh(), neighbour, { action: 'join' });
    expect(joined.followers).toEqual(['resident', 'neighbour']);
    expect(refusal(joined, neighbour, { action: 'join' })).toBe('WRONG_STATUS');
    const helper = { ...member, courtyardId: 'c12' };
    expect(refusal(after1(dispatched(), helper, accept), helper, { action: 'join' })).toBe('FORBIDDEN');
    expect(refusal(dispatched(), helper, { action: 'join' })).toBe('FORBIDDEN');
  });

  test('repeated ones are counted in their line, with the last request and time, and keep the version', () => {
    let order = inStatus('accepted');
    const { version, revision, trail } = order;
    let now = after(9 * hourMs);
    for (let times = 0; times < 100; times += 1)
      order = after1(order, worker, { action: 'remind' }, (now = after(4 * hourMs, now)));
    expect([order.version, order.revision]).toEqual([version, revision + 100]);
    expect(order.trail).toHaveLength(trail.length + 1);
    expect(order.trail.at(-1)).toMatchObject({ action: 'remind', repeated: { count: 99, lastAt: now } });
    expect(order.repeatRequests).toHaveLength(16);
    expect(order.requests).toContain(order.repeatRequests.at(-1)?.requestKey);
    expect(after1(order, member, release, now).status).toBe('submitted');
  });

  test('the notification of a counted one is that of whoever made it', () => {
    const once = after1(inStatus('accepted'), resident, { action: 'remind' }, after(9 * hourMs));
    const between = after1(once, worker, { action: 'remind' }, after(10 * hourMs));
    const twice = after1(between, resident, { action: 'remind' }, after(14 * hourMs));
    expect(notificationsOf(between, twice)).toMatchObject([
      { personIds: ['member'], content: { kind: 'reminded', name: '人resident' } },
    ]);
  });

  test('of ever other people find room beside the others, and at last share a line', () => {
    let order = inStatus('dispatched');
    for (let index = 0; index < 90; index += 1)
      order = after1(order, { ...worker, personId: `worker${index}` }, { action: 'remind' });
    expect(order.trail).toHaveLength(limits.trailLines + 2);
    expect(order.trail.find(({ repeated }) => repeated)?.repeated?.count).toBe(30);
  });
});

/** Done and not solved, so often that no more than two lines are left. */
function nearlyFull() {
  let order = inStatus('accepted');
  while (order.version < limits.trailLines - 1) {
    const completed = after1(order, member, byCall);
    order = after1(completed, resident, { ...reopen, finishCode: '7733' });
  }
  return order;
}

test('a full trail takes quiet and closing moves only', () => {
  const order = after1(nearlyFull(), member, release);
  expect(order.version).toBe(limits.trailLines);
  expect(refusal(order, worker, dispatchTo(captain))).toBe('TRAIL_FULL');
  expect(after1(order, neighbour, { action: 'join' }).version).toBe(limits.trailLines);
  expect(after1(order, worker, { action: 'refuse', reason: 'other', note: null }).status).toBe('closed');
  const completed = after1(nearlyFull(), member, byCall);
  expect(refusal(completed, resident, reopen)).toBe('TRAIL_FULL');
  expect(after1(completed, resident, confirm).status).toBe('closed');
});

test('X-05 every move leaves who, in which hat, when and under which request', () => {
  const order = fresh();
  const move = deed(order, worker, after(hourMs));
  const result = decide(order, dispatchTo(member, other), move);
  if (!result.ok) throw new Error(result.code);
  const next = evolve(order, result.data);
  expect(next.trail.at(-1)).toEqual({
    at: move.at,
    action: 'dispatch',
    by: { personId: 'worker', name: worker.name },
    hat: 'gridWorker',
    reason: null,
    note: null,
    count: 2,
    request: move.request,
  });
  expect(next.version).toBe(order.version + 1);
});
