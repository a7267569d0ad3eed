/** What staff make of an order before anybody is sent, and where it really is for. */
import { decide } from '../../../../cloudfunctions/core/order/rules/decide';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { notificationsOf } from '../../../../cloudfunctions/core/order/flow/notifications';
import { waitingOf } from '../../../../cloudfunctions/core/order/rules/deadlines';
import { relationsOf, type OrderActor } from '../../../../cloudfunctions/core/order/rules/relations';
import { visibilityOf } from '../../../../cloudfunctions/core/order/rules/visibility';
import {
  accept,
  after,
  after1,
  deed,
  dispatched,
  farWorker,
  fresh,
  head,
  hourMs,
  leader,
  member,
  neighbour,
  nextDoor,
  place,
  reclassifyTo,
  relocateTo,
  resident,
  secretary,
  stranger,
  worker,
  dispatchTo,
} from '../sample-orders';

/** `allowed`, or the refusal with the field that is to blame. */
function refused(order: Order, actor: OrderActor, command: OrderCommand) {
  const result = decide(order, command, deed(order, actor, after(hourMs)));
  return result.ok ? 'allowed' : [result.code, result.field];
}

const wish = { valueYuan: 80, publicWords: '想要一副老花镜' };

test('S2-11 X-05 looking at it and sending somebody are two acts, with two actors and two times on record', () => {
  const looked = after1(fresh(), leader, reclassifyTo({ key: 'escort' }), after(hourMs));
  const sent = after1(looked, worker, dispatchTo(member), after(2 * hourMs));
  expect(sent.trail.map(({ action, by, hat, at }) => [action, by?.personId, hat, at])).toEqual([
    ['create', 'resident', 'resident', after(0)],
    ['reclassify', 'leader', 'gridLeader', after(hourMs)],
    ['dispatch', 'worker', 'gridWorker', after(2 * hourMs)],
  ]);
  expect(sent).toMatchObject({ category: 'escort', skill: 'escort', status: 'dispatched' });
});

describe('S1-17 what becomes an errand', () => {
  const landlord = { personId: 'head', name: '任福贵' };
  const errand = reclassifyTo({ key: 'schooling', kind: 'agency', head: landlord });
  const asked = fresh();
  const turned = after1(asked, worker, errand, after(20 * hourMs));

  test('is first for the head of its courtyard, who is told and has the whole day from then on', () => {
    expect(turned.headTurn).toEqual({ head: landlord, state: 'asked' });
    expect(notificationsOf(asked, turned).map(({ personIds, content }) => [content.kind, personIds])).toEqual([
      ['to-vouch', ['head']],
    ]);
    expect(refused(turned, worker, accept)).toEqual(['HEAD_FIRST', undefined]);
    expect(refused(turned, secretary, dispatchTo(member))).toEqual(['HEAD_FIRST', undefined]);
    expect(waitingOf(turned)).toMatchObject({ wait: 'vouching', until: after(44 * hourMs) });
    expect(after1(turned, head, accept, after(30 * hourMs)).headTurn?.state).toBe('vouched');
  });

  test('waits for nobody where it is private, was sent already, or nobody holds the post', () => {
    const secret = after1(asked, worker, { ...errand, private: true }, after(hourMs));
    expect([secret.headTurn?.state, notificationsOf(asked, secret)]).toEqual(['skipped', []]);
    const returned = after1(dispatched(), worker, dispatchTo(member), after(2 * hourMs));
    const back = { ...returned, status: 'submitted' } as const;
    const late = after1(back, worker, errand, after(3 * hourMs));
    expect([late.headTurn, late.acceptBy]).toEqual([undefined, returned.acceptBy]);
    const vacant = reclassifyTo({ key: 'schooling', kind: 'agency' });
    expect(after1(asked, worker, vacant, after(hourMs)).headTurn).toBeUndefined();
  });
});

test('what becomes urgent is under the promises of emergencies and tells the grid worker', () => {
  const before = fresh();
  const urgent = after1(before, secretary, reclassifyTo({ urgent: true }));
  expect([before.terms.dispatchWithinHours, urgent.terms.dispatchWithinHours]).toEqual([24, 1]);
  expect(urgent.rankKey.startsWith('1:')).toBe(true);
  expect(notificationsOf(before, urgent).map(({ personIds }) => personIds)).toEqual([['worker']]);
  const same = after1(before, secretary, reclassifyTo({}));
  expect(same.terms).toEqual(before.terms);
  expect(notificationsOf(before, same)).toEqual([]);
});

