import type { MigrationPlan } from '../../schema/types';

/**
 * Months count what staff entered: the job that counts orders begins again from the first one, so that every month that
 * is kept has the number.
 */
export const countAnew: MigrationPlan = {
  to: 2,
  migrate: (record) => (record._id === 'counting' ? { ...record, cursor: new Date(0).toISOString() } : record),
};
