import type { FileApi } from '../../miniprogram/contracts/file';
import type { ImportApi } from '../../miniprogram/contracts/import';
import type { Caller } from '../core/access/caller';
import { fileEndpoints } from '../core/file/endpoints';
import { importEndpoints } from '../core/import/endpoints';
import { printEndpoints } from '../core/print/endpoints';
import type { Routes } from '../core/platform/endpoint';

/** Every endpoint of function `files`: one that is missing or misspelt does not compile. */
export const routes = { ...fileEndpoints, ...importEndpoints, ...printEndpoints } satisfies Pick<
  Routes<Caller>,
  keyof FileApi | keyof ImportApi
>;
