import { availableActions } from '../../../../cloudfunctions/core/order/rules/available-actions';
import { deadlineOf, nextDeadline, waitingOf } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import { visibilityOf } from '../../../../cloudfunctions/core/order/rules/visibility';
import { voucherOf } from '../../../../cloudfunctions/core/order/rules/vouching';
import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import {
  accept,
  after,
  after1,
  captain,
  committee,
  decline,
  deed,
  dispatchTo,
  fresh,
  head,
  hourMs,
  leader,
  member,
  nextDoor,
  person,
  place,
  reclassifyTo,
  refusal,
  release,
  relocateTo,
  resident,
  secretary,
  start,
  worker,
} from '../sample-orders';

const courtyardHead = { personId: 'head', name: '孙院长' };
/** A tenant's errand in a courtyard that has a head. */
const errand = (more: Parameters<typeof fresh>[0] = {}) =>
  fresh({ category: 'schooling', head: courtyardHead, ...more });
const silentAt = after(24 * hourMs + 1);
const passed = (order: Order = errand()) =>
  after1(after1(order, null, { action: 'warn' }, after(16 * hourMs)), null, { action: 'passOn' }, silentAt);
const actionsOf = (order: Order, actor: Parameters<typeof availableActions>[1]) => availableActions(order, actor);
const toldBy = (before: Order, order: Order) =>
  notificationsOf(before, order).flatMap(({ personIds, content }) => personIds.map((id) => `${content.kind} ${id}`));

describe('S1-17 tenant, courtyard head, grid worker, in that order', () => {
  test('before the head has vouched nobody takes it and nobody sends it', () => {
    const open = errand();
    for (const actor of [worker, leader, committee, secretary]) {
      expect([actor.hat, refusal(open, actor, dispatchTo(member))]).toEqual([actor.hat, 'HEAD_FIRST']);
      expect(actionsOf(open, actor)).not.toContain('dispatch');
    }
    expect(refusal(open, worker, accept)).toBe('HEAD_FIRST');
    expect(actionsOf(open, worker)).not.toContain('accept');
    for (const actor of [leader, secretary, member, captain]) expect(refusal(open, actor, accept)).toBe('NOT_OFFERED');
    expect(actionsOf(open, head)).toContain('accept');
  });

  test('the head vouches, then it lies with the grid worker under the clock of any offer', () => {
    const vouched = after1(errand(), head, accept);
    expect(vouched).toMatchObject({ status: 'dispatched', assignee: null, headTurn: { state: 'vouched' } });
    expect(vouched.acceptBy).toEqual(after(73 * hourMs));
    expect(after1(vouched, worker, accept)).toMatchObject({ status: 'accepted', assignee: { personId: 'worker' } });
  });

  test('what the worker gives back is the worker’s again: the head has done their part', () => {
    const back = after1(after1(after1(errand(), head, accept), worker, accept), worker, release);
    expect(back.status).toBe('submitted');
    expect(refusal(back, head, accept)).toBe('NOT_OFFERED');
    expect(after1(back, worker, accept).assignee?.personId).toBe('worker');
    expect(refusal(back, worker, dispatchTo(member))).toBe('allowed');
  });

  test('staff still say that it cannot be done, or that somebody else does it, and its requester takes it back', () => {
    const open = errand();
    expect(actionsOf(open, worker)).toEqual(expect.arrayContaining(['refuse', 'merge', 'transfer', 'recordCall']));
  });
});

