import { signedInEndpoint } from '../../access/endpoint';
import { recordDownload } from '../../person/download-line';
import { derivedId } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { ownExport } from '../own-export';
import { fileName } from '../text/sheet';

/**
 * A link to a file that was made, which ends after ten minutes. That it was downloaded stays in `audit`, with what was
 * in it.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const getExportFile = signedInEndpoint({
  name: 'export.getFile',
  input: object({ exportId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, storage, clock, request, openid, requestId: key } = context;
    const found = await ownExport(database, caller, input.exportId);
    if (!found.ok) return found;
    const { _id, state, fileId, deleteAt, list, phones, reason, rows, communityId } = found.data;
    if (state !== 'done' || fileId === null || deleteAt === null) return refuse('NOT_READY', 'exportId');
    const { personId, name } = caller.login;
    await recordDownload(database, {
      _id: derivedId('dl', openid, key),
      communityId,
      at: clock.now(),
      by: { personId, name, hat: caller.hat.hat },
      action: 'export.getFile',
      subjectId: _id,
      request,
      content: { list, phones, rows, ...(reason !== null && { reason }) },
    });
    const fileUrl = (await storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('BUSY') : done({ fileUrl, fileName: fileName(found.data) });
  },
});
