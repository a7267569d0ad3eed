import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { advanceImport } from './advance';
import { applyImport } from './apply';
import { decideImportRow } from './decide';
import { getImport } from './get';
import { getRefusedRows } from './get-refused';
import { getImportTemplate } from './get-template';
import { listImports } from './list';
import { listImportRows } from './list-rows';
import { startImport } from './start';

/** Lists of an office that come in. */
export const importEndpoints = {
  'import.start': startImport,
  'import.advance': advanceImport,
  'import.get': getImport,
  'import.list': listImports,
  'import.listRows': listImportRows,
  'import.decide': decideImportRow,
  'import.apply': applyImport,
  'import.getTemplate': getImportTemplate,
  'import.getRefused': getRefusedRows,
} satisfies Partial<Routes<Caller>>;