describe('24 hours of silence', () => {
  test('24:00:00 is the head’s, a millisecond more is not, whatever clock the process runs by', () => {
    const warned = after1(errand(), null, { action: 'warn' }, after(16 * hourMs));
    expect(decide(warned, { action: 'passOn' }, deed(warned, null, after(24 * hourMs))).ok).toBe(false);
    expect(passed().headTurn?.state).toBe('silent');
    expect(waitingOf(errand())).toMatchObject({ wait: 'vouching', until: after(24 * hourMs) });
    expect(nextDeadline(warned)).toEqual({ action: 'passOn', at: silentAt });
  });

  test('the head is warned at two thirds', () => {
    expect(nextDeadline(errand())).toEqual({ action: 'warn', at: after(16 * hourMs) });
    const warned = after1(errand(), null, { action: 'warn' }, after(16 * hourMs));
    expect(toldBy(errand(), warned)).toEqual(['to-vouch head']);
  });

  test('then it is the grid worker’s, under a clock of its own, and they and the tenant are told', () => {
    const warned = after1(errand(), null, { action: 'warn' }, after(16 * hourMs));
    const on = after1(warned, null, { action: 'passOn' }, silentAt);
    expect(toldBy(warned, on)).toEqual(['passed-on worker', 'passed-on resident']);
    expect(waitingOf(passed())).toMatchObject({ wait: 'dispatch', from: silentAt, warnedAt: null });
    expect(after1(passed(), worker, accept, after(25 * hourMs)).assignee?.personId).toBe('worker');
  });

  test('a head who looks at it late still counts, until the worker has it', () => {
    expect(after1(passed(), head, accept, after(30 * hourMs))).toMatchObject({ headTurn: { state: 'vouched' } });
    const taken = after1(passed(), worker, accept, after(25 * hourMs));
    expect(refusal(taken, head, accept)).toBe('NOT_OFFERED');
  });

  test('the tenant is promised the head’s time and then the worker’s', () => {
    expect(deadlineOf(errand())).toEqual(after(48 * hourMs));
    expect(deadlineOf(passed())).toEqual(after(48 * hourMs + 1));
    expect(deadlineOf(fresh({ category: 'schooling' }))).toEqual(after(24 * hourMs));
    expect(errand().createdAt).toEqual(start);
  });

  test('a community decides how long; an order keeps what was promised', () => {
    const quick = errand({ policy: { vouchWithinHours: 6 } });
    expect(waitingOf(quick)?.until).toEqual(after(6 * hourMs));
  });
});

describe('no head to wait for', () => {
  test.each<[string, Order]>([
    ['a courtyard without a head', fresh({ category: 'schooling' })],
    ['a private errand', errand({ category: 'birth' })],
    ['one that became private', { ...errand(), private: true }],
    ['an emergency', { ...errand(), urgent: true }],
    [
      'a head who asks for themselves',
      fresh({ category: 'schooling', head: { personId: 'resident', name: '王奶奶' } }),
    ],
    ['a head who is the grid worker', fresh({ category: 'schooling', head: { personId: 'worker', name: '赵慧敏' } })],
  ])('%s: it is the grid worker’s at once', (_case, order) => {
    expect(waitingOf(order)?.wait).toBe('dispatch');
    expect(after1(order, worker, accept).assignee?.personId).toBe('worker');
  });

  test('an emergency that was sent and turns out to be none is the worker’s under the time that runs', () => {
    const sent = after1({ ...errand(), urgent: true }, worker, dispatchTo(member));
    const back = after1(sent, member, decline, after(2 * hourMs));
    const calm = after1(back, worker, reclassifyTo({ key: 'schooling', kind: 'agency' }), after(3 * hourMs));
    expect([waitingOf(calm)?.wait, calm.acceptBy]).toEqual(['acceptance', sent.acceptBy]);
    expect(after1(calm, worker, accept, after(4 * hourMs)).assignee?.personId).toBe('worker');
  });

  test('a service is no errand, head or not', () => {
    expect(fresh({ head: courtyardHead })).not.toHaveProperty('headTurn');
  });
});

