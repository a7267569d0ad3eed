import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { hashOf } from '../../platform/ids';
import { recordFoundChange } from '../../projection/source-change';
import { communities } from '../community';

const readAtOnce = 99;

/**
 * Finds every night communities whose name, office number or roster was changed by hand, in the database's console,
 * where nobody records it. It counts communities.
 */
export const findRosterChanges: Job = { name: 'rosters', every: 'night', run: findChanges };

async function findChanges(services: Services, record: JobRecord | undefined): Promise<JobProgress> {
  const { database, clock, ids } = services;
  const known = new Set(record?.found ?? []);
  const found: string[] = [];
  let after = '';
  let changed = 0;
  for (;;) {
    const page = await database.find(communities, {
      where: { _id: { gt: after } },
      sort: { _id: 'asc' },
      limit: readAtOnce,
    });
    for (const { _id, name, branchName, office, grids, secretary } of page) {
      const fingerprint = `${_id}:${hashOf({ name, branchName, phone: office.phone, grids, secretary }).slice(0, 12)}`;
      found.push(fingerprint);
      if (known.has(fingerprint)) continue;
      await recordFoundChange(database, { kind: 'community', id: _id }, { at: clock.now(), revision: ids.token(16) });
      changed += 1;
    }
    const last = page.at(-1);
    if (page.length < readAtOnce || !last) return { done: changed, found };
    after = last._id;
  }
}
