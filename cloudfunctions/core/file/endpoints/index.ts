import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getFileHealth } from './get-health';
import { getFileTask } from './get-task';

/** Files and the tasks that make them. */
export const fileEndpoints = {
  'file.getHealth': getFileHealth,
  'file.getTask': getFileTask,
} satisfies Partial<Routes<Caller>>;
