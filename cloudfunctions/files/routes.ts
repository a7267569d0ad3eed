import type { FileApi } from '../../miniprogram/contracts/file';
import type { Caller } from '../core/access/caller';
import { checkHealth } from '../core/file/endpoints/health';
import { getTask } from '../core/file/endpoints/task';
import type { Routes } from '../core/platform/endpoint';

/** Every endpoint of function `files`: one that is missing or misspelt does not compile. */
export const routes = {
  'file.health': checkHealth,
  'file.task': getTask,
} satisfies Pick<Routes<Caller>, keyof FileApi>;
