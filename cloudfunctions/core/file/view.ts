import type { FileTaskView } from '../../../miniprogram/contracts/file';
import type { Services } from '../platform/context';
import type { FileTask } from './task';

/** Links are asked for so many files at once. */
const linksAtOnce = 50;

/** How far a task is, with links to what it made once it is done. */
export async function taskView(storage: Services['storage'], task: FileTask): Promise<FileTaskView> {
  const { _id, kind, state, progress, outputFileIds, notes = [] } = task;
  const fileIds = state === 'done' ? outputFileIds : [];
  const shown = fileIds.slice(0, linksAtOnce);
  const urls = shown.length > 0 ? await storage.urls(shown) : new Map<string, string>();
  return {
    taskId: _id,
    kind,
    state,
    progress,
    fileIds,
    fileUrls: shown.flatMap((fileId) => urls.get(fileId) ?? []),
    notes,
  };
}
