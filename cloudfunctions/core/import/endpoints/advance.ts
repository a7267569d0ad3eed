import { signedInEndpoint } from '../../access/endpoint';
import { runTask } from '../../file/run-task';
import type { Database } from '../../platform/database';
import { done } from '../../platform/result';
import { object, requestId } from '../../platform/validation';
import { imports, type Import } from '../document/import';
import { importView } from '../document/view';
import { ensureTask, taskIdOf } from '../ensure-task';
import { importId } from '../inputs';
import { ownImport } from '../own-import';
import { importTasks } from '../tasks';

/** Somebody waits for the answer: it comes before their phone gives up. */
const shareMs = 6_000;

/**
 * Goes on with an import for some seconds while somebody watches; the timer does the same without them, and of the two
 * one works at a time. What it costs beside follows from how far it comes.
 * Cost: 2 reads.
 */
export const advanceImport = signedInEndpoint({
  name: 'import.advance',
  input: object({ importId, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await ownImport(context.database, caller, input.importId);
    if (!found.ok) return found;
    const { state } = found.data;
    if (state !== 'reading' && state !== 'applying') return done(importView(found.data));
    const taskId = taskIdOf(found.data);
    const outcome = await runTask(context, importTasks, taskId, shareMs);
    if (outcome === 'absent') await ensureTask(context, found.data);
    if (outcome === 'failed') await giveUp(context.database, found.data);
    const now = await context.database.get(imports, found.data._id);
    return done(importView(now ?? found.data));
  },
});

/** A task that failed again and again: a file that cannot be read, or rows that somebody may have written once more. */
async function giveUp(database: Database, { _id, state }: Import): Promise<void> {
  const set =
    state === 'applying' ? { state: 'checked' as const } : { state: 'failed' as const, problem: 'broken' as const };
  await database.updateWhere(imports, { _id, state }, { set });
}
