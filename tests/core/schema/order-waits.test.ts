import { nextDeadline } from '../../../cloudfunctions/core/order/rules/deadlines';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { defaultPolicy, checkPolicy } from '../../../cloudfunctions/core/policy/policy';
import { migrateDocument } from '../../../cloudfunctions/core/platform/migration';
import { collectionForms } from '../../../cloudfunctions/core/schema';
import { after1, byCall, dispatchTo, fresh, inStatus, leader, accept, member, worker } from '../order/sample-orders';

const migrated = (name: string, document: { _id: string } & Record<string, unknown>) => {
  const form = collectionForms.find((one) => one.name === name);
  if (!form) throw new Error(`No form of ${name}`);
  return migrateDocument(document, form);
};

/** An order as it was stored before orders in hand had a clock. */
function before(order: Order): { _id: string } & Record<string, unknown> {
  const terms = without(order.terms, 'completeWithinDays', 'callWithinHours');
  return { ...without(order, 'stageClock', 'reachedAt'), _id: order._id, terms, dueAt: null, dueKey: null, form: 3 };
}

const without = (value: object, ...fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field)));

const called = after1(
  after1(after1(fresh({ source: 'phone' }), worker, dispatchTo(member)), member, accept),
  member,
  byCall,
);

describe('what was stored before every wait had a clock', () => {
  it.each([
    ['accepted', inStatus('accepted')],
    ['completed, with WeChat', inStatus('completed')],
    ['completed, without WeChat', called],
    ['submitted', { ...inStatus('submitted'), dueAt: null, dueKey: null }],
    ['closed', inStatus('closed')],
  ])('an order gets the clock of its stage: %s', (_name, order) => {
    expect(without(migrated('orders', before(order)), 'form')).toEqual(order);
  });

  it('falls due when the rules say so', () => {
    for (const order of [inStatus('accepted'), inStatus('completed'), called])
      expect(migrated('orders', before(order))['dueAt']).toEqual(nextDeadline(order)?.at);
    expect(after1(called, leader, { action: 'recordCall', result: 'reached' }).dueAt).not.toEqual(called.dueAt);
  });

  it('a policy says how long every wait may last, keeps what was decided, and can be decided again', () => {
    const old = without(defaultPolicy.order, 'completeWithinDays', 'callWithinHours', 'emergency');
    const policy = { ...defaultPolicy, order: { ...old, silenceDays: 9 } };
    const wanted = { ...defaultPolicy, order: { ...defaultPolicy.order, silenceDays: 9 } };
    expect(migrated('communities', { _id: 'c', policy, form: 3 })['policy']).toEqual(wanted);
    expect(migrated('policies', { _id: 'c:1', policy, form: 2 })['policy']).toEqual(wanted);
    expect(checkPolicy(wanted)).toEqual({ ok: true, data: wanted });
  });

  it('months begin with nothing reopened, and all of them are counted anew', () => {
    const tally = migrated('tallies', { _id: 'c', months: [{ month: '2026-10', created: 3 }], form: 2 });
    expect(tally['months']).toMatchObject([{ month: '2026-10', created: 3, reopened: 0, unreachable: 0, stars: 0 }]);
    const later = migrated('tallies', { _id: 'c', months: [{ month: '2026-11', reopened: 1 }], form: 3 });
    expect(later).toMatchObject({ months: [{ month: '2026-11', reopened: 1, unreachable: 0, refused: 0 }], form: 6 });
    expect(migrated('runs', { _id: 'counting', cursor: null, form: 2 })).toMatchObject({
      cursor: '1970-01-01T00:00:00.000Z',
    });
  });
});
