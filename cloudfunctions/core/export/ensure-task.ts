import { fileTasks, type FileTask } from '../file/task';
import type { Services } from '../platform/context';
import type { Export } from './document/export';

/** Makes the task that reads an export; it has the export's id. A repetition finds it there. */
export async function ensureTask({ database, clock }: Pick<Services, 'database' | 'clock'>, one: Export) {
  const at = clock.now();
  const task: FileTask = {
    _id: one._id,
    communityId: one.communityId,
    kind: 'export',
    personId: one.personId,
    inputFileIds: [],
    options: {},
    state: 'waiting',
    cursor: null,
    progress: 0,
    outputFileIds: [],
    attempts: 0,
    resumeAt: at,
    createdAt: at,
  };
  await database.insert(fileTasks, task);
}
