import type { Database, Question } from '../platform/database';
import { formRecords, type FormRecord } from '../platform/migration';
import type { Job } from './job';
import { jobRecords, type JobRecord } from './job-record';

/** What a run of the timer knows before it does anything. */
export interface Opening {
  /** Jobs by name. */
  readonly records: ReadonlyMap<string, JobRecord>;
  /** Names of the jobs of which something was found that waits for them. */
  readonly waiting: ReadonlySet<string>;
}

const recordsAtMost = 99;

/**
 * The forms of what is stored, how far each job came, and which of them something waits for, in one read: all that a
 * run costs in which nothing is due. Undefined where no form was ever noted, in an environment that is being set up.
 */
export async function readOpening(
  database: Database,
  jobs: readonly Job[],
  now: Date,
): Promise<(Opening & { readonly forms: readonly FormRecord[] }) | undefined> {
  const all = { where: { _id: { gt: '' } }, sort: { _id: 'asc' }, limit: recordsAtMost } as const;
  const asked = jobs.flatMap((job) => (job.waiting?.(now) ?? []).map((question) => ({ name: job.name, question })));
  const own = [
    { of: formRecords, ...all },
    { of: jobRecords, ...all },
  ] as const;
  const probes = asked.map(({ question }): Question => ({ ...question, limit: 1 }));
  const found = await database.findTogether(formRecords, [...own, ...probes] as const);
  if (!found) return undefined;
  const [forms, records, ...answers] = found;
  return {
    forms,
    records: new Map(records.map((record) => [record._id, record])),
    waiting: new Set(asked.filter((_, index) => (answers[index]?.length ?? 0) > 0).map(({ name }) => name)),
  };
}
