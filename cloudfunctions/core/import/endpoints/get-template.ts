import { offeredKinds } from '../../../../miniprogram/contracts/import';
import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object, v } from '../../platform/validation';
import { loadWorkbookLibrary } from '../load-workbook-library';
import { templates } from '../text/templates';

/**
 * A spreadsheet with the headers of a list and an example, which the import leaves out.
 * Cost: 1 read.
 */
export const getImportTemplate = signedInEndpoint({
  name: 'import.getTemplate',
  input: object({ kind: v.picklist(offeredKinds) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ storage }, _caller, { kind }) {
    const { writeSheets } = await loadWorkbookLibrary();
    const { sheet, headers, example } = templates[kind];
    const fileId = await storage.upload(
      `templates/${kind}.xlsx`,
      writeSheets([{ name: sheet, lines: [headers, example] }]),
    );
    const fileUrl = (await storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('BUSY') : done({ fileUrl });
  },
});
