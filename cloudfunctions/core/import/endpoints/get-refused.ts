import { signedInEndpoint } from '../../access/endpoint';
import { recordDownload } from '../../person/download-line';
import { derivedId } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { object, requestId } from '../../platform/validation';
import { imports } from '../document/import';
import { importId } from '../inputs';
import { loadWorkbookLibrary } from '../load-workbook-library';
import { ownImport } from '../own-import';
import { refusedSheets } from '../sheets/refused-sheets';

/**
 * A spreadsheet of the rows that were not written, as they were sent, each with its reasons in a column of its own, to
 * be corrected and sent again. It is deleted with the list; that it was downloaded stays in `audit`.
 * One read more for each 1,000 rows. Somebody's first write beside orders takes one write more.
 * Cost: 3 reads, 3 writes.
 */
export const getRefusedRows = signedInEndpoint({
  name: 'import.getRefused',
  input: object({ importId, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, storage, clock, request, openid, requestId: key } = context;
    const found = await ownImport(database, caller, input.importId);
    if (!found.ok) return found;
    const one = found.data;
    if (one.state === 'reading' || one.state === 'failed' || one.deleteAt === null)
      return refuse('NOT_READY', 'importId');
    const sheets = await refusedSheets(database, one);
    if (sheets.length === 0) return refuse('NOT_FOUND', 'importId');
    const { writeSheets } = await loadWorkbookLibrary();
    const { personId, name, communityId } = caller.login;
    const line = { communityId, by: { personId, name, hat: caller.hat.hat }, subjectId: one._id, request };
    const _id = derivedId('dl', openid, key);
    await recordDownload(database, { ...line, _id, at: clock.now(), action: 'import.getRefused' });
    // One file for each list, however often it is asked for: it is written anew, and deleted once.
    const fileId = await storage.upload(`imports/refused-${one._id}.xlsx`, writeSheets(sheets));
    await database.updateWhere(imports, { _id: one._id }, { set: { outputFileIds: [fileId] } });
    const fileUrl = (await storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('BUSY') : done({ fileUrl });
  },
});
