import type { OrderState } from '../../../../cloudfunctions/core/order/document/order';
import {
  countLoads,
  tallyMonth,
  tallyOrders,
  withMonths,
} from '../../../../cloudfunctions/core/order/rules/order-tally';
import { emptyMonth, monthLimit } from '../../../../cloudfunctions/core/statistics/tally';
import {
  after,
  after1,
  byCall,
  confirm,
  hourMs,
  inStatus,
  lapsed,
  member,
  reopen,
  resident,
  secretary,
  worker,
} from '../sample-orders';

const closed = (action: 'cancel' | 'merge' | 'transfer' | 'refuse'): OrderState => {
  const order = inStatus('submitted');
  if (action === 'cancel') return after1(order, resident, { action, reason: 'other', note: null });
  if (action === 'merge') return after1(order, worker, { action, intoId: 'o2' });
  if (action === 'transfer') return after1(inStatus('outside'), worker, { action: 'recordAnswer', answer: '换了阀门' });
  return after1(order, worker, { action, reason: 'not-ours', note: null });
};
const impossible = after1(inStatus('accepted'), secretary, { action: 'refuse', reason: 'other', note: null });
const reopened = after1(inStatus('completed'), resident, reopen);
const unrated = lapsed(inStatus('completed'));
const unreachable = { ...unrated, outcome: 'unreachable' as const };

test('what a month counts, and what it leaves out', () => {
  const orders = [
    inStatus('submitted'),
    inStatus('dispatched'),
    inStatus('completed'),
    inStatus('closed'),
    unrated,
    unreachable,
    reopened,
    impossible,
    closed('refuse'),
    closed('cancel'),
    closed('merge'),
    closed('transfer'),
  ];
  expect(tallyMonth('2026-11', orders)).toEqual({
    month: '2026-11',
    created: 9,
    solved: 1,
    helpers: 1,
    unrated: 1,
    unreachable: 1,
    unsolved: 3,
    enteredByStaff: 0,
    confirmedByCall: 0,
    reopened: 1,
    refused: 1,
    impossible: 1,
    cancelled: 1,
    merged: 1,
    transferred: 1,
    rated: 1,
    stars: 5,
  });
});

test('what was once not solved is counted for good, also when it was withdrawn, merged or answered outside', () => {
  const ends = [closed('cancel'), closed('merge'), closed('transfer')].map((order) => ({ ...order, reopened: 1 }));
  expect(tallyMonth('2026-11', ends)).toMatchObject({
    created: 0,
    reopened: 3,
    cancelled: 1,
    merged: 1,
    transferred: 1,
  });
});

test('an order that several did together is one order and its helpers', () => {
  const done = inStatus('closed');
  const seat = { ...done.assignee!, personId: 'other', acceptedAt: done.createdAt, evidence: null, award: null };
  expect(tallyMonth('2026-11', [{ ...done, capacity: 2, helpers: [seat] }, inStatus('accepted')])).toMatchObject({
    created: 2,
    solved: 1,
    helpers: 2,
  });
});

test('what was once not solved stays counted, also when it was solved since', () => {
  const solvedSince = after1(after1(reopened, member, byCall), resident, confirm);
  expect(tallyMonth('2026-11', [solvedSince, inStatus('closed')])).toMatchObject({
    created: 2,
    solved: 2,
    unsolved: 0,
    reopened: 1,
  });
});

test('an order belongs to the month of its creation in Shanghai', () => {
  const order = { ...inStatus('closed'), createdAt: new Date('2026-11-30T16:00:00Z') };
  expect(tallyOrders('cqt', [order], after(0)).months.map(({ month }) => month)).toEqual(['2026-12']);
});

test('months stay in order, are counted anew, and only the last year is kept', () => {
  const month = (name: string, created: number) => ({ ...emptyMonth(name), created });
  expect(
    withMonths([month('2026-10', 1), month('2026-11', 2)], [month('2026-11', 5), month('2026-09', 3)]).map(
      ({ month: name, created }) => `${name} ${created}`,
    ),
  ).toEqual(['2026-09 3', '2026-10 1', '2026-11 5']);
  const many = Array.from({ length: 20 }, (_, index) => month(`20${10 + index}-01`, 1));
  expect(withMonths(many, [])).toHaveLength(monthLimit);
});

test('a load is what was accepted this month, and still is', () => {
  const now = after(10 * 24 * hourMs - 8 * hourMs);
  expect(countLoads([inStatus('accepted'), inStatus('closed'), inStatus('dispatched')], after(hourMs))).toEqual([
    { personId: 'member', count: 2 },
  ]);
  expect(countLoads([inStatus('accepted')], now)).toEqual([]);
});
