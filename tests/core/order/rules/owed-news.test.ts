/** Of which news somebody without WeChat is to be told on the telephone. */
import type { MessageKind } from '../../../../miniprogram/contracts/message';
import { withNews } from '../../../../cloudfunctions/core/order/flow/news';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { absorb } from '../../../../cloudfunctions/core/order/rules/moves/merge';
import { owedTo, toldAll } from '../../../../cloudfunctions/core/order/rules/owed-news';
import type { OrderActor } from '../../../../cloudfunctions/core/order/rules/relations';
import {
  accept,
  after,
  after1,
  byCall,
  confirm,
  deed,
  dispatchTo,
  fresh,
  hourMs,
  member,
  refusal,
  reopen,
  resident,
  worker,
} from '../sample-orders';

/** What a lead order becomes once another one was merged into it, whose requester has no WeChat. */
function lead(openid: string | null = null): Order {
  const asked = fresh({ source: 'phone' });
  const requester = { ...asked.requester, personId: 'caller', name: '王大娘', openid };
  return absorb(fresh(), { ...asked, _id: 'oMERGED', requester }, deed(fresh(), worker, after(0)));
}
const moved = (before: Order, actor: OrderActor | null, command: OrderCommand, at: Date): Order =>
  withNews(before, after1(before, actor, command, at)).order;
const kinds = (order: Order, to?: string): readonly MessageKind[] => owedTo(order, to).map(({ kind }) => kind);

function completed(): Order {
  const sent = moved(lead(), worker, dispatchTo(member), after(hourMs));
  return moved(moved(sent, member, accept, after(2 * hourMs)), member, byCall, after(3 * hourMs));
}

test('whoever was merged without WeChat is told each news of the order that goes on, until its end', () => {
  const done = completed();
  expect(kinds(done, 'caller')).toEqual(['dispatched', 'accepted', 'completed']);
  expect(kinds(done)).toEqual([]);
  const closed = moved(done, resident, confirm, after(4 * hourMs));
  expect(kinds(closed, 'caller')).toEqual(['dispatched', 'accepted', 'completed', 'solved']);
  expect(closed.traces).toContain('news:g1');
  const told = { ...closed, ...toldAll(closed, { at: after(5 * hourMs), by: worker, hat: 'gridWorker' }, 'caller') };
  expect([kinds(told, 'caller'), told.newsKey, told.toldNews?.at(-1)?.to]).toEqual([[], null, 'caller']);
});

test('who has WeChat reads it there', () => {
  expect(moved(lead('o-caller'), worker, dispatchTo(member), after(hourMs)).owedNews).toBeUndefined();
});

test('what the requester said to staff is no news for them, and still is for whoever was merged', () => {
  const byPhone = { ...lead(), source: 'phone' as const, requester: { ...fresh().requester, openid: null } };
  const sent = moved(byPhone, worker, dispatchTo(member), after(hourMs));
  expect([kinds(sent), kinds(sent, 'caller')]).toEqual([['dispatched'], ['dispatched']]);
  const cancelled = moved(
    sent,
    worker,
    { action: 'cancel', reason: 'no-longer-needed', note: null },
    after(2 * hourMs),
  );
  expect([kinds(cancelled), kinds(cancelled, 'caller')]).toEqual([[], ['dispatched', 'cancelled']]);
});

test('staff say for whoever was merged that it is not solved, as they would themselves', () => {
  expect(refusal(completed(), worker, reopen)).toBe('allowed');
  const alone = after1(after1(after1(fresh(), worker, dispatchTo(member)), member, accept), member, byCall);
  expect(refusal(alone, worker, reopen)).toBe('FORBIDDEN');
});
