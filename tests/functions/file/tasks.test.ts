import { runTask } from '../../../cloudfunctions/core/file/run-task';
import { resumeTasks } from '../../../cloudfunctions/core/file/jobs/resume-tasks';
import type { FileTask, TaskKind } from '../../../cloudfunctions/core/file/task';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
let services: Services;

beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files', 'jobs'] });
  services = await cloud.services();
});
afterAll(() => cloud.close());

const task = (id: string, more: Partial<FileTask> = {}): FileTask => ({
  _id: id,
  communityId: 'qinghe',
  kind: 'count-to-three',
  personId: 'p_secretary',
  inputFileIds: ['cloud://local-env/list.xlsx'],
  options: {},
  state: 'waiting',
  cursor: null,
  progress: 0,
  outputFileIds: [],
  attempts: 0,
  resumeAt: new Date('2026-11-01T00:00:00Z'),
  createdAt: new Date('2026-11-01T00:00:00Z'),
  ...more,
});
const stored = (id: string) => cloud.storedOne<FileTask>('fileTasks', id);
const load = (...tasks: FileTask[]) => cloud.database.load('fileTasks', tasks);

/** Three shares, one part each; the last makes a file. */
const countToThree: TaskKind = {
  kind: 'count-to-three',
  run: async (_services, { cursor, progress }) =>
    Number(cursor ?? 0) === 2
      ? { cursor: null, progress: progress + 1, outputFileIds: ['cloud://local-env/result.xlsx'] }
      : { cursor: String(Number(cursor ?? 0) + 1), progress: progress + 1, outputFileIds: [] },
};

test('a task is done share by share, and each goes on where the last one ended', async () => {
  load(task('t_shares'));
  const states = [];
  for (let share = 0; share < 4; share += 1) states.push(await runTask(services, [countToThree], 't_shares'));
  expect(states).toEqual(['waiting', 'waiting', 'done', 'done']);
  expect(stored('t_shares')).toMatchObject({
    state: 'done',
    progress: 3,
    outputFileIds: ['cloud://local-env/result.xlsx'],
  });
});

test('of two calls at once one works', async () => {
  load(task('t_twice'));
  const states = await Promise.all([1, 2].map(() => runTask(services, [countToThree], 't_twice')));
  expect(states.sort()).toEqual(['busy', 'waiting']);
  expect(stored('t_twice')).toMatchObject({ progress: 1 });
});

test('a share that fails is tried again after growing pauses, and given up after five', async () => {
  load(task('t_broken'));
  const broken: TaskKind = { kind: 'count-to-three', run: () => Promise.reject(new Error('no')) };
  const quiet: Services = { ...services, log: { line: () => undefined } };
  expect(await runTask(quiet, [broken], 't_broken')).toBe('waiting');
  const first = stored('t_broken');
  expect(first).toMatchObject({ attempts: 1 });
  expect(first.resumeAt.getTime()).toBeGreaterThan(cloud.clock.now().getTime());
  load(task('t_tired', { attempts: 4 }));
  expect(await runTask(quiet, [broken], 't_tired')).toBe('failed');
});

test('the timer hands waiting tasks to function files, which no client can do', async () => {
  load(task('t_unknown', { kind: 'nobody-knows-it' }));
  const { done } = await resumeTasks.run(services, undefined, new Date(cloud.clock.now().getTime() + 30_000));
  expect(done).toBeGreaterThan(0);
  expect(stored('t_unknown')).toMatchObject({ state: 'failed' });
  load(task('t_client', { kind: 'nobody-knows-it' }));
  const { body } = await cloud.call('files', { name: 'resumeTask', taskId: 't_client' }, 'o_secretary');
  expect(body).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'name' });
  expect(stored('t_client')).toMatchObject({ state: 'waiting' });
});

test('who asked for a task sees how far it is, nobody else does', async () => {
  load(task('t_mine', { progress: 2 }));
  expect(await cloud.getAs('o_secretary', 'file.getTask', { taskId: 't_mine' })).toEqual({
    taskId: 't_mine',
    kind: 'count-to-three',
    state: 'waiting',
    progress: 2,
    fileIds: [],
    notes: [],
  });
  expect(await cloud.callAs('o_worker', 'file.getTask', { taskId: 't_mine' })).toMatchObject({
    ok: false,
    code: 'NOT_FOUND',
  });
  expect(await cloud.getAs('o_secretary', 'file.getHealth', {})).toEqual({ ready: true });
  expect(await cloud.lastCall()).toMatchObject({ name: 'files', writes: 0 });
});
