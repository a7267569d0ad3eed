import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { object, requestId } from '../../platform/validation';
import { imports, type Import } from '../document/import';
import { importView } from '../document/view';
import { ensureTask } from '../ensure-task';
import { importId } from '../inputs';
import { ownImport, withRequest } from '../own-import';

/**
 * Has what the dry run found written: rows that are new or changed, and duplicates that somebody decided. Refused rows
 * stay as they are. It may be said again once more duplicates are decided.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 3 writes.
 */
export const applyImport = signedInEndpoint({
  name: 'import.apply',
  input: object({ importId, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, request } = context;
    const found = await ownImport(database, caller, input.importId);
    if (!found.ok) return found;
    const before = found.data;
    if (replayOf(before.requests, request, () => before)?.ok) return answerAgain(context, before);
    const { state, deleteAt } = before;
    if ((state !== 'checked' && state !== 'done') || deleteAt === null) return refuse('NOT_READY', 'importId');
    const set = {
      state: 'applying' as const,
      writtenPages: 0,
      passed: 0,
      written: 0,
      requests: withRequest(before, request),
      ...withAct(before, context, caller, 'import.apply'),
    };
    if ((await database.updateWhere(imports, { _id: before._id, state }, { set })) > 0)
      return answerAgain(context, { ...before, ...set });
    const after = await database.get(imports, before._id);
    const isOwn = after && replayOf(after.requests, request, () => after)?.ok;
    return after && isOwn ? answerAgain(context, after) : refuse('STALE_VERSION', 'importId');
  },
});

/** The task is there where a call that broke off had not made it. */
async function answerAgain(context: Parameters<typeof ensureTask>[0], one: Import) {
  if (one.state === 'applying') await ensureTask(context, one);
  return done(importView(one));
}