test('a wish is one by triage: with a value under the cap, in words without a name, and never a private matter', () => {
  const turned = after1(fresh(), worker, reclassifyTo({ kind: 'wish', wish }));
  expect(turned).toMatchObject({ kind: 'wish', wish });
  const tried = (more: object, order = fresh()) =>
    refused(order, worker, reclassifyTo({ kind: 'wish', wish, ...more }));
  expect(tried({ wish: { ...wish, valueYuan: 201 } })).toEqual(['INVALID_INPUT', 'wish.valueYuan']);
  expect(tried({ wish: { ...wish, valueYuan: 200 } })).toBe('allowed');
  expect(tried({ wish: null })).toEqual(['INVALID_INPUT', 'wish']);
  expect(tried({ private: true })).toEqual(['INVALID_INPUT', 'private']);
  expect(tried({}, fresh({ private: true }))).toEqual(['INVALID_INPUT', 'private']);
  const back = after1(turned, worker, reclassifyTo({}));
  expect(back).toMatchObject({ kind: 'service', wish: null });
});

test('what neighbours wait for, too, is made neither private nor one person’s own', () => {
  const joined = after1(fresh(), neighbour, { action: 'join' });
  const tried = (more: object) => refused(joined, worker, reclassifyTo(more));
  expect(tried({ private: true })).toEqual(['INVALID_INPUT', 'private']);
  expect(tried({ kind: 'agency' })).toEqual(['INVALID_INPUT', 'kind']);
  expect(tried({ urgent: true })).toBe('allowed');
});

test('S1-18 a matter that its category keeps private becomes so, and stays so', () => {
  const birth = after1(fresh(), worker, reclassifyTo({ key: 'birth', kind: 'agency' }));
  expect(birth.private).toBe(true);
  expect(after1(birth, worker, reclassifyTo({ key: 'repair' })).private).toBe(true);
});

describe('a wrong courtyard', () => {
  const party = (personId: string) => ({ personId, name: personId, phone: '1', openid: null });
  const there = { ...nextDoor, placeId: 'c90', path: 'cqt/g2/s3/l9/c90', gridId: 'g2', courtyardId: 'c90' };
  const staff = { worker: party('farWorker'), leader: null, secretary: party('secretary') };
  const before = dispatched();
  const moved = after1(before, worker, relocateTo(there, staff), after(2 * hourMs));

  test('corrected: grid, staff, queues and neighbours’ rights follow, and no promise moves', () => {
    expect(moved).toMatchObject({ place: { gridId: 'g2' }, worker: { personId: 'farWorker' }, leader: null });
    expect(moved.scopes).toEqual(['cqt', 'g2', 's3', 'l9', 'c90']);
    expect([moved.acceptBy, moved.offers]).toEqual([before.acceptBy, before.offers]);
    expect(relationsOf(moved, farWorker).has('worker')).toBe(true);
    expect(relationsOf(moved, worker).has('worker')).toBe(false);
    expect([neighbour, stranger].map((actor) => relationsOf(before, actor).has('neighbour'))).toEqual([true, false]);
    expect([neighbour, stranger].map((actor) => relationsOf(moved, actor).has('neighbour'))).toEqual([false, true]);
  });

  test('both workers are told, and who asked and was asked; who moved it sees where it went, nothing else', () => {
    const told = notificationsOf(before, after1(before, secretary, relocateTo(there, staff)));
    expect(told.map(({ content }) => content.kind)).toEqual(['relocated']);
    expect([...told[0]!.personIds].sort()).toEqual(['farWorker', 'member', 'other', 'resident', 'worker']);
    expect(visibilityOf(moved, worker)).toMatchObject({ place: true, content: false, requester: false });
    expect(visibilityOf(moved, leader)).toBeNull();
  });

  test('whoever accepted it goes on; the same place is no correction', () => {
    const taken = after1(moved, member, accept, after(3 * hourMs));
    expect(after1(taken, farWorker, relocateTo(place), after(4 * hourMs)).assignee?.personId).toBe('member');
    expect(refused(before, worker, relocateTo(place))).toEqual(['INVALID_INPUT', 'placeId']);
    expect(refused(before, resident, relocateTo(there))).toEqual(['FORBIDDEN', undefined]);
  });
});
