import type { Job, JobProgress } from '../../job/job';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import type { Services } from '../../platform/context';
import { done } from '../../platform/result';
import { enrolments } from '../enrolment';
import { countChange } from '../store';

const membersAtOnce = 40;

/**
 * Finds every night who is enrolled and has earned their first service point since, by which the funnel says that they
 * serve. It counts whom it found.
 */
export const findServing: Job = {
  name: 'find-serving',
  every: 'night',
  async run(services, record, until): Promise<JobProgress> {
    const { database, clock } = services;
    let found = 0;
    let after = record?.cursor ?? '';
    for (;;) {
      const members = await database.find(enrolments, {
        where: { state: 'enrolled', serving: false, _id: { gt: after } },
        sort: { _id: 'asc' },
        limit: membersAtOnce,
      });
      const books = members.map(({ _id }) => bookIdOf(_id, 'service'));
      const counted = books.length === 0 ? [] : await readCounted(services, books);
      for (const personId of counted) found += await markServing(services, personId);
      const last = members.at(-1);
      if (!last || members.length < membersAtOnce) return { done: found };
      after = last._id;
      if (clock.now() >= until) return { done: found, cursor: after };
    }
  },
};

/** Whose service books hold a line that counts. */
async function readCounted({ database }: Services, bookIds: readonly string[]): Promise<readonly string[]> {
  const books = await database.find(passbooks, { where: { _id: { oneOf: bookIds } }, limit: membersAtOnce });
  return books.filter(({ count }) => count > 0).map(({ personId }) => personId);
}

/** @returns 1 where it was written, and counted with it */
async function markServing({ database }: Services, personId: string): Promise<number> {
  const written = await database.transaction(async (transaction) => {
    const before = await transaction.get(enrolments, personId);
    if (before?.state !== 'enrolled' || before.serving) return done(0);
    const after = { ...before, serving: true };
    await transaction.update(enrolments, personId, { set: { serving: true }, increment: { revision: 1 } });
    await countChange(transaction, before, after);
    return done(1);
  });
  if (!written.ok) throw new Error(`the enrolment ${personId} was not written: ${written.code}`);
  return written.data;
}
