import type { ExportApi } from '../../../contracts/export';
import { call, write } from '../../../services/platform/call';

export const start = (wanted: Omit<ExportApi['export.start']['input'], 'requestId'>) => write('export.start', wanted);
export const advance = (exportId: string) => write('export.advance', { exportId });
export const list = (cursor?: string) => call('export.list', cursor === undefined ? {} : { cursor });
export const getFile = (exportId: string) => write('export.getFile', { exportId });
