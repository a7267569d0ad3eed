import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getFileHealth } from './get-health';
import { getFileOutput } from './get-output';
import { getFileTask } from './get-task';

/** Files and the tasks that make them. */
export const fileEndpoints = {
  'file.getHealth': getFileHealth,
  'file.getTask': getFileTask,
  'file.getOutput': getFileOutput,
} satisfies Partial<Routes<Caller>>;
