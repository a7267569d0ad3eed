import type { MigrationPlan } from '../../schema/types';

/** An alarm pages by when it was found, and keeps who said that it was looked into. */
export const alarmClosings: MigrationPlan = {
  to: 2,
  migrate: (alarm) => ({ ...alarm, foundKey: `${isoOf(alarm['foundAt'])}:${alarm._id}`, closings: [], requests: [] }),
};

function isoOf(stored: unknown): string {
  return stored instanceof Date ? stored.toISOString() : String(stored);
}
