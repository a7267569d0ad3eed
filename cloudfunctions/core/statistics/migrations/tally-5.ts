import type { MigrationPlan } from '../../schema/types';

const nothing = { refused: 0, impossible: 0, cancelled: 0, merged: 0, transferred: 0, rated: 0, stars: 0 };

/** A month says each outcome by itself, and its stars; all months are counted anew (job/migrations/run-4.ts). */
export const outcomesApart: MigrationPlan = {
  to: 5,
  migrate(tally) {
    const months: readonly unknown[] = Array.isArray(tally['months']) ? tally['months'] : [];
    return { ...tally, months: months.map((month) => ({ ...nothing, ...Object(month) })) };
  },
};
