import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { exportRecords, type Export } from '../document/export';
import { removeFiles } from '../parts';

const exportsAtOnce = 20;

/** Deletes files of lists that went out a day ago, finished or not. That they went out stays. It counts exports. */
export const removeExports: Job = {
  name: 'exports',
  every: 'hour',
  waiting: (now) => [{ of: exportRecords, where: dueBy(now), limit: 1 }],
  run: remove,
};

const dueBy = (now: Date): Where => ({ deleteAt: { gt: new Date(0), lte: now } });

async function remove(services: Services, _record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  let done = 0;
  for (;;) {
    const where = dueBy(clock.now());
    const due = await database.find(exportRecords, { where, sort: { deleteAt: 'asc' }, limit: exportsAtOnce });
    for (const one of due) await removeExport(services, one);
    done += due.length;
    if (due.length < exportsAtOnce) return { done };
    if (clock.now() >= until) return { done, cursor: 'more' };
  }
}

async function removeExport(services: Services, { _id, fileId, partFileIds, state }: Export): Promise<void> {
  await removeFiles(services, [...(fileId === null ? [] : [fileId]), ...partFileIds]);
  const ended = state === 'working' ? { state: 'failed' as const } : {};
  const set = { deleteAt: null, fileId: null, partFileIds: [], ...ended };
  await services.database.updateWhere(exportRecords, { _id }, { set });
}
