import { signedInEndpoint } from '../../access/endpoint';
import { recordDownload } from '../../person/download-line';
import { derivedId } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { fileTasks } from '../task';

/** More files than a task makes: 30 cards a file. */
const mostFiles = 10_000;

/**
 * A link to a file that a task made, for whoever asked for it; it ends after ten minutes. That it was taken stays in
 * `audit`. Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const getFileOutput = signedInEndpoint({
  name: 'file.getOutput',
  input: object({
    taskId: id,
    number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostFiles)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, { login, hat }, { taskId, number }) {
    const { database, storage, clock, request, openid, requestId: key } = context;
    const task = await database.get(fileTasks, taskId);
    if (!task || task.personId !== login.personId) return refuse('NOT_FOUND', 'taskId');
    if (task.state !== 'done') return refuse('NOT_READY', 'taskId');
    const fileId = task.outputFileIds[number - 1];
    if (fileId === undefined) return refuse('NOT_FOUND', 'number');
    const { personId, name, communityId } = login;
    await recordDownload(database, {
      _id: derivedId('dl', openid, key),
      communityId,
      at: clock.now(),
      by: { personId, name, hat: hat.hat },
      action: 'file.getOutput',
      subjectId: taskId,
      request,
    });
    const fileUrl = (await storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('BUSY') : done({ fileUrl });
  },
});
