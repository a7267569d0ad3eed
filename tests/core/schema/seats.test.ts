import { migrateDocument } from '../../../cloudfunctions/core/platform/migration';
import { collectionForms } from '../../../cloudfunctions/core/schema';
import { seatsOf } from '../../../cloudfunctions/core/order/rules/seats';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { inStatus } from '../order/sample-orders';

const form = collectionForms.find(({ name }) => name === 'orders')!;
const without = ({ capacity: _capacity, helpers: _helpers, noShows: _noShows, ...order }: Order) => order;

it.each(['submitted', 'accepted', 'closed'] as const)(
  'an order of before has one seat and no records: %s',
  (status) => {
    const order = inStatus(status);
    const { form: reached, ...migrated } = migrateDocument({ ...without(order), _id: order._id, form: 5 }, form);
    expect(reached).toBe(form.form);
    expect(migrated).toEqual(order);
    expect(seatsOf(migrated as unknown as Order)).toHaveLength(status === 'submitted' ? 0 : 1);
  },
);

it('what was not stored for its unique index alone stays as it is', () => {
  const claims = { _id: 'requests:o_x', requests: ['r'], claims: [], form: 5 };
  expect(migrateDocument(claims, form)).not.toHaveProperty('capacity');
});
