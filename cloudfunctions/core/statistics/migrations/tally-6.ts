import type { MigrationPlan } from '../../schema/types';

/** A month counts who did its orders, several of them for one; all are counted anew (job/migrations/run-5.ts). */
export const helpersOfOrders: MigrationPlan = {
  to: 6,
  migrate(tally) {
    const months: readonly unknown[] = Array.isArray(tally['months']) ? tally['months'] : [];
    return { ...tally, months: months.map((month) => ({ helpers: 0, ...Object(month) })) };
  },
};
