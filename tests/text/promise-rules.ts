/** The rules that keep what the screens promise, each as a check. */
import { notificationsOf } from '../../cloudfunctions/core/order/flow/notifications';
import type { Order } from '../../cloudfunctions/core/order/document/order';
import { defaultOrderPolicy } from '../../cloudfunctions/core/order/policy';
import { nextDeadline } from '../../cloudfunctions/core/order/rules/deadlines';
import { absorb } from '../../cloudfunctions/core/order/rules/moves/merge';
import { visibilityOf } from '../../cloudfunctions/core/order/rules/visibility';
import { callOf } from '../../cloudfunctions/core/place/duty';
import { circleMinutes, detourFactor, metresPerMinute } from '../../miniprogram/contracts/distance';
import { dispatchHint } from '../../miniprogram/packages/order/text/dispatch-page';
import {
  accept,
  after,
  after1,
  called,
  community,
  confirm,
  decline,
  deed,
  dispatched,
  dispatchTo,
  fresh,
  hourMs,
  inStatus,
  member,
  neighbour,
  other,
  refusal,
  release,
  reopen,
  resident,
  secretary,
  worker,
} from '../core/order/sample-orders';

const told = (before: Order, now: Order) =>
  notificationsOf(before, now).flatMap(({ personIds, content }) => personIds.map((id) => `${content.kind} ${id}`));
/** Who hears of a move, and of what. */
const news = (before: Order, ...[actor, command, at]: MoveOf) => told(before, after1(before, actor, command, at));
type MoveOf = Parameters<typeof after1> extends [unknown, ...infer Rest] ? Rest : never;

export function returnsAreTold(): void {
  expect(news(dispatched(), member, decline)).toContain('declined worker');
  expect(news(inStatus('accepted'), member, release)).toContain('given-back worker');
  expect(nextDeadline(after1(inStatus('accepted'), member, release))).not.toBeNull();
}

export function itGoesUpToTheSecretary(): void {
  let order = after1(dispatched(), null, { action: 'warn' }, after(200 * hourMs));
  const reached = [1, 2, 3].flatMap(() => {
    const before = order;
    order = after1(order, null, { action: 'escalate' }, after(200 * hourMs));
    return told(before, order);
  });
  expect(reached).toEqual(['overdue worker', 'overdue leader', 'overdue secretary']);
}

export function theRequesterHears(): void {
  expect(news(fresh(), worker, dispatchTo(member))).toContain('dispatched resident');
  expect(news(dispatched(), member, accept)).toContain('accepted resident');
  const joined = after1(inStatus('dispatched'), neighbour, { action: 'join' });
  const done = { ...inStatus('completed'), joined: joined.joined, followers: joined.followers };
  expect(news(done, resident, confirm)).toContain('solved neighbour');
}

export function thePhoneIsMaskedButForTheParties(): void {
  const order = inStatus('accepted');
  const sees = (...[actor]: [Parameters<typeof visibilityOf>[1]]) => {
    const visibility = visibilityOf(order, actor);
    return visibility && [visibility.requesterPhone, visibility.assigneePhone];
  };
  expect([sees(member), sees(resident)]).toEqual([
    [true, false],
    [false, true],
  ]);
  expect([sees(worker), sees(secretary)]).toEqual([
    [false, false],
    [false, false],
  ]);
  expect(visibilityOf(dispatched(), member)).toMatchObject({ requesterPhone: false });
}

export function aTypedNumberIsCalledFirst(): void {
  const typed = fresh({ verified: false });
  expect(refusal(typed, worker, dispatchTo(member))).toBe('CALL_NEEDED');
  expect(refusal(after1(typed, worker, called('reached')), worker, dispatchTo(member))).toBe('allowed');
  expect(refusal(fresh({ verified: false, category: 'emergency' }), worker, dispatchTo(member))).toBe('allowed');
}

export function whoWasMergedHears(): void {
  const merged = { ...fresh(), _id: 'oOTHER', requester: { ...fresh().requester, personId: 'neighbour' } };
  const into = absorb(inStatus('completed'), merged, deed(merged, worker, after(hourMs)));
  expect(news(into, resident, confirm, after(9 * hourMs))).toContain('solved neighbour');
}

export function afterHoursTheDutyPhoneRings(): void {
  const night = new Date('2026-11-23T20:00:00+08:00');
  const morning = new Date('2026-11-23T10:00:00+08:00');
  expect([callOf(community, 'g1', night).call, callOf(community, 'g1', morning).call.to]).toEqual([
    { ...community.duty, to: 'duty' },
    'worker',
  ]);
}

export function notSolvedGoesBack(): void {
  const completed = inStatus('completed');
  const again = after1(completed, resident, reopen);
  expect(again.assignee?.personId).toBe('member');
  expect(told(completed, again)).toEqual(expect.arrayContaining(['reopened member', 'unsolved secretary']));
}

export function newOrdersAndOffersAreNews(): void {
  expect(news(fresh(), worker, dispatchTo(member, other))).toContain('offered member');
}

export function theFirstDispatchStartsTheTime(): void {
  const { acceptWithinHours } = defaultOrderPolicy;
  expect(dispatchHint(1, { acceptBy: '', acceptWithinHours, capacity: 1 }, 0)).toBe('派出去 3 天内要有人接');
  expect(dispatched().acceptBy).toEqual(after((1 + acceptWithinHours) * hourMs));
  const again = after1(after1(dispatched(), member, accept), member, release);
  expect(again.acceptBy).toEqual(dispatched().acceptBy);
}

export function whatIsAcceptedIsDoneInTime(): void {
  expect(nextDeadline(inStatus('accepted'))).toMatchObject({ action: 'warn' });
  expect(defaultOrderPolicy.completeWithinDays).toBeGreaterThan(0);
}

export function minutesAreCountedAsSaid(): void {
  expect([detourFactor, metresPerMinute]).toEqual([1.3, { ebike: 250, walk: 80 }]);
}

export function theCircleIsFifteenMinutes(): void {
  expect(circleMinutes).toBe(15);
}