describe('S1-17 an errand that is for another courtyard', () => {
  const nextHead = { personId: 'nextHead', name: '邻院长' };
  const next = person('nextHead', 'courtyardHead', nextDoor.path, { courtyardId: 'c13', staff: true });
  const party = { personId: 'worker', name: '赵慧敏', phone: '1', openid: null };
  const elsewhere = relocateTo(nextDoor, { head: nextHead, worker: party });
  const movedAt = after(20 * hourMs);

  test('is asked of the head of the right one, who has the whole day; both heads are told', () => {
    const open = errand();
    const moved = after1(open, worker, elsewhere, movedAt);
    expect(moved.headTurn).toEqual({ head: nextHead, state: 'asked' });
    expect(waitingOf(moved)).toMatchObject({ wait: 'vouching', from: movedAt, until: after(44 * hourMs) });
    expect(toldBy(open, moved)).toEqual(['to-vouch nextHead', 'relocated head', 'relocated resident']);
    expect([refusal(moved, worker, accept), refusal(moved, head, accept)]).toEqual(['HEAD_FIRST', 'NOT_OFFERED']);
    expect(after1(moved, next, accept, after(30 * hourMs))).toMatchObject({ headTurn: { state: 'vouched' } });
    expect(nextDeadline(after1(moved, null, { action: 'warn' }, after(36 * hourMs)))).toEqual({
      action: 'passOn',
      at: after(44 * hourMs + 1),
    });
  });

  test('that the wrong head had vouched for and nobody took is vouched for again, and pays the right one', () => {
    const vouched = after1(errand(), head, accept);
    const moved = after1(vouched, worker, elsewhere, movedAt);
    expect(moved).toMatchObject({ status: 'submitted', headTurn: { state: 'asked' }, dispatchedAt: null });
    expect(moved.offers.map(({ state }) => state)).toEqual(['lapsed']);
    expect(voucherOf(vouched)?.personId).toBe('head');
    expect(voucherOf(moved)).toBeNull();
    const again = after1(moved, next, accept, after(21 * hourMs));
    expect([again.status, voucherOf(again)?.personId]).toEqual(['dispatched', 'nextHead']);
    expect(voucherOf(after1(again, worker, relocateTo({ ...nextDoor, placeId: 'c13h1' })))?.personId).toBe('nextHead');
  });

  test('whoever is at it goes on, and nobody vouched for it there', () => {
    const taken = after1(after1(errand(), head, accept), worker, accept, after(2 * hourMs));
    const moved = after1(taken, worker, elsewhere, movedAt);
    expect([moved.status, moved.assignee?.personId, moved.headTurn?.state]).toEqual(['accepted', 'worker', 'skipped']);
    expect(voucherOf(moved)).toBeNull();
  });

  test('is the worker’s under a clock of its own where there is no head, or the matter is private or urgent', () => {
    const vacant = after1(errand(), worker, relocateTo(nextDoor, { worker: party }), movedAt);
    expect(vacant.headTurn?.state).toBe('skipped');
    expect(waitingOf(vacant)).toMatchObject({ wait: 'dispatch', from: movedAt });
    const secret = after1(errand({ category: 'birth' }), worker, elsewhere, movedAt);
    expect(secret.headTurn).toEqual({ head: nextHead, state: 'skipped' });
    expect([secret.clockStartedAt, refusal(secret, next, accept)]).toEqual([start, 'NOT_OFFERED']);
    expect(visibilityOf(secret, next)).toMatchObject({ sealed: true, content: false });
    expect(visibilityOf(secret, head)).toBeNull();
    const emergency = { ...errand(), urgent: true };
    const urgent = after1(emergency, worker, elsewhere, movedAt);
    expect([waitingOf(urgent)?.wait, toldBy(emergency, urgent)]).toEqual(['dispatch', ['relocated resident']]);
  });

  test('within the courtyard, or where the same head holds both, it stays as it is', () => {
    const open = errand();
    for (const command of [
      relocateTo({ ...place, placeId: 'c12h3' }),
      relocateTo(nextDoor, { head: courtyardHead, worker: party }),
    ]) {
      const moved = after1(open, worker, command, movedAt);
      expect([moved.headTurn, moved.clockStartedAt]).toEqual([open.headTurn, start]);
      expect(toldBy(open, moved)).not.toContain('to-vouch head');
    }
  });

  test('while the requester is asked something, its head’s day begins with the answer', () => {
    const asking = after1(errand(), worker, { action: 'askRequester', words: '哪个院' }, after(2 * hourMs));
    const moved = after1(asking, worker, elsewhere, after(5 * hourMs));
    const answered = after1(moved, resident, { action: 'answerQuestion', words: '隔壁' }, after(9 * hourMs));
    expect(waitingOf(answered)).toMatchObject({ wait: 'vouching', until: after(33 * hourMs) });
  });
});

