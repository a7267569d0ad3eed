import type { MigrationPlan } from '../../schema/types';

/** A month counts whose requesters could never be asked; before there was such an end, there were none. */
export const unreachableOrders: MigrationPlan = {
  to: 4,
  migrate(tally) {
    const months: readonly unknown[] = Array.isArray(tally['months']) ? tally['months'] : [];
    return { ...tally, months: months.map((month) => ({ unreachable: 0, ...Object(month) })) };
  },
};
