import type { FileTask } from '../../../cloudfunctions/core/file/task';
import { removeOutputs } from '../../../cloudfunctions/core/file/jobs/remove-outputs';
import { taskWithEnd } from '../../../cloudfunctions/core/file/migrations/file-task-2';
import { downloads, downloadsOf, type DownloadLine } from '../../../cloudfunctions/core/person/download-line';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
let services: Services;
beforeEach(async () => {
  cloud = await startApi({ functions: ['files'] });
  services = await cloud.services();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterEach(() => cloud.close());

const made = new Date('2026-11-23T10:00:00+08:00').getTime();
const hourMs = 3_600_000;
const print = (product: 'tokens' | 'cards' = 'tokens') =>
  cloud.getAs('o_worker', 'file.printCards', { placeId: 'qinghe_g1', cards: 'all', product, requestId: newRequest() });
const getOutput = (taskId: string, number = 1, openid = 'o_worker', requestId = newRequest()) =>
  cloud.callAs(openid, 'file.getOutput', { taskId, number, requestId });
const lines = () => cloud.stored<DownloadLine>('audit').filter(({ kind }) => kind === 'download');
const task = (taskId: string) => cloud.storedOne<FileTask>('fileTasks', taskId);
/** The job's run, so long after the print. */
function removeAfter(hours: number) {
  const now = () => new Date(made + hours * hourMs);
  return removeOutputs.run({ ...services, clock: { now } }, undefined, new Date(made + (hours + 1) * hourMs));
}

test('a file that was made is there for a day, then it is deleted; that it was made stays', async () => {
  const { taskId, fileIds } = await print();
  expect(fileIds).toHaveLength(1);
  await cloud.change('fileTasks', taskId, { deleteAt: new Date(made + 24 * hourMs) });
  expect(await removeAfter(23)).toEqual({ done: 0 });
  expect(await services.storage.download(fileIds[0]!)).toBeDefined();
  expect(await removeAfter(25)).toEqual({ done: 1 });
  expect(await services.storage.download(fileIds[0]!)).toBeUndefined();
  expect(task(taskId)).toMatchObject({ state: 'done', outputFileIds: [] });
  expect(task(taskId).deleteAt ?? null).toBeNull();
  expect(await removeAfter(49)).toEqual({ done: 0 });
  expect(await getOutput(taskId)).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'number' });
  expect((await cloud.getAs('o_worker', 'file.getTask', { taskId })).fileIds).toEqual([]);
});

test('each print is deleted a day after it was asked for', async () => {
  const { taskId } = await print();
  const { createdAt, deleteAt } = task(taskId);
  expect(deleteAt!.getTime() - createdAt.getTime()).toBe(24 * hourMs);
});

test('a task that is under way keeps its files, one that made more than storage takes at once loses all', async () => {
  const { taskId } = await print();
  const fileIds = [];
  for (let part = 1; part <= 53; part += 1)
    fileIds.push(await services.storage.upload(`prints/many-${String(part)}.csv`, Buffer.from('a')));
  const ended = { deleteAt: new Date(made + 24 * hourMs), outputFileIds: fileIds };
  await cloud.change('fileTasks', taskId, { ...ended, state: 'waiting' });
  expect(await removeAfter(25)).toEqual({ done: 1 });
  expect(task(taskId).deleteAt).toEqual(new Date(made + 49 * hourMs));
  expect(await services.storage.download(fileIds[52]!)).toBeDefined();
  await cloud.change('fileTasks', taskId, { state: 'failed' });
  expect(await removeAfter(50)).toEqual({ done: 1 });
  expect(await Promise.all(fileIds.map((id) => services.storage.download(id)))).toEqual(fileIds.map(() => undefined));
});

test('who takes a file leaves one line in audit: who, in which hat, of which task', async () => {
  const { taskId } = await print();
  expect(lines()).toEqual([]);
  const requestId = newRequest();
  const first = await getOutput(taskId, 1, 'o_worker', requestId);
  expect(first).toMatchObject({ ok: true, data: { fileUrl: expect.stringMatching(/^http/) } });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  await getOutput(taskId, 1, 'o_worker', requestId);
  expect(lines()).toMatchObject([
    {
      ownerId: downloadsOf('qinghe'),
      by: { personId: 'p_worker', name: '赵慧敏', hat: 'gridWorker' },
      action: 'file.getOutput',
      subjectId: taskId,
    },
  ]);
  expect(await getOutput(taskId, 2)).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'number' });
  for (const number of [0, 1.5]) expect(await getOutput(taskId, number)).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await getOutput(taskId, 1, 'o_secretary')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'taskId' });
  await cloud.change('fileTasks', taskId, { state: 'waiting' });
  expect(await getOutput(taskId)).toMatchObject({ ok: false, code: 'NOT_READY', field: 'taskId' });
  expect(lines()).toHaveLength(1);
  expect(downloads.name).toBe('audit');
});

test('a print of before is deleted a day after it was made; a list that came in is not the task’s to delete', () => {
  const createdAt = new Date('2026-11-01T00:00:00Z');
  const before = { _id: 't', kind: 'print-cards', outputFileIds: ['cloud://a'], createdAt };
  expect(taskWithEnd.migrate(before)).toEqual({ ...before, deleteAt: new Date('2026-11-02T00:00:00Z') });
  expect(taskWithEnd.migrate({ ...before, kind: 'import-check' })).toEqual({ ...before, kind: 'import-check' });
  expect(taskWithEnd.migrate({ ...before, outputFileIds: [] })).toEqual({ ...before, outputFileIds: [] });
});
