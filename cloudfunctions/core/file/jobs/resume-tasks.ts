import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { fileTasks } from '../task';

const tasksPerRun = 20;

/** Hands waiting tasks to function `files`, one share after the other, oldest first. It counts shares. */
export const resumeTasks: Job = {
  name: 'file-tasks',
  every: 'run',
  waiting: (now) => [{ of: fileTasks, where: { state: 'waiting', resumeAt: { lte: now } }, limit: 1 }],
  run: resume,
};

async function resume(services: Services, _record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock, functions } = services;
  const waiting = await database.find(fileTasks, {
    where: { state: 'waiting', resumeAt: { lte: clock.now() } },
    sort: { resumeAt: 'asc' },
    limit: tasksPerRun,
  });
  let done = 0;
  for (const { _id } of waiting) {
    if (clock.now() >= until) break;
    await functions.call('files', { name: 'resumeTask', taskId: _id });
    done += 1;
  }
  return { done };
}
