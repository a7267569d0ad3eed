import {
  accept,
  after,
  after1,
  byCall,
  captain,
  deadline,
  decline,
  dispatched,
  dispatchedAt,
  dispatchTo,
  fresh,
  hourMs,
  inStatus,
  member,
  refusal,
  release,
  reopen,
  resident,
  secretary,
  worker,
} from '../sample-orders';

describe('S2-12 72 hours', () => {
  test.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('accepts %p s from 72:00:00, late: %p', (seconds, late) => {
    const accepted = after1(dispatched(), member, accept, deadline(seconds));
    expect(accepted.status).toBe('accepted');
    expect(accepted.late).toBe(late);
  });

  test('warns at 48:00:00, escalates after 72:00:00 to three levels and no further, and stays acceptable', () => {
    const order = dispatched();
    expect(order.dueAt).toEqual(after(48 * hourMs, dispatchedAt));
    expect(refusal(order, null, { action: 'warn' }, after(48 * hourMs - 1, dispatchedAt))).toBe('WRONG_STATUS');
    const warned = after1(order, null, { action: 'warn' }, after(48 * hourMs, dispatchedAt));
    expect(refusal(warned, null, { action: 'warn' }, deadline(9))).toBe('WRONG_STATUS');
    expect(refusal(warned, null, { action: 'escalate' }, deadline(0))).toBe('WRONG_STATUS');
    const first = after1(warned, null, { action: 'escalate' }, deadline(1));
    expect(first).toMatchObject({ escalation: 1, late: true, status: 'dispatched', needsAttention: true });
    expect(refusal(first, null, { action: 'escalate' }, deadline(2))).toBe('WRONG_STATUS');
    const second = after1(first, null, { action: 'escalate' }, deadline(4 * 3600 + 1));
    const third = after1(second, null, { action: 'escalate' }, deadline(8 * 3600 + 1));
    expect(third).toMatchObject({ escalation: 3, dueAt: null });
    expect(refusal(third, null, { action: 'escalate' }, deadline(1_000_000))).toBe('WRONG_STATUS');
    expect(after1(third, member, accept, deadline(1_000_000))).toMatchObject({
      status: 'accepted',
      late: true,
      needsAttention: false,
    });
  });
});

describe('an order that nobody sends anybody for', () => {
  const after24 = (seconds: number) => after(24 * hourMs + seconds * 1000, fresh().createdAt);

  test('warns at 16:00:00, escalates after 24:00:00, and stands on the desk', () => {
    const order = fresh();
    expect(order.dueAt).toEqual(after(16 * hourMs, order.createdAt));
    const warned = after1(order, null, { action: 'warn' }, after(16 * hourMs, order.createdAt));
    expect(refusal(warned, null, { action: 'escalate' }, after24(0))).toBe('WRONG_STATUS');
    expect(after1(warned, null, { action: 'escalate' }, after24(1))).toMatchObject({
      status: 'submitted',
      escalation: 1,
      late: true,
      needsAttention: true,
    });
  });

  test('the first dispatch keeps that promise and starts the 72 hours afresh; a later one moves nothing', () => {
    const warned = after1(fresh(), null, { action: 'warn' }, after(17 * hourMs));
    const late = after1(warned, null, { action: 'escalate' }, after24(1));
    const at = after24(3600);
    const sent = after1(late, worker, dispatchTo(member), at);
    expect(sent).toMatchObject({
      late: false,
      escalation: 0,
      warnedAt: null,
      dispatchedAt: at,
      acceptBy: after(72 * hourMs, at),
      dueAt: after(48 * hourMs, at),
      needsAttention: false,
    });
    const again = after1(after1(sent, member, decline), worker, dispatchTo(captain), after(9 * hourMs, at));
    expect(again).toMatchObject({ dispatchedAt: at, acceptBy: after(72 * hourMs, at) });
  });
});

describe('a promise that was kept stays kept', () => {
  const dayMs = 24 * hourMs;
  const completed = () => after1(inStatus('accepted'), member, byCall, after(9 * hourMs));
  const reopened = () => after1(completed(), resident, reopen, after(5 * dayMs));

  test('what is given back after a completion gets a clock of its own, and whoever accepts at once is in time', () => {
    const at = after(5 * dayMs + hourMs);
    const released = after1(reopened(), member, release, at);
    expect(released).toMatchObject({
      status: 'submitted',
      clockStartedAt: at,
      dispatchedAt: null,
      late: false,
      dueAt: after(16 * hourMs, at),
      needsAttention: true,
    });
    const sent = after1(released, worker, dispatchTo(captain), after(hourMs, at));
    expect(sent.acceptBy).toEqual(after(73 * hourMs, at));
    const accepted = after1(sent, captain, accept, after(2 * hourMs, at));
    expect(accepted.late).toBe(false);
    const again = after1(accepted, captain, release, after(3 * hourMs, at));
    expect([again.clockStartedAt, again.acceptBy]).toEqual([at, sent.acceptBy]);
    expect(
      after1(again, secretary, { action: 'refuse', reason: 'other', note: null }, after(4 * hourMs, at)),
    ).toMatchObject({ outcome: 'impossible' });
  });

  test('what is given back before a completion keeps its clock', () => {
    const released = after1(inStatus('accepted'), member, release, after(5 * dayMs));
    expect(released).toMatchObject({ acceptBy: after(73 * hourMs), clockStartedAt: after(0) });
  });
});

test('the same person reminds once in four hours', () => {
  const at = after(9 * hourMs);
  const reminded = after1(inStatus('accepted'), resident, { action: 'remind' }, at);
  expect(refusal(reminded, resident, { action: 'remind' }, after(4 * hourMs - 1, at))).toBe('TOO_MANY');
  expect(after1(reminded, worker, { action: 'remind' }, after(1, at)).revision).toBe(reminded.revision + 1);
  expect(after1(reminded, resident, { action: 'remind' }, after(4 * hourMs, at)).revision).toBe(reminded.revision + 1);
});
