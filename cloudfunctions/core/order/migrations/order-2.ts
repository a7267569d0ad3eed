import type { MigrationPlan } from '../../schema/types';

/** What a month allowed one pair before a community could set it. */
const pairCaps = { confirmed: 8, called: 4 };

const handling: ReadonlySet<unknown> = new Set(['create', 'dispatch', 'accept', 'complete']);

/** An order says who had a hand in it, as its trail has it, and its terms cap what one pair earns. */
export const handlersAndCaps: MigrationPlan = {
  to: 2,
  migrate(order) {
    const trail: readonly unknown[] = Array.isArray(order['trail']) ? order['trail'] : [];
    const handlerIds = trail.flatMap((line) => {
      const { action, by } = fieldsOf(line);
      const { personId } = fieldsOf(by);
      return handling.has(action) && typeof personId === 'string' ? [personId] : [];
    });
    return {
      ...order,
      handlerIds: [...new Set(handlerIds)],
      terms: { pairCaps, ...fieldsOf(order['terms']) },
    };
  },
};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}
