import type { Context } from '../platform/context';
import { fileTasks, type FileTask } from '../file/task';
import { applyTaskId, type Import } from './document/import';

/** The task that an import is at: the one that looks at its file, or the one that writes its rows. */
export function taskIdOf({ _id, state }: Pick<Import, '_id' | 'state'>): string {
  return state === 'applying' ? applyTaskId(_id) : _id;
}

/** Makes the task that goes on with an import, or wakes the one that was through with it before. */
export async function ensureTask({ database, clock }: Pick<Context, 'database' | 'clock'>, one: Import): Promise<void> {
  const { _id, communityId, personId, state, fileId } = one;
  const resumeAt = clock.now();
  const task: FileTask = {
    _id: taskIdOf(one),
    communityId,
    kind: state === 'applying' ? 'import-apply' : 'import-check',
    personId,
    inputFileIds: state === 'applying' ? [] : [fileId],
    options: { importId: _id },
    state: 'waiting',
    cursor: null,
    progress: 0,
    outputFileIds: [],
    attempts: 0,
    resumeAt,
    createdAt: resumeAt,
  };
  if (await database.insert(fileTasks, task)) return;
  const ended = { _id: task._id, state: { oneOf: ['done', 'failed'] } };
  await database.updateWhere(fileTasks, ended, { set: { state: 'waiting', attempts: 0, resumeAt } });
}
