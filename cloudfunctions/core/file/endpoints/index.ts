import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { checkHealth } from './health';
import { getTask } from './task';

/** Files and the tasks that make them. */
export const fileEndpoints = {
  'file.health': checkHealth,
  'file.task': getTask,
} satisfies Partial<Routes<Caller>>;
