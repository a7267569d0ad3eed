import type { MigrationPlan } from '../../schema/types';

/** A month counts what staff entered; the orders are counted anew at the next count (`job/migrations/run-2.ts`). */
export const staffEntries: MigrationPlan = {
  to: 2,
  migrate(tally) {
    const months: readonly unknown[] = Array.isArray(tally['months']) ? tally['months'] : [];
    return {
      ...tally,
      months: months.map((month) => ({ enteredByStaff: 0, confirmedByCall: 0, ...Object(month) })),
    };
  },
};
