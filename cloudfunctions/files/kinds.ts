import { issueCardsTask } from '../core/card/tasks/issue-cards';
import type { TaskKind } from '../core/file/task';
import { exportTask } from '../core/export/export-task';
import { importTasks } from '../core/import/tasks';
import { printCardsTask } from '../core/print/tasks/print-cards';

/** What a task can be, by kind; each noun that imports, exports or prints adds its own. */
export const taskKinds: readonly TaskKind[] = [...importTasks, exportTask, issueCardsTask, printCardsTask];
