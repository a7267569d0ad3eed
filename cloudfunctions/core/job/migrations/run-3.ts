import type { MigrationPlan } from '../../schema/types';

/** Months count what was once not solved: the job that counts orders begins again from the first one. */
export const countReopened: MigrationPlan = {
  to: 3,
  migrate: (record) => (record._id === 'counting' ? { ...record, cursor: new Date(0).toISOString() } : record),
};
