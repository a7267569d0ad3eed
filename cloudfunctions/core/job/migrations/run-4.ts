import type { MigrationPlan } from '../../schema/types';

/** Months say each outcome by itself: the job that counts orders begins again from the first one. */
export const countOutcomes: MigrationPlan = {
  to: 4,
  migrate: (record) => (record._id === 'counting' ? { ...record, cursor: new Date(0).toISOString() } : record),
};
