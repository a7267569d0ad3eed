import type { MigrationPlan } from '../../schema/types';

/** Months count who did their orders: the job that counts orders begins again from the first one. */
export const countHelpers: MigrationPlan = {
  to: 5,
  migrate: (record) => (record._id === 'counting' ? { ...record, cursor: new Date(0).toISOString() } : record),
};
