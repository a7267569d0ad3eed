import type { MigrationPlan } from '../../schema/types';

/** Orders are counted by day (docs/adr/0092-figures-by-day.md): the job that counts them begins again. */
export const countByDay: MigrationPlan = {
  to: 6,
  migrate: (record) => (record._id === 'counting' ? { ...record, cursor: new Date(0).toISOString() } : record),
};
