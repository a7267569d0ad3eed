import type { ExportApi } from '../../miniprogram/contracts/export';
import type { FileApi } from '../../miniprogram/contracts/file';
import type { ImportApi } from '../../miniprogram/contracts/import';
import type { Caller } from '../core/access/caller';
import { exportEndpoints } from '../core/export/endpoints';
import { fileEndpoints } from '../core/file/endpoints';
import { importEndpoints } from '../core/import/endpoints';
import { printEndpoints } from '../core/print/endpoints';
import type { Routes } from '../core/platform/endpoint';

/** Every endpoint of function `files`: one that is missing or misspelt does not compile. */
export const routes = { ...fileEndpoints, ...importEndpoints, ...exportEndpoints, ...printEndpoints } satisfies Pick<
  Routes<Caller>,
  keyof ExportApi | keyof FileApi | keyof ImportApi
>;
