import type { FileApi } from '../../miniprogram/contracts/file';
import type { Caller } from '../core/access/caller';
import { getFileHealth } from '../core/file/endpoints/get-health';
import { getFileTask } from '../core/file/endpoints/get-task';
import type { Routes } from '../core/platform/endpoint';

/** Every endpoint of function `files`: one that is missing or misspelt does not compile. */
export const routes = {
  'file.getHealth': getFileHealth,
  'file.getTask': getFileTask,
} satisfies Pick<Routes<Caller>, keyof FileApi>;