describe('S1-18 a private errand and the head of its courtyard', () => {
  const secret = errand({ category: 'birth' });

  test('the head is neither told of it, nor asked, nor sent', () => {
    expect(refusal(secret, head, accept)).toBe('NOT_OFFERED');
    expect(decide(secret, dispatchTo(member, head), deed(secret, worker, after(hourMs)))).toEqual({
      ok: false,
      code: 'FORBIDDEN',
      field: 'memberIds.1',
    });
    expect(toldBy(secret, secret).filter((line) => line.endsWith(' head'))).toEqual([]);
  });

  test('nor named by a captain as who goes', () => {
    const offered = after1(secret, worker, dispatchTo(captain));
    const goer = { personId: 'head', name: '孙院长', phone: '', openid: 'o-head', teamId: 't1' };
    expect(refusal(offered, captain, { action: 'accept', assignedMember: goer })).toBe('FORBIDDEN');
  });
});

describe('S1-18 the head of its courtyard knows nothing of a private errand', () => {
  const present = { ...head, personId: 'successor', headOf: [place.courtyardId!] };
  const asMember = { ...present, hat: 'member' as const };
  const candidate = { personId: 'successor', name: '周院长', phone: '1', openid: 'o', teamId: null };

  test('neither who was it nor who is it now is asked, takes it or reads it, in whatever hat', () => {
    const secret = errand({ private: true });
    const ask = { ...dispatchTo(), members: [{ ...candidate, headOf: present.headOf }] };
    expect(refusal(secret, worker, ask)).toBe('FORBIDDEN');
    expect(refusal(secret, worker, dispatchTo(head))).toBe('FORBIDDEN');
    const offers = [{ ...candidate, at: start, state: 'open' as const, reason: null }];
    const asked: Order = { ...after1(secret, worker, dispatchTo(member)), offers };
    for (const actor of [present, asMember]) {
      expect(refusal(asked, actor, accept)).toBe('FORBIDDEN');
      expect(actionsOf(asked, actor)).not.toContain('accept');
      expect(visibilityOf(asked, actor)).not.toMatchObject({ place: true });
    }
    expect(visibilityOf(asked, present)).toMatchObject({ sealed: true, content: false });
  });

  test('a head who is its grid worker does it', () => {
    const own = { ...worker, headOf: [place.courtyardId!] };
    expect(after1(errand({ private: true }), own, accept).assignee?.personId).toBe('worker');
  });

  test('what was asked of the head before it became private is asked no more', () => {
    const silent = passed();
    const asked = after1(silent, worker, dispatchTo(head, member), silentAt);
    const secret = after1(asked, resident, { action: 'makePrivate' }, silentAt);
    expect(secret.offers.map(({ personId, state }) => [personId, state])).toEqual([
      ['head', 'lapsed'],
      ['member', 'open'],
    ]);
    expect(actionsOf(secret, head)).not.toContain('accept');
  });

  test('S1-17 a head who is asked by name goes, and asks the worker no second time', () => {
    const turn = fresh({ category: 'schooling', head: { personId: 'head', name: '孙院长' } });
    const silent = after1({ ...turn, headTurn: { ...turn.headTurn!, state: 'silent' } }, worker, dispatchTo(head));
    const goes = after1(silent, head, accept);
    expect(goes).toMatchObject({ status: 'accepted', assignee: { personId: 'head' }, responsibleIds: ['head'] });
  });

  test('the head in their turn hears that it is off', () => {
    const turn = errand();
    const off = after1(turn, resident, { action: 'cancel', reason: 'solved-myself', note: null });
    expect(toldBy(turn, off)).toContain('cancelled head');
  });
});
