import type { TaskKind } from '../core/file/task';

/** What a task can be, by kind; each noun that imports, exports or prints adds its own. */
export const taskKinds: readonly TaskKind[] = [];
