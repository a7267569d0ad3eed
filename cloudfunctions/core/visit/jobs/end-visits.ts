import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import type { Change, Where } from '../../platform/database';
import { visits, type Visit } from '../visit';

const visitsAtOnce = 50;

/**
 * Forgets what was noted at visits once the policy's days are over, and waits no longer for a word that nobody gave. It
 * counts visits.
 */
export const endVisits: Job = {
  name: 'visits',
  every: 'hour',
  waiting: (now) => [
    { of: visits, where: { noteUntil: { lt: now } }, limit: 1 },
    { of: visits, where: { waiting: true, waitUntil: { lt: now } }, limit: 1 },
  ],
  async run(services, _record, until): Promise<JobProgress> {
    const now = services.clock.now();
    const forgotten = await changeAll(services, until, {
      where: { noteUntil: { lt: now } },
      sortedBy: 'noteUntil',
      change: { unset: ['note', 'noteUntil'] },
    });
    const lapsed = await changeAll(services, until, {
      where: { waiting: true, waitUntil: { lt: now } },
      sortedBy: 'waitUntil',
      change: {
        set: { waiting: false, confirmation: { state: 'lapsed', by: null, award: null }, updatedAt: now },
        unset: ['waitUntil'],
      },
    });
    return { done: forgotten + lapsed };
  },
};

interface Ending {
  readonly where: Where;
  readonly sortedBy: 'noteUntil' | 'waitUntil';
  readonly change: Change<Visit>;
}

/** Each change takes its visits out of what is found, so that a share that is cut short goes on by itself. */
async function changeAll(
  { database, clock }: Services,
  until: Date,
  { where, sortedBy, change }: Ending,
): Promise<number> {
  let done = 0;
  while (clock.now() < until) {
    const found = await database.find(visits, { where, sort: { [sortedBy]: 'asc' }, limit: visitsAtOnce });
    const ids = found.map(({ _id }) => _id);
    if (ids.length > 0) done += await database.updateWhere(visits, { ...where, _id: { oneOf: ids } }, change);
    if (found.length < visitsAtOnce) break;
  }
  return done;
}
