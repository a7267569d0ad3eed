import type { Services } from '../platform/context';
import { errorFields } from '../platform/log';
import { fileTasks, type FileTask, type TaskKind } from './task';

/** The function ends after 60 s: a share works for less, and keeps others off for longer. */
const shareMs = 40_000;
const leaseMs = 90_000;
/** After so many failures in a row nobody tries again; each pause is twice the one before. */
const maxAttempts = 5;
const firstPauseMs = 60_000;
/** What was left out is named so often at most. */
const maxNotes = 100;

/** The call by which `jobs` hands a task over. */
export function readTaskCall(event: unknown): { readonly taskId: string } | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(event));
  const taskId = fields.get('taskId');
  return fields.get('name') === 'resumeTask' && typeof taskId === 'string' ? { taskId } : undefined;
}

/**
 * Does one share of a task, of 40 s unless another time is said. Two calls at once: the conditional write of the lease
 * lets one of them work.
 * @returns how the task stands; `busy` when somebody else works on it, `absent` when there is none
 */
export async function runTask(
  services: Services,
  kinds: readonly TaskKind[],
  taskId: string,
  share: number = shareMs,
): Promise<FileTask['state'] | 'busy' | 'absent'> {
  const task = await services.database.get(fileTasks, taskId);
  if (!task) return 'absent';
  if (task.state !== 'waiting') return task.state;
  const now = services.clock.now();
  const lease = new Date(now.getTime() + leaseMs);
  let leased: FileTask = { ...task, resumeAt: lease };
  if (task.resumeAt > now || !(await change(services, task, leased))) return 'busy';
  const until = new Date(now.getTime() + share);
  for (;;) {
    const { goesOn = false, change: made } = await shareOf(services, kinds, leased, until);
    const next: FileTask = { ...leased, ...made, ...(goesOn ? { resumeAt: lease } : {}) };
    if (!(await change(services, leased, next))) return 'busy';
    if (!goesOn) return next.state;
    leased = next;
  }
}

type TaskChange = Partial<Omit<FileTask, '_id'>>;

async function shareOf(
  services: Services,
  kinds: readonly TaskKind[],
  task: FileTask,
  until: Date,
): Promise<{ readonly change: TaskChange; readonly goesOn?: boolean }> {
  const kind = kinds.find((one) => one.kind === task.kind);
  if (!kind) return { change: { state: 'failed' } };
  try {
    const { cursor, notes, goesOn, ...rest } = await kind.run(services, task, until);
    const state = cursor === null ? 'done' : 'waiting';
    const said = notes && { notes: notes.slice(0, maxNotes) };
    const made: TaskChange = { state, cursor, ...rest, ...said, attempts: 0, resumeAt: services.clock.now() };
    return { change: made, goesOn: state === 'waiting' && goesOn === true };
  } catch (error) {
    services.log.line('error', { event: 'file-task', kind: task.kind, taskId: task._id, ...errorFields(error) });
    const attempts = task.attempts + 1;
    const resumeAt = new Date(services.clock.now().getTime() + firstPauseMs * 2 ** (attempts - 1));
    return { change: attempts >= maxAttempts ? { state: 'failed', attempts } : { attempts, resumeAt } };
  }
}

async function change({ database }: Services, before: FileTask, after: FileTask): Promise<boolean> {
  const { _id, ...set } = after;
  const where = { _id, state: before.state, resumeAt: before.resumeAt };
  return (await database.updateWhere(fileTasks, where, { set })) > 0;
}
