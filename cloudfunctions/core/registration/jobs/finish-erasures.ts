import type { Job, JobProgress } from '../../job/job';
import { blankWords } from '../../passbook/erasure';
import type { Services } from '../../platform/context';
import { changeRequests } from '../change-request';

/** So long an approval may be under way, or a line be written under the salt that it erases. */
const graceMs = 2 * 60_000;
const erasuresAtOnce = 5;

/**
 * Blanks once more what approved erasures are about: the rest of one that broke off, and a line that was being written
 * while its person's salt was erased.
 */
export const finishErasures: Job = { name: 'erasures', every: 'hour', run: finish };

async function finish({ database, clock }: Services): Promise<JobProgress> {
  const approvedBefore = new Date(clock.now().getTime() - graceMs);
  const where = { erasing: true, 'decision.at': { lt: approvedBefore } };
  const found = await database.find(changeRequests, { where, sort: { 'decision.at': 'asc' }, limit: erasuresAtOnce });
  for (const { _id, personId } of found) {
    await blankWords(database, personId);
    await database.updateWhere(changeRequests, { _id }, { unset: ['erasing'] });
  }
  return { done: found.length };
}
