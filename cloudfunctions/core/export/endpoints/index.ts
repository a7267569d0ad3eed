import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { advanceExport } from './advance';
import { getExportFile } from './get-file';
import { listExports } from './list';
import { startExport } from './start';

/** Lists that go out as files. */
export const exportEndpoints = {
  'export.start': startExport,
  'export.advance': advanceExport,
  'export.list': listExports,
  'export.getFile': getExportFile,
} satisfies Partial<Routes<Caller>>;
