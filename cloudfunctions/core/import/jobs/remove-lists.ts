import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { imports, type Import } from '../document/import';
import { importPages } from '../document/page';

const importsAtOnce = 20;

/**
 * Deletes rows and files of lists that came in a day ago, whether they were written or not. What stays of an import are
 * its counts. It counts imports.
 */
export const removeLists: Job = {
  name: 'import-lists',
  every: 'hour',
  waiting: (now) => [{ of: imports, where: dueBy(now), limit: 1 }],
  run: remove,
};

const dueBy = (now: Date): Where => ({ deleteAt: { gt: new Date(0), lte: now } });

async function remove(services: Services, _record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  let done = 0;
  for (;;) {
    const where = dueBy(clock.now());
    const due = await database.find(imports, { where, sort: { deleteAt: 'asc' }, limit: importsAtOnce });
    for (const one of due) await removeList(services, one);
    done += due.length;
    if (due.length < importsAtOnce) return { done };
    if (clock.now() >= until) return { done, cursor: 'more' };
  }
}

async function removeList(
  { database, storage }: Services,
  { _id, fileId, outputFileIds, state }: Import,
): Promise<void> {
  await storage.remove([fileId, ...outputFileIds]);
  await database.removeWhere(importPages, { importId: _id });
  const isOpen = state === 'reading' || state === 'applying';
  const ended = isOpen ? { state: 'failed' as const, problem: 'absent' as const } : {};
  await database.updateWhere(imports, { _id }, { set: { deleteAt: null, outputFileIds: [], ...ended } });
}
