import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { hashOf } from '../../platform/ids';
import { recordFoundChange } from '../../projection/source-change';
import { communities, type Community } from '../community';

const readAtOnce = 99;

/**
 * Finds every night communities whose name, office number or roster was changed by hand, in the database's console,
 * where nobody records it. A read for 99 communities; broken off anywhere it goes on behind the last page. It counts
 * communities.
 */
export const findRosterChanges: Job = { name: 'rosters', every: 'night', run: findChanges };

async function findChanges(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock, ids } = services;
  let known = record?.found ?? [];
  let after = record?.cursor ?? '';
  for (let changed = 0; ;) {
    const where = { _id: { gt: after } };
    const page = await database.find(communities, { where, sort: { _id: 'asc' }, limit: readAtOnce });
    const last = page.length === readAtOnce ? page.at(-1)?._id : undefined;
    for (const community of page.filter((one) => !known.includes(fingerprintOf(one)))) {
      const source = { kind: 'community', id: community._id } as const;
      await recordFoundChange(database, source, { at: clock.now(), revision: ids.token(16) });
      changed += 1;
    }
    // those of communities that are gone go, too
    const isElsewhere = (id: string) => id <= after || (last !== undefined && id > last);
    known = [...known.filter((one) => isElsewhere(communityOf(one))), ...page.map(fingerprintOf)];
    if (last === undefined) return { done: changed, found: known };
    after = last;
    if (clock.now() >= until) return { done: changed, found: known, cursor: after };
  }
}

/** What copies take of a community, in a few characters behind its id. Pure. */
export function fingerprintOf({ _id, name, branchName, office, grids, secretary }: Community): string {
  return `${_id}:${hashOf({ name, branchName, phone: office.phone, grids, secretary }).slice(0, 12)}`;
}

function communityOf(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf(':'));
}
