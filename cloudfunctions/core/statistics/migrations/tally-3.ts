import type { MigrationPlan } from '../../schema/types';

/**
 * A month counts what was once not solved; the orders are counted anew at the next count (`job/migrations/run-3.ts`).
 */
export const reopenedOrders: MigrationPlan = {
  to: 3,
  migrate(tally) {
    const months: readonly unknown[] = Array.isArray(tally['months']) ? tally['months'] : [];
    return { ...tally, months: months.map((month) => ({ reopened: 0, ...Object(month) })) };
  },
};
