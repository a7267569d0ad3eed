import { offeredKinds } from '../../../../miniprogram/contracts/import';
import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object, v } from '../../platform/validation';
import { loadWorkbookLibrary } from '../load-workbook-library';
import { templates } from '../text/templates';

/**
 * A spreadsheet with the headers of a list, a sheet for each part of it, and examples, which the import leaves out.
 * Cost: 1 read.
 */
export const getImportTemplate = signedInEndpoint({
  name: 'import.getTemplate',
  input: object({ kind: v.picklist(offeredKinds) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ storage }, _caller, { kind }) {
    const { writeSheets } = await loadWorkbookLibrary();
    const sheets = templates[kind].map(({ sheet, headers, example }) => ({ name: sheet, lines: [headers, example] }));
    const fileId = await storage.upload(`templates/${kind}.xlsx`, writeSheets(sheets));
    const fileUrl = (await storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('BUSY') : done({ fileUrl });
  },
});
