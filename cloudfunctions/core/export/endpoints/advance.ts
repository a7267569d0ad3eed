import { signedInEndpoint } from '../../access/endpoint';
import { runTask } from '../../file/run-task';
import { done } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { exportRecords, exportView } from '../document/export';
import { ensureTask } from '../ensure-task';
import { exportTask } from '../export-task';
import { ownExport } from '../own-export';

/** Somebody waits for the answer: it comes before their phone gives up. */
const shareMs = 6_000;

/**
 * Goes on with an export for some seconds while somebody watches; the timer does the same without them, and of the two
 * one works at a time. What it costs beside follows from how far it comes.
 * Cost: 2 reads.
 */
export const advanceExport = signedInEndpoint({
  name: 'export.advance',
  input: object({ exportId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { exportId }) {
    const { database } = context;
    const found = await ownExport(database, caller, exportId);
    if (!found.ok) return found;
    if (found.data.state !== 'working') return done(exportView(found.data));
    const outcome = await runTask(context, [exportTask], exportId, shareMs);
    if (outcome === 'absent') await ensureTask(context, found.data);
    const now = await database.get(exportRecords, exportId);
    return done(exportView(now ?? found.data));
  },
});
