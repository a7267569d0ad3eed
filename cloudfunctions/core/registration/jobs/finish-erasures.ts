import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { blankPerson } from '../blank-person';
import { changeRequests } from '../change-request';

/** So long an approval may be under way, or a line be written under the salt that it erases. */
const graceMs = 2 * 60_000;
const erasuresAtOnce = 5;

/**
 * Blanks once more what approved erasures are about: the rest of one that broke off, and a line that was being written
 * while its person's salt was erased.
 */
export const finishErasures: Job = {
  name: 'erasures',
  every: 'hour',
  waiting: (now) => [{ of: changeRequests, where: unfinished(now), limit: 1 }],
  run: finish,
};

const unfinished = (now: Date): Where => ({
  erasing: true,
  'decision.at': { lt: new Date(now.getTime() - graceMs) },
});

async function finish({ database, clock }: Services): Promise<JobProgress> {
  const where = unfinished(clock.now());
  const found = await database.find(changeRequests, { where, sort: { 'decision.at': 'asc' }, limit: erasuresAtOnce });
  for (const { _id, personId, communityId } of found) {
    await blankPerson(database, { personId, communityId });
    await database.updateWhere(changeRequests, { _id }, { unset: ['erasing'] });
  }
  return { done: found.length };
}
