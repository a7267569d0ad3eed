import type { TaskKind } from '../file/task';
import { checkTask } from './check/check-file';
import { applyTask } from './write/apply-import';

/** What an import has function `files` do. */
export const importTasks: readonly TaskKind[] = [checkTask, applyTask];
