import type { MigrationPlan } from '../../schema/types';

const dayMs = 24 * 3_600_000;

/** What a task made is deleted after a day; of a list that came in, it is the list's own matter. */
export const taskWithEnd: MigrationPlan = {
  to: 2,
  migrate(task) {
    const { kind, outputFileIds, createdAt } = task;
    const hasFiles = kind === 'print-cards' && Array.isArray(outputFileIds) && outputFileIds.length > 0;
    return hasFiles && createdAt instanceof Date ? { ...task, deleteAt: new Date(createdAt.getTime() + dayMs) } : task;
  },
};
