import type { FileTaskView } from '../../../miniprogram/contracts/file';
import type { FileTask } from './task';

/** How far a task is, and how many files it made once it is done. A link to one is asked for by itself. */
export function taskView({ _id, kind, state, progress, outputFileIds, notes = [] }: FileTask): FileTaskView {
  return { taskId: _id, kind, state, progress, fileIds: state === 'done' ? outputFileIds : [], notes };
}
