import type { OfferedKind, RowDecision, RowFate } from '../../../contracts/import';
import { call, write } from '../../../services/platform/call';

const page = (cursor?: string): { cursor?: string } => (cursor === undefined ? {} : { cursor });

export const start = (kind: OfferedKind, fileId: string, fileName: string) =>
  write('import.start', { kind, fileId, fileName });
export const advance = (importId: string) => write('import.advance', { importId });
export const get = (importId: string) => call('import.get', { importId });
export const list = (cursor?: string) => call('import.list', page(cursor));
export const listRows = (importId: string, fate: RowFate, cursor?: string) =>
  call('import.listRows', { importId, fate, ...page(cursor) });
export const decide = (importId: string, rowId: string, decision: RowDecision, personId?: string) =>
  write('import.decide', { importId, rowId, decision, ...(personId !== undefined && { personId }) });
export const apply = (importId: string) => write('import.apply', { importId });
export const getTemplate = (kind: OfferedKind) => call('import.getTemplate', { kind });
export const getRefused = (importId: string) => write('import.getRefused', { importId });
