import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { fileTasks, keptMs, type FileTask } from '../task';

const tasksAtOnce = 20;
/** Storage deletes so many files at once. */
const filesAtOnce = 50;

/**
 * Deletes what tasks made a day ago: sheets of cards, tables of tokens. That they were made, and who took them, stays.
 * A task that is still under way is looked at again a day later. It counts tasks.
 */
export const removeOutputs: Job = {
  name: 'file-outputs',
  every: 'hour',
  waiting: (now) => [{ of: fileTasks, where: dueBy(now), limit: 1 }],
  run: remove,
};

const dueBy = (now: Date): Where => ({ deleteAt: { gt: new Date(0), lte: now } });

async function remove(services: Services, _record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  let done = 0;
  for (;;) {
    const where = dueBy(clock.now());
    const due = await database.find(fileTasks, { where, sort: { deleteAt: 'asc' }, limit: tasksAtOnce });
    for (const task of due) await removeOutputsOf(services, task);
    done += due.length;
    if (due.length < tasksAtOnce) return { done };
    if (clock.now() >= until) return { done, cursor: 'more' };
  }
}

async function removeOutputsOf(
  { database, storage, clock }: Services,
  { _id, state, outputFileIds }: FileTask,
): Promise<void> {
  if (state === 'waiting') {
    const deleteAt = new Date(clock.now().getTime() + keptMs);
    if ((await database.updateWhere(fileTasks, { _id, state }, { set: { deleteAt } })) > 0) return;
  }
  for (let from = 0; from < outputFileIds.length; from += filesAtOnce)
    await storage.remove(outputFileIds.slice(from, from + filesAtOnce));
  await database.updateWhere(fileTasks, { _id }, { set: { outputFileIds: [] }, unset: ['deleteAt'] });
}
